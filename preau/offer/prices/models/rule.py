from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.prices.enums import PriceKind


class PriceRuleQuerySet(models.QuerySet["PriceRule"]):
    def on(self, day: date) -> PriceRuleQuerySet:
        """Those that hold on a day: one at most of each series."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


class PriceRule(models.Model):
    """How a price is computed, from a day to a day, as it was voted. ``terms`` is the rule itself (``prices.rules``).

    ``organisation`` is empty for a rule of the town that every activity may use. The rules that follow each other
    under one name share a ``series`` and never a day: a price that has begun is not rewritten, another one follows it
    (``queries.in_force`` says which one holds). ``version`` keeps two people from overwriting each other.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="price_rules")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, null=True, blank=True, related_name="price_rules"
    )
    series = models.UUIDField(_("suite"), default=uuid4, editable=False)
    name = models.CharField(_("nom"), max_length=120)
    kind = models.CharField(_("nature"), max_length=12, choices=PriceKind)
    unit = models.CharField(_("pour"), max_length=40, blank=True)
    terms = models.JSONField(_("règle"), default=dict)
    valid_from = models.DateField(_("à partir du"))
    valid_to = models.DateField(_("jusqu’au"), null=True, blank=True)
    decided_by = models.CharField(_("décidé par"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = PriceRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("tarif")
        ordering = ["name", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="price_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=PriceKind.values), name="price_kind_is_known"),
            models.UniqueConstraint(fields=["series", "valid_from"], name="price_begins_once_a_day"),
            models.UniqueConstraint(
                fields=["series"], condition=models.Q(valid_to__isnull=True), name="one_price_without_end_by_series"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
