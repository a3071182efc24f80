from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.spaces.enums import AgeBand, Seen


class VisitCount(models.Model):
    """How many people an agent saw on a ground in one look, at a day and an hour. Nobody is named, asked or filmed.

    ``key`` is made with the form: the same count sent twice, after a dead zone, is kept once. A look that saw nobody
    is a count too, without cells.
    """

    space = models.ForeignKey("spaces.OpenSpace", models.CASCADE, related_name="visits")
    key = models.UUIDField(_("clé d’envoi"), unique=True)
    day = models.DateField(_("jour"))
    hour = models.PositiveSmallIntegerField(_("heure"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("enregistré le"))

    class Meta:
        verbose_name = _("passage compté")
        ordering = ["-day", "-hour", "-pk"]
        constraints = [models.CheckConstraint(condition=models.Q(hour__range=(0, 23)), name="visit_hour_is_an_hour")]
        indexes = [models.Index(fields=["space", "day"], name="visit_by_space")]

    def __str__(self) -> str:
        return f"{self.day} {self.hour} h"


class VisitCell(models.Model):
    """One figure of a count: an age band and girls or boys, as an eye can tell."""

    visit = models.ForeignKey("spaces.VisitCount", models.CASCADE, related_name="cells")
    age_band = models.CharField(_("âge, à l’œil"), max_length=8, choices=AgeBand)
    seen = models.CharField(_("filles ou garçons, à l’œil"), max_length=8, choices=Seen)
    people = models.PositiveSmallIntegerField(_("personnes"))

    class Meta:
        verbose_name = _("personnes vues")
        constraints = [
            models.UniqueConstraint(fields=["visit", "age_band", "seen"], name="one_figure_by_band_and_sex"),
            models.CheckConstraint(condition=models.Q(people__range=(1, 500)), name="visit_figure_is_believable"),
        ]

    def __str__(self) -> str:
        return f"{self.age_band} {self.seen} {self.people}"
