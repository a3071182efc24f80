from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SummarySeen(models.Model):
    """Somebody of one side opened what the other side published. Opening is not reading, and is all that is known.

    ``organisation`` keeps the side for which it was opened when the person has left.
    """

    summary = models.ForeignKey("articulation.ProjectSummary", models.CASCADE, related_name="seen")
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    at = models.DateTimeField(_("ouvert le"))

    class Meta:
        verbose_name = _("lecture d’un résumé")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["summary", "by"], name="summary_opened_once_by_person")]

    def __str__(self) -> str:
        return f"{self.summary_id} ← {self.by_id}"
