from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class YearlyReview(models.Model):
    """What the signatories said of a year, together. ``school_year`` is that in which it began: 2026 for 2026-2027."""

    agreement = models.ForeignKey("agreements.Agreement", models.CASCADE, related_name="reviews")
    school_year = models.PositiveIntegerField(_("année scolaire"))
    held_on = models.DateField(_("tenu le"))
    summary = models.TextField(_("ce qui en ressort"))
    recorded_at = models.DateTimeField(_("enregistré le"))
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("bilan annuel")
        ordering = ["-school_year"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "school_year"], name="agreement_is_reviewed_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.school_year}"
