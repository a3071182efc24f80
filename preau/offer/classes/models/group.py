from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import SchoolLevel


class ClassGroup(models.Model):
    """A class or a group of a school year. No pupil is named: how many they are is enough for an offer."""

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="class_groups")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    name = models.CharField(_("nom de la classe"), max_length=80)
    levels = models.JSONField(_("niveaux"), default=list)
    size = models.PositiveSmallIntegerField(_("effectif"))
    first_level = models.CharField(_("niveau"), max_length=4, choices=SchoolLevel)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("classe ou groupe")
        ordering = ["organisation", "school_year", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "school_year", "name"], name="class_named_once_by_year")
        ]

    def __str__(self) -> str:
        return self.name
