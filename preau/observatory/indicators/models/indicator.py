from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.observatory.indicators.enums import Direction, Period, Sensitivity, Status, Unit
from preau.observatory.indicators.library import BY_CODE, Entry


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def kept(self) -> IndicatorQuerySet:
        """Those that the town has not left."""
        return self.filter(left_on__isnull=True)


class Indicator(models.Model):
    """What a town looks at for an expected effect of its plan: one of the library (``code``), or its own.

    Its own is written in its own words, typed by hand, and has no code. ``left_on``: the town stopped looking; the
    values stay. ``number`` names it in addresses, once by plan.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="indicators")
    effect = models.ForeignKey("plan.PlanItem", models.PROTECT, related_name="indicators")
    number = models.PositiveIntegerField(_("numéro"))
    code = models.CharField(_("repère dans la bibliothèque"), max_length=24, blank=True)
    own_title = models.CharField(_("ce que l’on regarde"), max_length=160, blank=True)
    own_counted = models.CharField(_("ce que l’on compte"), max_length=300, blank=True)
    own_among = models.CharField(_("parmi combien"), max_length=300, blank=True)
    own_doubts = models.CharField(_("comment ce chiffre peut tromper"), max_length=400, blank=True)
    own_unit = models.CharField(_("unité"), max_length=8, choices=Unit, blank=True)
    own_direction = models.CharField(_("sens"), max_length=16, choices=Direction, blank=True)
    own_minutes = models.PositiveIntegerField(_("minutes de collecte par an"), default=0)
    carrier = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="indicators"
    )
    chosen_on = models.DateField(_("choisi le"))
    chosen_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    left_on = models.DateField(_("laissé le"), null=True, blank=True)
    left_because = models.CharField(_("pourquoi il est laissé"), max_length=300, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicateur")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="indicator_number_once_by_plan"),
            models.UniqueConstraint(
                fields=["effect", "code"],
                condition=Q(left_on__isnull=True) & ~Q(code=""),
                name="an_effect_looks_at_it_once",
            ),
            models.CheckConstraint(
                condition=(Q(own_title="") & ~Q(code="")) | (~Q(own_title="") & Q(code="")),
                name="an_indicator_is_of_the_library_or_own",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | ~Q(left_because=""), name="an_indicator_is_left_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(self.entry.title)

    @property
    def entry(self) -> Entry:
        """Its line: of the library, or made of its own words."""
        if self.code:
            return BY_CODE[self.code]
        return Entry(
            f"{self.effect.code}.p{self.number}",
            self.own_title,
            self.own_counted,
            self.own_among,
            self.own_doubts,
            direction=Direction(self.own_direction or Direction.UP),
            period=Period.YEAR,
            unit=Unit(self.own_unit or Unit.SHARE),
            status=Status.TYPED,
            minutes=self.own_minutes,
            sensitivity=Sensitivity.SENSITIVE,  # nobody knows what it crosses: the stricter threshold
        )

    @property
    def is_kept(self) -> bool:
        return self.left_on is None


class IndicatorReading(models.Model):
    """Somebody opened the page of an indicator in a month: what tells a living indicator from a dead one.

    One row by person and month, and no more is known of it; rows go after a year and a half.
    """

    indicator = models.ForeignKey("indicators.Indicator", models.CASCADE, related_name="readings")
    by = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    month = models.DateField(_("mois"))

    class Meta:
        verbose_name = _("lecture d’un indicateur")
        constraints = [
            models.UniqueConstraint(fields=["indicator", "by", "month"], name="indicator_read_once_a_month"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.month:%Y-%m}"
