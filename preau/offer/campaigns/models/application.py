from __future__ import annotations

import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import ApplicationState
from preau.people.households.enums import Channel


def new_code() -> str:
    """What stands for a child in the published file: nothing can be told from it."""
    return secrets.token_hex(8)


class Application(models.Model):
    """A child's wishes in a campaign. ``code`` is all that the published file says of who asks.

    ``most``: how many activities the family would take. ``together``: rather with brothers and sisters than each at
    its best wish. ``accompanied``: where the inclusion team decided that the child comes with somebody; people decide
    it, the draw takes it as it is. ``facts`` are the criteria held, frozen at the decision with the source of each.
    When it was sent counts for nothing: it is kept for the family only. ``reminded_at``: a human called those who had
    stopped half-way. ``stays_at``: since when the family keeps what it confirmed and asks the second round for nothing
    better.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("code publié"), max_length=16, default=new_code, unique=True, editable=False)
    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="applications")
    child = models.ForeignKey("households.Child", models.PROTECT, related_name="applications")
    household = models.ForeignKey("households.Household", models.PROTECT, null=True, related_name="applications")
    state = models.CharField(_("état"), max_length=10, choices=ApplicationState, default=ApplicationState.DRAFT)
    most = models.PositiveSmallIntegerField(_("activités souhaitées au plus"), default=1)
    together = models.BooleanField(_("ensemble si possible"), default=True)
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    asked_by = models.ForeignKey("households.Adult", models.SET_NULL, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    accompanied = models.ManyToManyField("campaigns.CampaignOffer", related_name="accompanied", blank=True)
    facts = models.JSONField(_("critères retenus"), null=True, blank=True)
    started_at = models.DateTimeField(_("commencée le"))
    saved_at = models.DateTimeField(_("enregistrée le"))
    sent_at = models.DateTimeField(_("envoyée le"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("rappelée le"), null=True, blank=True)
    stays_at = models.DateTimeField(_("reste où il est depuis le"), null=True, blank=True)
    stays_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    reminded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("demande")
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "child"], name="one_application_by_child_and_campaign"),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.SENT) | Q(sent_at__isnull=False), name="what_is_sent_has_an_instant"
            ),
            models.CheckConstraint(condition=Q(most__gte=1), name="an_application_asks_for_something"),
        ]
        indexes = [models.Index(fields=["campaign", "state"], name="application_by_state")]

    def __str__(self) -> str:
        return f"{self.child_id} → {self.campaign_id}"


class RankedWish(models.Model):
    """One wish: an offer, or a bundle. What a family would not accept is simply not written. 1 is the first."""

    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="wishes")
    rank = models.PositiveSmallIntegerField(_("rang"))
    offer = models.ForeignKey("campaigns.CampaignOffer", models.CASCADE, null=True, blank=True, related_name="wishes")
    bundle = models.ForeignKey("campaigns.Bundle", models.CASCADE, null=True, blank=True, related_name="wishes")
    part_is_fine = models.BooleanField(_("une partie suffit"), default=False)

    class Meta:
        verbose_name = _("vœu")
        ordering = ["application", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["application", "rank"], name="one_wish_by_rank"),
            models.UniqueConstraint(
                fields=["application", "offer"], condition=Q(offer__isnull=False), name="an_offer_is_wished_once"
            ),
            models.UniqueConstraint(
                fields=["application", "bundle"], condition=Q(bundle__isnull=False), name="a_bundle_is_wished_once"
            ),
            models.CheckConstraint(
                condition=Q(offer__isnull=False, bundle__isnull=True) | Q(offer__isnull=True, bundle__isnull=False),
                name="a_wish_is_an_offer_or_a_bundle",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.rank}"
