from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessAnswer(models.Model):
    """What the town itself says of the accessibility of a place: a question of acceslibre, by its own name.

    What a register says is read where it stands (``PlaceRecord.access``), never copied here.
    """

    site = models.ForeignKey("places.Site", models.CASCADE, related_name="answers")
    field = models.CharField(_("question d’acceslibre"), max_length=60)
    value = models.JSONField(_("réponse"))
    told_on = models.DateField(_("constaté le"))
    told_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("réponse sur l’accessibilité")
        ordering = ["field"]
        constraints = [models.UniqueConstraint(fields=["site", "field"], name="one_answer_by_question")]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"
