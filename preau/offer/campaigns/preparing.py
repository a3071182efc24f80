"""A campaign before the vote: its offers, its classes of priority, its reserves. After it, nothing here changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.addresses import address_of, first_free
from preau.offer.allocation import Kind, Order
from preau.offer.enrolment.enums import Mode
from preau.offer.enrolment.models import BookingUnit
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation

from .criteria import allowed
from .enums import CampaignState
from .errors import NotReady, RulesFixed
from .models import AllocationCampaign, CampaignOffer, PriorityRule
from .terms import terms_on


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """One class of priority, as it is typed."""

    label: str
    criteria: tuple[str, ...]
    legal_basis: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class ReserveFacts:
    """``staff_minutes`` a week, for inclusion: they say how many seats there are."""

    criterion: str
    seats: int
    staff_minutes: int | None = None
    kind: Kind = Kind.SOFT
    order: Order = Order.AFTER


@transaction.atomic
def prepare_campaign(
    organisation: Organisation,
    *,
    title: str,
    school_year: int,
    legal_profile: str,
    opens_at: datetime,
    closes_at: datetime,
    hand: Hand,
    summary: str = "",
    contact: str = "",
) -> AllocationCampaign:
    """An empty campaign of a service."""
    _check_window(organisation.commune_id, opens_at, closes_at)
    used = AllocationCampaign.objects.filter(commune=organisation.commune).values_list("slug", flat=True)
    campaign = AllocationCampaign.objects.create(
        commune=organisation.commune,
        organisation=organisation,
        slug=first_free(address_of(title, longest=70, otherwise="campagne"), set(used)),
        title=title,
        summary=summary,
        contact=contact,
        school_year=school_year,
        legal_profile=legal_profile,
        opens_at=opens_at,
        closes_at=closes_at,
        created_at=hand.now,
    )
    record("campaign.prepared", campaign, by=hand.by_id, now=hand.now, details={"slug": campaign.slug})
    return campaign


@transaction.atomic
def set_rules(campaign: AllocationCampaign, rules: Sequence[RuleFacts], *, hand: Hand) -> None:
    """Replaces the classes of priority, first one first. Raises RulesFixed, NotReady."""
    held = hold_prepared(campaign)
    known = allowed(held.legal_profile)
    most = terms_on(held.commune_id, timezone.localdate(hand.now)).rules
    wrong = (
        [_("%(most)d critères au plus : au-delà, personne ne comprend.") % {"most": most}] if len(rules) > most else []
    )
    for rule in rules:
        if not rule.criteria:
            wrong.append(_("« %(label)s » ne dit pas quels enfants.") % {"label": rule.label})
        if set(rule.criteria) - known.keys():
            wrong.append(_("« %(label)s » n’est pas permis pour ce service.") % {"label": rule.label})
    if wrong:
        raise NotReady(wrong)
    held.priority_rules.all().delete()
    PriorityRule.objects.bulk_create(
        PriorityRule(
            campaign=held,
            rank=rank,
            label=rule.label,
            criteria=sorted(rule.criteria),
            legal_basis=rule.legal_basis,
            proof=rule.proof,
        )
        for rank, rule in enumerate(rules, 1)
    )
    changed(held, "rules", hand)


@transaction.atomic
def add_offer(campaign: AllocationCampaign, unit: BookingUnit, *, seats: int, hand: Hand) -> CampaignOffer:
    """Gives places of a group through the campaign: nobody registers in it directly any more.

    Raises RulesFixed, NotReady.
    """
    held = hold_prepared(campaign)
    unit = BookingUnit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    wrong = []
    if CampaignOffer.objects.filter(unit=unit).exists():
        wrong.append(_("Ce groupe est déjà dans une campagne."))
    if seats > unit.room:
        wrong.append(_("Ce groupe n’a que %(room)d places libres.") % {"room": unit.room})
    if wrong:
        raise NotReady(wrong)
    unit.mode = Mode.CAMPAIGN
    unit.save(update_fields=["mode"])
    offer = CampaignOffer.objects.create(campaign=held, unit=unit, seats=seats)
    changed(held, "offer", hand)
    return offer


@transaction.atomic
def remove_offer(offer: CampaignOffer, *, hand: Hand) -> None:
    """The group takes direct registrations again. Raises RulesFixed."""
    held = hold_prepared(offer.campaign)
    BookingUnit.objects.filter(pk=offer.unit_id).update(mode=Mode.DIRECT)
    offer.delete()
    changed(held, "offer", hand)


def hold_prepared(campaign: AllocationCampaign) -> AllocationCampaign:
    held = AllocationCampaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    if held.state != CampaignState.PREPARED:
        raise RulesFixed
    return held


def _check_window(commune_id: int, opens_at: datetime, closes_at: datetime) -> None:
    least = terms_on(commune_id, timezone.localdate(opens_at)).window
    if (closes_at - opens_at).days < least:
        raise NotReady([_("Les familles ont au moins %(days)d jours pour faire leurs vœux.") % {"days": least}])


def changed(campaign: AllocationCampaign, what: str, hand: Hand) -> None:
    campaign.version += 1
    campaign.save(update_fields=["version"])
    record("campaign.changed", campaign, by=hand.by_id, now=hand.now, details={"what": what})
