from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.observatory.indicators.figures import Missing


class AdoptedFigure(models.Model):
    """An indicator of one school year as it was shown on the day the committee adopted a verdict.

    Facts go on changing: what the committee had before it does not. Never a number that was hidden that day.
    ``snapshot`` names the facts it came from, ``until`` the last day that it knew; ``source`` is for what was typed.
    """

    verdict = models.ForeignKey("evaluation.Verdict", models.PROTECT, related_name="figures")
    indicator = models.ForeignKey("indicators.Indicator", models.PROTECT, related_name="adopted_figures")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    counted = models.FloatField(_("compté"), null=True)
    among = models.FloatField(_("parmi"), null=True)
    value = models.FloatField(_("valeur"), null=True)
    as_percent = models.BooleanField(_("se lit en pourcentage"), default=True)
    since = models.DateField(_("inchangé depuis"), null=True)
    is_hidden = models.BooleanField(_("petit nombre, non montré"), default=False)
    missing = models.CharField(_("pourquoi il n’y en a pas"), max_length=12, choices=Missing, blank=True)
    is_over = models.BooleanField(_("année entière"))
    until = models.DateField(_("connu jusqu’au"))
    snapshot = models.CharField(_("relevé"), max_length=80, blank=True)
    taken_at = models.DateTimeField(_("relevé du"), null=True)
    source = models.CharField(_("source"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("chiffre arrêté")
        ordering = ["indicator", "school_year"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "indicator", "school_year"], name="a_figure_is_adopted_once"),
            models.CheckConstraint(
                condition=models.Q(is_hidden=False)
                | models.Q(counted__isnull=True, among__isnull=True, value__isnull=True),
                name="what_is_hidden_is_not_kept",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict_id} {self.indicator_id} {self.school_year}"

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)
