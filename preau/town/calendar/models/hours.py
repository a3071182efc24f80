from __future__ import annotations

from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from preau.town.calendar.enums import TimeBand


class BandHours(models.Model):
    """From when to when a band lasts on one day of the week (0 is Monday). A band may come twice in a day."""

    pattern = models.ForeignKey("calendar.WeekPattern", models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("jour"), choices=list(WEEKDAYS.items()))
    band = models.CharField(_("temps"), max_length=12, choices=TimeBand)
    starts_at = models.TimeField(_("de"))
    ends_at = models.TimeField(_("à"))

    class Meta:
        verbose_name = _("horaire")
        ordering = ["weekday", "starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["pattern", "weekday", "starts_at"], name="one_band_begins_by_instant"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="band_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=models.Q(weekday__range=(0, 6)), name="weekday_of_a_band"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.band} {self.starts_at:%H:%M}-{self.ends_at:%H:%M}"
