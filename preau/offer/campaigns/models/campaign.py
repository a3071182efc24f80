from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.crypto.fields import EncryptedTextField
from preau.offer.campaigns.enums import CampaignState, LegalProfile
from preau.offer.campaigns.states import PUBLIC


class CampaignQuerySet(models.QuerySet["AllocationCampaign"]):
    def public(self) -> CampaignQuerySet:
        return self.filter(state__in=PUBLIC)


class AllocationCampaign(models.Model):
    """A dated window in which families rank what they would like, under rules voted before.

    ``rules`` is what was voted, and ``rules_hash`` its fingerprint: the database keeps both from changing once they are
    there. ``commitment`` is the fingerprint of ``secret``, published when the campaign is announced; ``public_source``
    names in advance the public number that joins it, ``public_number`` is that number once known.
    ``low_quotient`` in euros a month, for the rule that uses it. ``second_round``: places given back are kept until
    all have answered, and given by the same draw.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="campaigns")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="campaigns")
    slug = models.SlugField(_("adresse"), max_length=80)
    title = models.CharField(_("titre de la campagne"), max_length=120)
    summary = models.TextField(_("en quelques mots"), blank=True)
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    legal_profile = models.CharField(_("service"), max_length=16, choices=LegalProfile)
    state = models.CharField(_("état"), max_length=16, choices=CampaignState, default=CampaignState.PREPARED)
    opens_at = models.DateTimeField(_("ouvre le"))
    closes_at = models.DateTimeField(_("ferme le"))
    answer_until = models.DateTimeField(_("réponse attendue avant"), null=True, blank=True)
    first_activity_first = models.BooleanField(_("une première activité pour chacun d’abord"), default=True)
    second_round = models.BooleanField(_("un second tour avec les places rendues"), default=False)
    travel_minutes = models.PositiveSmallIntegerField(_("minutes de trajet entre deux lieux"), default=0)
    low_quotient = models.PositiveIntegerField(_("quotient familial bas jusqu’à"), default=600)
    resolution_number = models.CharField(_("numéro de la délibération"), max_length=60, blank=True)
    resolution_on = models.DateField(_("votée le"), null=True, blank=True)
    officer_opinion = models.TextField(_("avis du délégué à la protection des données"), blank=True)
    rules = models.JSONField(_("règles votées"), null=True, blank=True)
    rules_hash = models.CharField(_("empreinte des règles"), max_length=64, blank=True)
    secret = EncryptedTextField(_("secret du tirage"), blank=True)
    commitment = models.CharField(_("empreinte du secret"), max_length=64, blank=True)
    public_source = models.CharField(_("nombre public annoncé"), max_length=200, blank=True)
    public_number = models.CharField(_("nombre public"), max_length=120, blank=True)
    contact = models.CharField(_("qui joindre"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("créée le"))
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campagne d’inscription")
        ordering = ["-opens_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "slug"], name="campaign_slug_once_by_commune"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="campaign_closes_after_it_opens"),
            models.CheckConstraint(condition=Q(state__in=CampaignState.values), name="campaign_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=(CampaignState.PREPARED, CampaignState.CANCELLED))
                | (~Q(rules_hash="") & ~Q(resolution_number="") & Q(resolution_on__isnull=False)),
                name="rules_are_voted_before_they_serve",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC) | (~Q(commitment="") & ~Q(public_source="")),
                name="a_draw_is_promised_before_it_is_made",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CampaignStep(models.Model):
    """A step in the life of a campaign: who, when, from where to where, why."""

    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="steps")
    step = models.CharField(_("étape"), max_length=10)
    from_state = models.CharField(max_length=16, choices=CampaignState)
    to_state = models.CharField(max_length=16, choices=CampaignState)
    reason = models.CharField(_("raison"), max_length=400, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("étape d’une campagne")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.step}"
