from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.plan.sheets.enums import BudgetKind


class BudgetLine(models.Model):
    """An expense, or what a funder brings, in euros. Only what a funder brings can be granted."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="budget")
    kind = models.CharField(_("nature"), max_length=8, choices=BudgetKind)
    label = models.CharField(_("libellé"), max_length=160)
    funder = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="funded_lines"
    )
    funder_name = models.CharField(_("autre financeur"), max_length=160, blank=True)
    planned = models.DecimalField(_("prévu"), max_digits=10, decimal_places=2)
    granted = models.DecimalField(_("accordé"), max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = _("ligne de budget")
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(planned__gte=0) & (Q(granted__isnull=True) | Q(granted__gte=0)),
                name="money_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(kind=BudgetKind.INCOME)
                | Q(kind=BudgetKind.EXPENSE, granted__isnull=True, funder__isnull=True, funder_name=""),
                name="only_income_has_a_funder",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def from_whom(self) -> str:
        return str(self.funder) if self.funder else self.funder_name
