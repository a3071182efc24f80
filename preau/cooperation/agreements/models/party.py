from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartyQuerySet(models.QuerySet["Party"]):
    def unsigned(self) -> PartyQuerySet:
        from .signature import Signature

        standing = Signature.objects.standing().filter(party=models.OuterRef("pk"))
        return self.filter(~models.Exists(standing))


class Party(models.Model):
    """An institution that signs, and in what capacity: "le préfet", "la direction de la CAF".

    ``name`` is how the agreement calls it; without one, the name of its organisation. ``signatory`` may sign in the
    platform, as long as they hold a role for the organisation. ``asked_on``: since when its signature is awaited.
    """

    agreement = models.ForeignKey("agreements.Agreement", models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="parties"
    )
    name = models.CharField(_("nom dans la convention"), max_length=160, blank=True)
    capacity = models.CharField(_("qualité"), max_length=160)
    signatory = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="parties")
    position = models.PositiveIntegerField(_("ordre"), default=1)
    asked_on = models.DateField(_("signature demandée le"), null=True, blank=True)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("signataire")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name="") | models.Q(organisation__isnull=False), name="a_party_has_a_name"
            ),
            models.UniqueConstraint(
                fields=["agreement", "organisation"],
                condition=models.Q(organisation__isnull=False),
                name="an_organisation_is_a_party_once",
            ),
        ]

    def __str__(self) -> str:
        return self.institution

    @property
    def institution(self) -> str:
        return self.name or (self.organisation.name if self.organisation else "")
