from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from preau.town.places.enums import Season


class OpeningHours(models.Model):
    """When the door is open on a day of the week (0 is Monday), on the town's clocks.

    Empty dates do not limit. 23:59 is midnight: a day ends there, and another row goes on after it.
    """

    site = models.ForeignKey("places.Site", models.CASCADE, related_name="openings")
    weekday = models.PositiveSmallIntegerField(_("jour"), choices=list(WEEKDAYS.items()))
    opens_at = models.TimeField(_("ouvre à"))
    closes_at = models.TimeField(_("ferme à"))
    season = models.CharField(_("période"), max_length=8, choices=Season, default=Season.ALWAYS)
    valid_from = models.DateField(_("à partir du"), null=True, blank=True)
    valid_to = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("horaire d’ouverture")
        ordering = ["weekday", "opens_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="opening_day_is_a_day"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="opening_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="opening_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens_at:%H:%M}-{self.closes_at:%H:%M}"


class OpeningChange(models.Model):
    """Days, both in, on which the door keeps other hours; without hours it stays shut. The last told wins."""

    site = models.ForeignKey("places.Site", models.CASCADE, related_name="opening_changes")
    first_day = models.DateField(_("du"))
    last_day = models.DateField(_("au"))
    opens_at = models.TimeField(_("ouvre à"), null=True, blank=True)
    closes_at = models.TimeField(_("ferme à"), null=True, blank=True)
    reason = models.CharField(_("raison"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("changement d’horaire")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="change_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True, closes_at__isnull=True)
                | Q(opens_at__isnull=False, closes_at__isnull=False, closes_at__gt=F("opens_at")),
                name="change_has_both_hours_or_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day} {self.reason}"
