from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.places.enums import SiteKind


class SiteQuerySet(models.QuerySet["Site"]):
    def shown(self, on: date) -> SiteQuerySet:
        """Those that families see that day."""
        return self.filter(is_public=True).filter(models.Q(closed_on__isnull=True) | models.Q(closed_on__gt=on))


class Site(models.Model):
    """A place where activities run. ``school`` and ``care`` are the two sides that share it, where there are two.

    ``care`` is the organisation that answers for children outside class: a town service or an association.
    ``part_of`` is the building of a room. Degrees in WGS84, both empty until the place is set on the map.
    ``is_always_open``: nobody locks it; otherwise its hours are rows (``OpeningHours``, ``OpeningChange``).
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

    lon = models.FloatField(_("longitude"), null=True, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="rooms")
    is_public = models.BooleanField(_("montré au public"), default=True)
    closed_on = models.DateField(_("fermé pour de bon le"), null=True, blank=True)

    about = models.CharField(_("en une phrase"), max_length=240, blank=True)
    phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    website = models.URLField(_("site web"), max_length=300, blank=True)
    transport = models.CharField(_("y venir à pied, à vélo, en bus"), max_length=300, blank=True)
    parking = models.CharField(_("se garer"), max_length=300, blank=True)
    is_always_open = models.BooleanField(_("accessible à toute heure"), default=False)
    opens_on_bank_holidays = models.BooleanField(_("ouvert les jours fériés"), default=False)

    version = models.PositiveIntegerField(_("version"), default=1)

    objects = SiteQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=models.Q(lon__isnull=True, lat__isnull=True) | models.Q(lon__isnull=False, lat__isnull=False),
                name="site_has_both_coordinates",
            ),
            models.CheckConstraint(
                condition=models.Q(part_of__isnull=True) | ~models.Q(part_of=models.F("pk")),
                name="a_site_is_not_its_own_room",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude."""
        return None if self.lon is None or self.lat is None else (self.lon, self.lat)
