from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.observatory.facts.enums import AT_WORK, SnapshotState


class FactsSnapshot(models.Model):
    """One taking of facts: when, by whom (nobody at night), how far, what came of it.

    ``folder`` names where its files are. ``tables`` tells how many rows each table has; ``made`` parts were read again,
    ``kept`` ones were as before. Which snapshot is in use is said by a file, beside the facts (``manifest``).
    """

    state = models.CharField(_("état"), max_length=10, choices=SnapshotState, default=SnapshotState.WAITING)
    folder = models.CharField(_("dossier"), max_length=40, blank=True)
    progress = models.PositiveSmallIntegerField(_("part déjà relevée, en pour cent"), default=0)
    rows = models.PositiveBigIntegerField(_("lignes"), default=0)
    tables = models.JSONField(_("lignes par table"), default=dict, blank=True)
    made = models.PositiveIntegerField(_("parties relevées"), default=0)
    kept = models.PositiveIntegerField(_("parties inchangées"), default=0)
    error = models.CharField(_("raison de l’arrêt"), max_length=300, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("demandé le"))
    started_at = models.DateTimeField(_("commencé le"), null=True, blank=True)
    ended_at = models.DateTimeField(_("terminé le"), null=True, blank=True)

    class Meta:
        verbose_name = _("relevé")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SnapshotState.values), name="snapshot_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state=SnapshotState.DONE) | (~Q(folder="") & Q(ended_at__isnull=False)),
                name="a_snapshot_that_is_done_has_its_files",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK
