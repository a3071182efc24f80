from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models import Register


class Address(Register):
    """A door of the Base Adresse Nationale. Degrees in WGS84. ``suffix`` is bis, ter, a…"""

    number = models.PositiveIntegerField(_("numéro"), null=True, blank=True)
    suffix = models.CharField(_("indice de répétition"), max_length=12, blank=True)
    street = models.CharField(_("voie"), max_length=120)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    insee_code = models.CharField(_("commune"), max_length=5)
    city = models.CharField(_("nom de la commune"), max_length=80)
    lon = models.FloatField(_("longitude"))
    lat = models.FloatField(_("latitude"))
    is_certified = models.BooleanField(_("certifiée par la commune"), default=False)

    class Meta:
        verbose_name = _("adresse")
        verbose_name_plural = _("adresses")
        constraints = [models.UniqueConstraint(fields=["commune", "official_id"], name="address_once_by_commune")]
        indexes = [models.Index(fields=["commune", "street", "number"], name="address_by_street")]

    def __str__(self) -> str:
        number = f"{self.number} {self.suffix}".strip() if self.number else ""
        return f"{number} {self.street}".strip()
