from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.smallnumbers.floor import FLOOR


class SmallNumberTerms(models.Model):
    """How few is too few, from a day on. Without a row, the floor of the house; never under it."""

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    cell = models.PositiveSmallIntegerField(_("personnes au moins"))
    sensitive_cell = models.PositiveSmallIntegerField(_("personnes au moins, données sensibles"))
    percentage = models.PositiveSmallIntegerField(_("personnes au moins pour un pourcentage"))
    rounding = models.PositiveSmallIntegerField(_("arrondi"))
    firms = models.PositiveSmallIntegerField(_("structures au moins pour un montant"))
    firm_share = models.PositiveSmallIntegerField(_("part la plus grande d’une structure, en %"))
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("seuils des petits nombres")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="small_numbers_begin_once_a_day"),
            models.CheckConstraint(
                condition=Q(
                    cell__gte=FLOOR.cell,
                    sensitive_cell__gte=FLOOR.sensitive_cell,
                    percentage__gte=FLOOR.percentage,
                    rounding__gte=FLOOR.rounding,
                    firms__gte=FLOOR.firms,
                    firm_share__range=(1, FLOOR.firm_share),
                ),
                name="no_threshold_is_under_the_floor",
            ),
            models.CheckConstraint(
                condition=Q(sensitive_cell__gte=F("cell")), name="what_is_sensitive_is_hidden_at_least_as_much"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cell} / {self.sensitive_cell}"
