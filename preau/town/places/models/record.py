from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models import Register
from preau.town.places.enums import PlaceRegister


class PlaceRecord(Register):
    """What a national register says of a place: a school, a sports facility, a public place, a digital help desk.

    It is read, never corrected here: corrections go to the register. ``site`` is the town's own place that it speaks
    of, once somebody said so. ``facts`` keeps the register's other answers under stable names (``sources/`` says
    which); ``access`` those about accessibility, in the words of acceslibre. Degrees in WGS84, empty when unknown.
    """

    register = models.CharField(_("registre"), max_length=12, choices=PlaceRegister)
    name = models.CharField(_("nom"), max_length=240)
    kind = models.CharField(_("nature"), max_length=160, blank=True)
    address = models.CharField(_("adresse"), max_length=240, blank=True)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    insee_code = models.CharField(_("commune"), max_length=5, blank=True)
    city = models.CharField(_("nom de la commune"), max_length=80, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    phone = models.CharField(_("téléphone public"), max_length=40, blank=True)
    website = models.CharField(_("site web"), max_length=300, blank=True)
    facts = models.JSONField(_("autres informations"), default=dict, blank=True)
    access = models.JSONField(_("accessibilité"), default=dict, blank=True)
    site = models.ForeignKey("places.Site", models.SET_NULL, null=True, blank=True, related_name="records")

    class Meta:
        verbose_name = _("fiche officielle d’un lieu")
        verbose_name_plural = _("fiches officielles de lieux")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "register", "official_id"], name="place_once_by_register"),
            models.CheckConstraint(
                condition=models.Q(lon__isnull=True, lat__isnull=True) | models.Q(lon__isnull=False, lat__isnull=False),
                name="place_record_has_both_coordinates",
            ),
        ]

    def __str__(self) -> str:
        return self.name
