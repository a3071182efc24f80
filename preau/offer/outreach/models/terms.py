from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class OutreachTerms(models.Model):
    """How long a list stays open, of how many children at most, in a group of how many at least, from a day on.

    Without a row, the house's own terms count. A list keeps the end that it was opened with.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    days = models.PositiveSmallIntegerField(
        _("jours d’ouverture"), validators=[MinValueValidator(1), MaxValueValidator(90)]
    )
    least = models.PositiveSmallIntegerField(
        _("enfants du groupe, au moins"), validators=[MinValueValidator(11), MaxValueValidator(100)]
    )
    most = models.PositiveSmallIntegerField(
        _("enfants d’une liste, au plus"), validators=[MinValueValidator(11), MaxValueValidator(200)]
    )
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("règle de l’aller vers")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="outreach_terms_begin_once_a_day"),
            models.CheckConstraint(condition=Q(days__range=(1, 90)), name="a_list_lasts_ninety_days_at_most"),
            models.CheckConstraint(condition=Q(least__gte=11), name="a_group_of_fewer_than_eleven_is_never_named"),
            models.CheckConstraint(condition=Q(most__gte=F("least")), name="a_list_may_hold_its_smallest_group"),
        ]

    def __str__(self) -> str:
        return f"{self.days} j"
