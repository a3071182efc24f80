from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import EntryState


class EntryStep(models.Model):
    """A line of the history of an entry: who, when, from where to where, why, and which facts changed.

    ``cause`` is the named reason of a refusal or of a request (``publishing.reasons``), ``facts`` is
    ``{fact: [before, after]}``, ``version`` that of the entry once it was done.
    """

    activity = models.ForeignKey("activities.Activity", models.CASCADE, related_name="steps")
    step = models.CharField(_("étape"), max_length=16)
    from_state = models.CharField(max_length=12, choices=EntryState)
    to_state = models.CharField(max_length=12, choices=EntryState)
    cause = models.CharField(_("motif"), max_length=20, blank=True)
    reason = models.TextField(_("raison"), blank=True)
    facts = models.JSONField(_("faits changés"), default=dict, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("étape d’une fiche")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.step}"
