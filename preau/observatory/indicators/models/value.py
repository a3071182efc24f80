from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name


class ValueQuerySet(models.QuerySet["Value"]):
    def standing(self) -> ValueQuerySet:
        """Those that no later one replaces."""
        return self.filter(replaced_by__isnull=True)


class Value(models.Model):
    """A figure that somebody typed for a school year: counted over how many, from which source, on which day.

    ``part`` is "" for the indicator itself; else the name of the outside number that a measure lacks (residents of an
    age). ``known_on`` is the day the source speaks of, ``typed_at`` when it was typed. ``proof`` is a document; a
    source in words is enough for an outside source. Nothing is written over: a correction is another row, ``replaces``.
    """

    indicator = models.ForeignKey("indicators.Indicator", models.CASCADE, related_name="values")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    part = models.CharField(_("nombre extérieur"), max_length=40, blank=True)
    counted = models.DecimalField(_("compté"), max_digits=12, decimal_places=2, null=True, blank=True)
    among = models.DecimalField(_("parmi"), max_digits=12, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("valeur"), max_digits=12, decimal_places=2)
    answers = models.PositiveIntegerField(_("réponses reçues"), null=True, blank=True)
    asked = models.PositiveIntegerField(_("personnes interrogées"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=240)
    known_on = models.DateField(_("date de la source"))
    proof = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    remark = models.CharField(_("à savoir"), max_length=300, blank=True)
    typed_at = models.DateTimeField(_("saisi le"))
    typed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    replaces = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="replaced_by")

    objects = ValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("valeur d’un indicateur")
        ordering = ["-school_year", "-typed_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="a_typed_value_has_a_source"),
            models.CheckConstraint(condition=Q(among__isnull=True) | Q(among__gt=0), name="a_share_is_among_somebody"),
            models.CheckConstraint(
                condition=Q(asked__isnull=True) | Q(answers__isnull=True) | Q(answers__lte=F("asked")),
                name="no_more_answers_than_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.school_year} {self.amount}"

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    @property
    def answer_rate(self) -> float | None:
        """In percent; None where it is no survey."""
        return 100 * self.answers / self.asked if self.answers is not None and self.asked else None
