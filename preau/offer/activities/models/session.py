from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.town.calendar.enums import TimeBand


class Session(models.Model):
    """One meeting of an activity: a day, from an instant to an instant. Made from its slot and the school calendar.

    ``day`` is the day on the town's clocks that the slot meant, so that a moved session is still the same one.
    """

    activity = models.ForeignKey("activities.Activity", models.CASCADE, related_name="sessions")
    slot = models.ForeignKey("activities.Slot", models.CASCADE, related_name="sessions")
    day = models.DateField(_("jour"))
    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"))
    band = models.CharField(_("temps"), max_length=12, choices=TimeBand, blank=True)
    is_cancelled = models.BooleanField(_("annulée"), default=False)
    reason = models.CharField(_("raison"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("séance")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["slot", "day"], name="one_session_by_slot_and_day"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_begins"),
        ]
        indexes = [
            models.Index(fields=["activity", "starts_at"], name="session_by_activity"),
            models.Index(fields=["starts_at"], name="session_by_instant"),
            models.Index(fields=["day"], name="session_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.starts_at:%Y-%m-%d %H:%M}"
