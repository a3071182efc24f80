from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CatalogueCounter(models.Model):
    """How many changes the catalogue of a town has known. Each change takes the next number (``revisions.py``)."""

    commune = models.OneToOneField("organisations.Commune", models.CASCADE, related_name="catalogue_counter")
    value = models.PositiveBigIntegerField(_("valeur"), default=0)

    class Meta:
        verbose_name = _("compteur du catalogue")

    def __str__(self) -> str:
        return str(self.value)
