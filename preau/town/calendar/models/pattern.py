from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.calendar.enums import WeekSeason


class WeekPattern(models.Model):
    """How the week of a site is organised, from a day to a day; ``valid_to`` empty means until further notice.

    A site has one for the weeks of class and one for the holidays (``season``). Two patterns of one season never
    hold on the same day: ``actions`` refuse it while they hold the site's row.
    ``decided_by`` names the decision, never a person: « conseil municipal du 12 mai, accord de la DSDEN ».
    """

    site = models.ForeignKey("places.Site", models.CASCADE, related_name="week_patterns")
    name = models.CharField(_("nom"), max_length=80)
    season = models.CharField(_("quelles semaines"), max_length=8, choices=WeekSeason, default=WeekSeason.SCHOOL)
    valid_from = models.DateField(_("valable à partir du"))
    valid_to = models.DateField(_("valable jusqu’au"), null=True, blank=True)
    decided_by = models.CharField(_("décidé par"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("organisation de la semaine")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["site", "season", "valid_from"], name="one_week_pattern_begins_by_day"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="week_pattern_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=models.Q(season__in=WeekSeason.values), name="season_of_a_week_is_known"),
        ]

    def __str__(self) -> str:
        return self.name
