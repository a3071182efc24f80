from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.people.organisations.models import Organisation
from preau.plan.articulation.enums import Side


class SitePair(models.Model):
    """A school and the out-of-class care of the same children, for a school year (2026 is 2026-2027).

    The two organisations are kept as they were that year, whatever the site becomes. ``due_on`` is the day by which
    each side shows the other its project.
    """

    site = models.ForeignKey("places.Site", models.PROTECT, related_name="pairs")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    school = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="school_pairs")
    care = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="care_pairs")
    due_on = models.DateField(_("résumés attendus pour le"))

    class Meta:
        verbose_name = _("binôme école et accueil")
        ordering = ["-school_year", "site__name"]
        constraints = [
            models.UniqueConstraint(fields=["site", "school_year"], name="one_pair_by_site_and_year"),
            models.CheckConstraint(condition=~models.Q(school=models.F("care")), name="two_sides_of_a_pair_are_two"),
        ]

    def __str__(self) -> str:
        return f"{self.site} {self.year_name}"

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    def side(self, side: Side) -> Organisation:
        return self.school if side == Side.SCHOOL else self.care
