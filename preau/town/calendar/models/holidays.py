from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models import Register


class HolidayPeriod(Register):
    """Days without class of a zone, both ends in (the ministry's calendar). Zones are data: they do change."""

    zone = models.CharField(_("zone"), max_length=40)
    name = models.CharField(_("nom"), max_length=120)
    first_day = models.DateField(_("premier jour sans classe"))
    last_day = models.DateField(_("dernier jour sans classe"))

    class Meta:
        verbose_name = _("vacances scolaires")
        ordering = ["first_day"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "official_id"], name="holiday_once_by_commune"),
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="holiday_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.zone})"


class BankHoliday(Register):
    """A day on which France rests."""

    day = models.DateField(_("jour"))
    name = models.CharField(_("nom"), max_length=120)

    class Meta:
        verbose_name = _("jour férié")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["commune", "official_id"], name="bank_holiday_once_by_commune")]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"
