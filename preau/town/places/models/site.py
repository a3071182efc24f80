from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.places.enums import SiteKind


class Site(models.Model):
    """A place where activities run. ``school`` and ``care`` are the two sides that share it, where there are two.

    ``care`` is the organisation that answers for children outside class: a town service or an association.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="sites")
    name = models.CharField(_("nom"), max_length=160)
    slug = models.SlugField(_("identifiant"), max_length=80)
    kind = models.CharField(_("nature"), max_length=12, choices=SiteKind)
    address = models.CharField(_("adresse"), max_length=240, blank=True)
    school = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="school_sites"
    )
    care = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="care_sites"
    )

    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("site")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "slug"], name="site_slug_once_by_commune"),
            models.CheckConstraint(
                condition=models.Q(school__isnull=True)
                | models.Q(care__isnull=True)
                | ~models.Q(school=models.F("care")),
                name="two_sides_of_a_site_are_two",
            ),
        ]

    def __str__(self) -> str:
        return self.name
