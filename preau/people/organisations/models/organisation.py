from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.enums import OrganisationKind


class Organisation(models.Model):
    """A town service, a school, an association, an institution: whoever owns or carries something of the plan."""

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="organisations")
    name = models.CharField(_("nom"), max_length=160)
    slug = models.SlugField(_("identifiant"), max_length=80)
    kind = models.CharField(_("nature"), max_length=20, choices=OrganisationKind)
    description = models.TextField(_("présentation"), blank=True)
    uai = models.CharField(_("code UAI"), max_length=8, blank=True)
    email = models.EmailField(_("adresse électronique"), blank=True)

    class Meta:
        verbose_name = _("organisation")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["commune", "slug"], name="organisation_slug_once_by_commune")]

    def __str__(self) -> str:
        return self.name
