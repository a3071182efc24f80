from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models import Register


class AssociationRecord(Register):
    """What the national register of associations says: ``official_id`` is the RNA (W and nine digits), else the SIREN.

    ``organisation`` is the partner of the town that it speaks of, once somebody said so.
    """

    rna = models.CharField(_("RNA"), max_length=10, blank=True)
    siren = models.CharField(_("SIREN"), max_length=9, blank=True)
    siret = models.CharField(_("SIRET du siège"), max_length=14, blank=True)
    name = models.CharField(_("nom"), max_length=250)
    purpose = models.TextField(_("objet"), blank=True)
    regime = models.CharField(_("régime"), max_length=60, blank=True)
    address = models.CharField(_("adresse du siège"), max_length=300, blank=True)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    insee_code = models.CharField(_("commune"), max_length=5, blank=True)
    city = models.CharField(_("nom de la commune"), max_length=80, blank=True)
    is_active = models.BooleanField(_("en activité"), default=True)
    created_on = models.DateField(_("créée le"), null=True, blank=True)
    dissolved_on = models.DateField(_("dissoute le"), null=True, blank=True)
    approvals = models.JSONField(_("agréments"), default=list, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="association_records"
    )

    class Meta:
        verbose_name = _("association au registre")
        verbose_name_plural = _("associations au registre")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["commune", "official_id"], name="association_once_by_commune")]

    def __str__(self) -> str:
        return self.name
