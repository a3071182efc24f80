from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from preau.plan.articulation.week import Audience, Planned
from preau.plan.sheets.enums import Theme
from preau.plan.sheets.rules import OLDEST, YOUNGEST
from preau.town.calendar.enums import TimeBand


class WeekEntry(models.Model):
    """What children do on one day of the week, from a day of the year to another: every Tuesday of the autumn.

    ``lead`` is the organisation that leads it, ``leader`` the words that help to find who. ``sheet`` is the action
    that it gives a day and an hour to. ``group`` empty: everybody of these ages.
    """

    site = models.ForeignKey("places.Site", models.CASCADE, related_name="week_entries")
    starts_on = models.DateField(_("à partir du"))
    ends_on = models.DateField(_("jusqu’au"))
    weekday = models.PositiveSmallIntegerField(_("jour"), choices=list(WEEKDAYS.items()))
    band = models.CharField(_("temps"), max_length=12, choices=TimeBand)
    starts_at = models.TimeField(_("de"))
    ends_at = models.TimeField(_("à"))
    title = models.CharField(_("activité"), max_length=120)
    theme = models.CharField(_("thème"), max_length=12, choices=Theme, blank=True)
    lead = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="week_entries"
    )
    leader = models.CharField(_("qui anime"), max_length=80, blank=True)
    group = models.CharField(_("groupe"), max_length=40, blank=True)
    age_from = models.PositiveSmallIntegerField(_("à partir de (ans)"))
    age_to = models.PositiveSmallIntegerField(_("jusqu’à (ans)"))
    sheet = models.ForeignKey("sheets.ActionSheet", models.SET_NULL, null=True, blank=True, related_name="week_entries")
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("activité de la semaine")
        ordering = ["weekday", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="weekday_of_an_entry"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="entry_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="entry_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(age_from__range=(YOUNGEST, OLDEST), age_to__range=(YOUNGEST, OLDEST))
                & Q(age_to__gte=F("age_from")),
                name="ages_of_an_entry_make_sense",
            ),
        ]
        indexes = [models.Index(fields=["site", "starts_on"], name="entries_of_a_site")]

    def __str__(self) -> str:
        return self.title

    @property
    def planned(self) -> Planned:
        audience = Audience(self.age_from, self.age_to, self.group)
        return Planned(self.pk, self.weekday, self.starts_at, self.ends_at, self.title, audience, self.theme)

    @property
    def who_leads(self) -> str:
        return ", ".join(filter(None, (self.leader, str(self.lead or ""))))
