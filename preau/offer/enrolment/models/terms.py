from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import Domain


class EnrolmentTerms(models.Model):
    """How long a freed place is kept for who comes next, from a day on. Without a row, the house's own terms count.

    Terms are never corrected: others begin, so that an answer that came too late can still be explained.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    offer_hours = models.PositiveSmallIntegerField(
        _("heures pour répondre à une proposition"), validators=[MinValueValidator(1), MaxValueValidator(336)]
    )
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("délai de réponse")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="enrolment_terms_begin_once_a_day"),
            models.CheckConstraint(condition=Q(offer_hours__range=(1, 336)), name="an_offer_lasts_an_hour_or_more"),
        ]

    def __str__(self) -> str:
        return f"{self.offer_hours} h"


class DomainCap(models.Model):
    """How many groups of one domain a child may have in a school year, from a day on; ``most`` empty lifts the cap."""

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    domain = models.CharField(_("domaine"), max_length=12, choices=Domain)
    valid_from = models.DateField(_("valable à partir du"))
    most = models.PositiveSmallIntegerField(_("groupes par enfant et par année"), null=True, blank=True)
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("limite par domaine")
        ordering = ["domain", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "domain", "valid_from"], name="domain_cap_begins_once_a_day"),
            models.CheckConstraint(condition=Q(most__isnull=True) | Q(most__gte=1), name="a_cap_leaves_one_group"),
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.most}"
