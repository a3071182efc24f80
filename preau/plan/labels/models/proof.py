from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LabelProof(models.Model):
    """What shows that a criterion is met: a sentence, a document, an action of the plan, or several of them."""

    file = models.ForeignKey("labels.LabelFile", models.CASCADE, related_name="proofs")
    criterion = models.ForeignKey("labels.Criterion", models.PROTECT, related_name="proofs")
    sentence = models.CharField(_("ce que cela montre"), max_length=500, blank=True)
    document = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, null=True, blank=True, related_name="label_proofs")
    added_at = models.DateTimeField(_("ajoutée le"))
    added_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("preuve")
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(sentence="") | models.Q(document__isnull=False) | models.Q(sheet__isnull=False),
                name="a_label_proof_shows_something",
            )
        ]

    def __str__(self) -> str:
        return self.sentence[:60] or str(self.document or self.sheet)


class CriterionCheck(models.Model):
    """Somebody of the applicant looked at the proofs of a criterion and finds it met."""

    file = models.ForeignKey("labels.LabelFile", models.CASCADE, related_name="checks")
    criterion = models.ForeignKey("labels.Criterion", models.PROTECT, related_name="+")
    at = models.DateTimeField(_("vérifié le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("critère prouvé")
        constraints = [models.UniqueConstraint(fields=["file", "criterion"], name="label_criterion_checked_once")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.criterion_id}"
