from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import AppealKind, OverrideReason


class CaseExplanation(models.Model):
    """Why a wish came out as it did, written when it was decided and never worked out again (brief, c.5).

    ``content`` holds what the engine told, part by part; ``words`` is the paragraph that the family reads.
    """

    run = models.ForeignKey("campaigns.AllocationRun", models.CASCADE, related_name="cases")
    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="cases")
    rank = models.PositiveSmallIntegerField(_("rang du vœu"))
    result = models.CharField(_("résultat"), max_length=12)
    reason = models.CharField(_("motif"), max_length=16)
    content = models.JSONField(_("explication détaillée"))
    words = models.TextField(_("explication en clair"))

    class Meta:
        verbose_name = _("explication d’une décision")
        ordering = ["application", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["run", "application", "rank"], name="one_explanation_by_wish_and_run")
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.rank} {self.result}"


class Override(models.Model):
    """A human exception: a place given outside the order, for a coded reason, by two people. Counted in public."""

    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="overrides")
    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="overrides")
    offer = models.ForeignKey("campaigns.CampaignOffer", models.PROTECT, related_name="overrides")
    reason = models.CharField(_("motif"), max_length=12, choices=OverrideReason)
    author = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("demandée le"))
    second_reader = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(_("signée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("dérogation")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(second_reader__isnull=True) | ~Q(second_reader=models.F("author")),
                name="an_override_is_signed_by_two",
            ),
            models.CheckConstraint(
                condition=Q(second_reader__isnull=True, signed_at__isnull=True)
                | Q(second_reader__isnull=False, signed_at__isnull=False),
                name="an_override_is_signed_at_an_instant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.reason}"


class Appeal(models.Model):
    """A decision that a family contests, with the day by which it must be answered."""

    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="appeals")
    kind = models.CharField(_("devant"), max_length=10, choices=AppealKind)
    words = models.TextField(_("ce que dit la famille"), blank=True)
    received_on = models.DateField(_("reçu le"))
    due_on = models.DateField(_("réponse due le"))
    outcome = models.TextField(_("réponse"), blank=True)
    answered_on = models.DateField(_("répondu le"), null=True, blank=True)
    answered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("recours")
        ordering = ["due_on"]

    def __str__(self) -> str:
        return f"{self.application_id} {self.kind}"
