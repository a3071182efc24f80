from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.spaces.enums import Shade, Sport, Wheelchair


class OpenSpace(models.Model):
    """A sports space that anybody may use without booking: the sheet of what one finds there.

    ``token`` is what the QR code on the gate carries: it says nothing and can be changed when a poster is stolen.
    A truth left empty is unknown. Hours are those of the site. Works: days, both in; no end while it is unknown.
    """

    site = models.OneToOneField("places.Site", models.CASCADE, related_name="open_space")
    token = models.CharField(_("repère du panneau"), max_length=24, unique=True)
    sports = models.JSONField(_("sports possibles"), default=list, blank=True)
    rules = models.TextField(_("règles du lieu"), blank=True)
    ground = models.CharField(_("sol"), max_length=120, blank=True)
    has_light = models.BooleanField(_("éclairé le soir"), null=True, blank=True)
    light_until = models.TimeField(_("éclairé jusqu’à"), null=True, blank=True)
    shade = models.CharField(_("ombre"), max_length=8, choices=Shade, blank=True)
    has_water = models.BooleanField(_("eau potable"), null=True, blank=True)
    has_toilets = models.BooleanField(_("toilettes"), null=True, blank=True)
    wheelchair = models.CharField(_("en fauteuil"), max_length=8, choices=Wheelchair, blank=True)
    wheelchair_words = models.CharField(_("précision sur l’accès en fauteuil"), max_length=200, blank=True)
    equipment = models.CharField(_("caisse de matériel"), max_length=240, blank=True)
    referent = models.CharField(_("adulte présent"), max_length=160, blank=True)
    works_from = models.DateField(_("travaux à partir du"), null=True, blank=True)
    works_to = models.DateField(_("travaux jusqu’au"), null=True, blank=True)
    works_words = models.CharField(_("quels travaux"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("espace en accès libre")
        ordering = ["site__name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(works_to__isnull=True)
                | models.Q(works_from__isnull=False, works_to__gte=models.F("works_from")),
                name="works_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        return self.token

    @property
    def sport_labels(self) -> list[str]:
        """In the order of the list of sports."""
        return [str(sport.label) for sport in Sport if sport in self.sports]
