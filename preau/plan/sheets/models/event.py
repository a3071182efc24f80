from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.sheets.enums import EventKind, SheetState


class SheetEvent(models.Model):
    """One line of a sheet's history: who, when, what, why, from which state to which. Lines are only ever added.

    ``facts`` is {fact: [was, became]} (see ``state.py``); ``version`` is the sheet's, afterwards.
    """

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="events")
    kind = models.CharField(_("nature"), max_length=10, choices=EventKind)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    from_state = models.CharField(_("depuis l’état"), max_length=12, choices=SheetState, blank=True)
    to_state = models.CharField(_("vers l’état"), max_length=12, choices=SheetState)
    reason = models.CharField(_("pourquoi"), max_length=500, blank=True)
    facts = models.JSONField(_("faits"), default=dict)
    version = models.PositiveIntegerField(_("version"))

    class Meta:
        verbose_name = _("histoire de la fiche")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.kind} {self.at:%Y-%m-%d}"

    @property
    def is_move(self) -> bool:
        return self.from_state != self.to_state
