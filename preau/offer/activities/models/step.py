from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import EntryState


class EntryStep(models.Model):
    """A step in the life of an entry: who, when, from where to where, and why."""

    activity = models.ForeignKey("activities.Activity", models.CASCADE, related_name="steps")
    step = models.CharField(_("étape"), max_length=16)
    from_state = models.CharField(max_length=12, choices=EntryState)
    to_state = models.CharField(max_length=12, choices=EntryState)
    reason = models.TextField(_("raison"), blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("étape d’une fiche")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.step}"
