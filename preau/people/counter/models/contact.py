from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeskContact(models.Model):
    """Where and how a desk is reached, from a day on: the law asks that each receipt says it."""

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="desk_contacts")
    address = models.CharField(_("adresse"), max_length=200)
    phone = models.CharField(_("téléphone"), max_length=40)
    email = models.EmailField(_("adresse électronique"), blank=True)
    hours = models.CharField(_("heures"), max_length=200, blank=True)
    valid_from = models.DateField(_("à partir du"))
    set_at = models.DateTimeField(_("réglé le"))
    set_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("coordonnées de l’accueil")
        ordering = ["-valid_from"]
        constraints = [models.UniqueConstraint(fields=["organisation", "valid_from"], name="one_desk_contact_by_day")]

    def __str__(self) -> str:
        return f"{self.address} {self.phone}"
