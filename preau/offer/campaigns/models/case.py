from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import OverrideReason, OverrideState, Seat


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
    """A human exception: a place given outside the order, for a coded reason, by two people. Counted in public.

    ``words``: why, for the second reader; they leave the desk no more than the family's file does. ``rank``: on the
    waiting list, for a seat of that kind. ``told``: what the family reads, written at the signature. ``closing``: why
    it was refused or withdrawn.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="overrides")
    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="overrides")
    offer = models.ForeignKey("campaigns.CampaignOffer", models.PROTECT, related_name="overrides")
    state = models.CharField(_("état"), max_length=10, choices=OverrideState, default=OverrideState.ASKED)
    reason = models.CharField(_("motif"), max_length=12, choices=OverrideReason)
    seat = models.CharField(_("quelle place"), max_length=6, choices=Seat, default=Seat.EXTRA)
    rank = models.PositiveSmallIntegerField(_("rang donné"), null=True, blank=True)
    words = models.TextField(_("ce qui le justifie"), blank=True)
    author = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("demandée le"))
    second_reader = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(_("signée le"), null=True, blank=True)
    told = models.TextField(_("ce que la famille en lit"), blank=True)
    closing = models.CharField(_("raison du refus ou du retrait"), max_length=400, blank=True)
    closed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(_("refusée ou retirée le"), null=True, blank=True)
    enrolment = models.ForeignKey(
        "enrolment.Enrolment", models.SET_NULL, null=True, blank=True, related_name="overrides"
    )

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
            models.CheckConstraint(
                condition=Q(state=OverrideState.SIGNED, signed_at__isnull=False)
                | (~Q(state=OverrideState.SIGNED) & Q(signed_at__isnull=True)),
                name="an_override_that_serves_was_signed",
            ),
            models.CheckConstraint(
                condition=Q(seat=Seat.EXTRA, rank__isnull=True) | Q(seat=Seat.RANK, rank__gte=1),
                name="an_override_gives_a_seat_or_a_rank",
            ),
            models.UniqueConstraint(
                fields=["application", "offer"],
                condition=Q(state=OverrideState.ASKED),
                name="an_override_is_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.reason}"
