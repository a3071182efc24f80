from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import ContactBy


class Adult(models.Model):
    """A grown-up of a family. ``account`` is empty for those who never use the site: paper is enough.

    ``language`` is that in which the person likes to be told things, as a code (« fr », « ar »…).
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="adults")
    account = models.OneToOneField("accounts.User", models.SET_NULL, null=True, blank=True, related_name="as_adult")
    first_name = models.CharField(_("prénom"), max_length=80)
    last_name = models.CharField(_("nom"), max_length=80)
    email = models.EmailField(_("adresse électronique"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    contact_by = models.CharField(
        _("joindre de préférence par"), max_length=5, choices=ContactBy, default=ContactBy.MAIL
    )
    language = models.CharField(_("langue"), max_length=10, default="fr")
    created_at = models.DateTimeField(_("créé le"))
    erased_on = models.DateField(_("effacé le"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("adulte de la famille")
        ordering = ["last_name", "first_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(contact_by=ContactBy.MAIL) | ~Q(email="") | Q(erased_on__isnull=False),
                name="who_is_reached_by_mail_has_an_address",
            ),
        ]
        indexes = [models.Index(fields=["commune", "last_name"], name="adult_by_name")]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"
