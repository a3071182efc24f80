from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ParticipationTerms(models.Model):
    """How often one must have come in a year to be said to take part, from a day on (domain brief, b.0 bis).

    Without a row, the house's own count. A figure of a past year keeps the terms of its own last day.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    presences = models.PositiveSmallIntegerField(
        _("présences dans l’année"), validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("participation active")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="participation_terms_begin_once_a_day"),
            models.CheckConstraint(condition=Q(presences__range=(1, 60)), name="taking_part_is_coming_once_or_more"),
        ]

    def __str__(self) -> str:
        return str(self.presences)
