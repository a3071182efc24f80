from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name


class TargetQuerySet(models.QuerySet["Target"]):
    def standing(self) -> TargetQuerySet:
        """Those that no later one replaces."""
        return self.filter(replaced_by__isnull=True)


class Target(models.Model):
    """What the committee aims at for an indicator in a school year, once a full year is known (domain brief, b.0 bis).

    ``baseline_*`` say from where: a target without a start is a wish. A change is another row, ``replaces``.
    """

    indicator = models.ForeignKey("indicators.Indicator", models.PROTECT, related_name="targets")
    school_year = models.PositiveSmallIntegerField(_("année scolaire visée"))
    amount = models.DecimalField(_("valeur visée"), max_digits=12, decimal_places=2)
    baseline_year = models.PositiveSmallIntegerField(_("année de référence"))
    baseline_amount = models.DecimalField(_("valeur de référence"), max_digits=12, decimal_places=2)
    set_on = models.DateField(_("fixée le"))
    set_by_body = models.CharField(_("fixée par"), max_length=160)
    recorded_at = models.DateTimeField(_("enregistrée le"))
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    replaces = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="replaced_by")

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("cible")
        ordering = ["-school_year", "-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(baseline_year__lt=F("school_year")), name="a_target_has_a_year_before"),
            models.CheckConstraint(condition=~Q(set_by_body=""), name="a_target_says_who_set_it"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.school_year} {self.amount}"

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    @property
    def baseline_name(self) -> str:
        return year_name(self.baseline_year)
