from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.offer.activities.enums import SchoolLevel


class ClassGroup(models.Model):
    """A class or a group of a school year. No pupil is named: how many they are is enough for an offer.

    ``levels`` lists values of ``SchoolLevel``, in order. ``follows`` is the group that it was the year before, so that
    what children have lived comes with them.
    """

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="class_groups")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    name = models.CharField(_("nom de la classe"), max_length=80)
    levels = models.JSONField(_("niveaux"), default=list)
    size = models.PositiveSmallIntegerField(_("nombre d’élèves"))
    follows = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="followers")
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("classe ou groupe")
        ordering = ["organisation", "-school_year", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "school_year", "name"], name="class_named_once_by_year"),
            models.CheckConstraint(condition=models.Q(size__gte=1), name="a_class_has_pupils"),
            models.CheckConstraint(
                condition=models.Q(follows__isnull=True) | ~models.Q(follows=models.F("pk")),
                name="a_class_does_not_follow_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def level_labels(self) -> list[str]:
        return [str(each.label) for each in SchoolLevel if each in self.levels]

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)
