from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import Rhythm, Season


class Slot(models.Model):
    """When an activity comes back: the rule from which its sessions are made. Hours are those of the town's clocks.

    Weekly and fortnightly slots have a ``weekday`` (0 is Monday) and run in their ``season``; ``ONCE`` has
    ``first_on`` only; ``HOLIDAYS`` runs on each working day of the holidays. ``first_on`` and ``last_on`` narrow the
    dates of the activity, empty when they are the same.
    """

    activity = models.ForeignKey("activities.Activity", models.CASCADE, related_name="slots")
    rhythm = models.CharField(_("rythme"), max_length=12, choices=Rhythm, default=Rhythm.WEEKLY)
    season = models.CharField(_("période"), max_length=8, choices=Season, default=Season.TERM)
    weekday = models.PositiveSmallIntegerField(_("jour"), choices=list(WEEKDAYS.items()), null=True, blank=True)
    starts_at = models.TimeField(_("de"))
    ends_at = models.TimeField(_("à"))
    first_on = models.DateField(_("à partir du"), null=True, blank=True)
    last_on = models.DateField(_("jusqu’au"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places de ce créneau"), null=True, blank=True)
    label = models.CharField(_("groupe"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("créneau")
        ordering = ["weekday", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="slot_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(rhythm__in=(Rhythm.WEEKLY, Rhythm.FORTNIGHTLY), weekday__range=(0, 6))
                | Q(rhythm=Rhythm.HOLIDAYS)
                | Q(rhythm=Rhythm.ONCE, first_on__isnull=False),
                name="slot_says_which_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rhythm} {self.weekday} {self.starts_at:%H:%M}-{self.ends_at:%H:%M}"


class SlotException(models.Model):
    """One day on which a slot does not run as usual: called off, moved, or added."""

    slot = models.ForeignKey("activities.Slot", models.CASCADE, related_name="exceptions")
    day = models.DateField(_("jour"))
    is_cancelled = models.BooleanField(_("annulée"), default=True)
    new_day = models.DateField(_("reportée au"), null=True, blank=True)
    starts_at = models.TimeField(_("de"), null=True, blank=True)
    ends_at = models.TimeField(_("à"), null=True, blank=True)
    reason = models.CharField(_("raison"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("exception")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["slot", "day"], name="one_exception_by_slot_and_day")]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.day}"
