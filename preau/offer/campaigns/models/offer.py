from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.allocation import Kind, Order
from preau.offer.campaigns.criteria import KNOWN

KINDS = [(Kind.SOFT, _("rendue si personne ne la demande")), (Kind.HARD, _("gardée vide"))]
ORDERS = [
    (Order.BEFORE, _("remplie avant les autres places")),
    (Order.AFTER, _("remplie après les autres places")),
    (Order.BOTH, _("moitié avant, moitié après")),
]


class CampaignOffer(models.Model):
    """A group that the campaign gives places of. ``seats``: all of them, reserved ones included.

    ``beside``: offers that count as one for siblings share this word (same hall, same hours, two ages).
    """

    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="offers")
    unit = models.OneToOneField("enrolment.BookingUnit", models.PROTECT, related_name="campaign_offer")
    seats = models.PositiveSmallIntegerField(_("places de la campagne"))
    beside = models.CharField(_("à côté de"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("offre d’une campagne")
        ordering = ["unit__activity__title", "unit__label", "pk"]
        constraints = [models.CheckConstraint(condition=Q(seats__gte=1), name="a_campaign_offer_has_seats")]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.unit_id}"

    @property
    def code(self) -> str:
        """Its key in the published file."""
        return f"o{self.pk}"


class Reserve(models.Model):
    """Seats of an offer that are for a criterion first. Those of inclusion are as many as staff hours allow."""

    offer = models.ForeignKey("campaigns.CampaignOffer", models.CASCADE, related_name="reserves")
    criterion = models.CharField(_("pour les enfants qui"), max_length=24)
    seats = models.PositiveSmallIntegerField(_("places réservées"))
    staff_minutes = models.PositiveIntegerField(_("minutes d’accompagnement par semaine"), null=True, blank=True)
    kind = models.CharField(_("si elle reste libre"), max_length=6, choices=KINDS, default=Kind.SOFT)
    order = models.CharField(_("ordre"), max_length=6, choices=ORDERS, default=Order.AFTER)
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)

    class Meta:
        verbose_name = _("place réservée")
        ordering = ["rank", "pk"]
        constraints = [models.CheckConstraint(condition=Q(seats__gte=1), name="a_reserve_has_seats")]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.criterion}"

    @property
    def words(self) -> str:
        """Completes « les enfants qui … »."""
        known = KNOWN.get(self.criterion)
        return str(known.words) if known else self.criterion


class Bundle(models.Model):
    """Offers of a campaign that are asked for as one: Monday and Thursday, the five days of a week."""

    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="bundles")
    label = models.CharField(_("nom du groupe d’offres"), max_length=120)
    offers = models.ManyToManyField("campaigns.CampaignOffer", related_name="bundles")

    class Meta:
        verbose_name = _("offres groupées")
        ordering = ["label", "pk"]

    def __str__(self) -> str:
        return self.label
