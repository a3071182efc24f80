from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import QuotientSource


class FamilyQuotient(models.Model):
    """The income index of a home, from a day to a day. ``month`` is the first day of the month of its computation.

    A home without one pays as the price rule says for nobody's quotient; it is never guessed.
    """

    household = models.ForeignKey("households.Household", models.CASCADE, related_name="quotients")
    value = models.PositiveIntegerField(_("quotient familial"))
    source = models.CharField(_("d’après"), max_length=8, choices=QuotientSource)
    provider = models.CharField(_("organisme"), max_length=8, blank=True)
    month = models.DateField(_("mois"))
    valid_from = models.DateField(_("à partir du"))
    valid_until = models.DateField(_("jusqu’au"))
    document = models.ForeignKey(
        "households.SupportingDocument", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    consent = models.ForeignKey("households.Consent", models.SET_NULL, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(_("enregistré le"))

    class Meta:
        verbose_name = _("quotient familial")
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="quotient_ends_after_start"),
        ]

    def __str__(self) -> str:
        return str(self.value)


class QuotientTerm(models.Model):
    """How many months a quotient holds, from a day on, as the town decided it."""

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="quotient_terms")
    months = models.PositiveSmallIntegerField(_("mois"))
    valid_from = models.DateField(_("à partir du"))
    set_at = models.DateTimeField(_("réglé le"))
    set_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("durée d’un quotient familial")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="one_quotient_term_by_day"),
            models.CheckConstraint(condition=Q(months__gte=1, months__lte=24), name="quotient_term_is_sensible"),
        ]

    def __str__(self) -> str:
        return f"{self.months} {self.valid_from}"
