from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.prices.enums import PriceKind


class PriceRule(models.Model):
    """How a price is computed, from a day to a day, as it was voted. ``terms`` is the rule itself (``prices.rules``).

    ``organisation`` is empty for a rule of the town that every activity may use.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="price_rules")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, null=True, blank=True, related_name="price_rules"
    )
    name = models.CharField(_("nom"), max_length=120)
    kind = models.CharField(_("nature"), max_length=12, choices=PriceKind)
    unit = models.CharField(_("pour"), max_length=40, blank=True)
    terms = models.JSONField(_("règle"), default=dict)
    valid_from = models.DateField(_("à partir du"))
    valid_to = models.DateField(_("jusqu’au"), null=True, blank=True)
    decided_by = models.CharField(_("décidé par"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("tarif")
        ordering = ["name", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="price_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=PriceKind.values), name="price_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.name
