from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PickupAuthorisation(models.Model):
    """Who else may collect a child, from a day to a day. ``link`` is the family's word: « grand-mère », « voisin »."""

    child = models.ForeignKey("households.Child", models.CASCADE, related_name="pickups")
    name = models.CharField(_("nom et prénom"), max_length=120)
    link = models.CharField(_("lien avec l’enfant"), max_length=60, blank=True)
    phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    from_on = models.DateField(_("depuis le"))
    until_on = models.DateField(_("jusqu’au"), null=True, blank=True)
    given_by = models.ForeignKey("households.Adult", models.CASCADE, related_name="+")
    given_at = models.DateTimeField(_("donnée le"))

    class Meta:
        verbose_name = _("personne autorisée à venir chercher l’enfant")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
