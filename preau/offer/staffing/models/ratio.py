from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.offer.staffing.enums import RatioCase


class RatioRule(models.Model):
    """How many children one adult may look after, from a day to a day, and where the law says it.

    A value that changes is a new row: the one before gets its last day (``writing.date_ratio``).
    """

    case = models.CharField(_("cas"), max_length=20, choices=RatioCase)
    under_six = models.BooleanField(_("moins de 6 ans"))
    children = models.PositiveSmallIntegerField(_("enfants par adulte"))
    valid_from = models.DateField(_("à partir du"))
    valid_to = models.DateField(_("jusqu’au"), null=True, blank=True)
    source = models.CharField(_("texte"), max_length=200)

    class Meta:
        verbose_name = _("taux d’encadrement")
        verbose_name_plural = _("taux d’encadrement")
        ordering = ["case", "-under_six", "-valid_from"]
        constraints = [
            models.CheckConstraint(condition=Q(case__in=RatioCase.values), name="ratio_case_is_known"),
            models.CheckConstraint(condition=Q(children__gte=1), name="an_adult_looks_after_somebody"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="ratio_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["case", "under_six", "valid_from"], name="one_ratio_by_case_and_day"),
            models.UniqueConstraint(
                fields=["case", "under_six"], condition=Q(valid_to__isnull=True), name="one_ratio_without_end_by_case"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} 1/{self.children}"
