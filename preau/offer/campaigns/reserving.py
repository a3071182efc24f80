"""Before the vote, group by group: seats kept for some children, groups asked for as one, and how places are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from preau.offer.enrolment.models import BookingUnit
from preau.offer.enrolment.timetable import meet, spans_of
from preau.people.accounts.hand import Hand

from .criteria import allowed
from .errors import NotReady
from .models import AllocationCampaign, Bundle, CampaignOffer, Reserve
from .preparing import ReserveFacts, changed, hold_prepared

INCLUSION = "inclusion"


@transaction.atomic
def set_offer(
    offer: CampaignOffer, *, seats: int, reserves: Sequence[ReserveFacts], beside: str = "", hand: Hand
) -> CampaignOffer:
    """Replaces the seats and reserves of a group, in their order. Raises RulesFixed, NotReady."""
    held = hold_prepared(offer.campaign)
    unit = BookingUnit.objects.select_for_update(no_key=True, of=("self",)).select_related("slot", "session__slot")
    kept, wrong = reserves_of(unit.get(pk=offer.unit_id), reserves, held)
    room = BookingUnit.objects.get(pk=offer.unit_id).room
    if seats > room:
        wrong.append(_("Ce groupe n’a que %(room)d places libres.") % {"room": room})
    if sum(each.seats for each in kept) > seats:
        wrong.append(_("Les places réservées dépassent les places offertes."))
    if wrong:
        raise NotReady(wrong)
    offer.seats, offer.beside = seats, beside
    offer.save(update_fields=["seats", "beside"])
    offer.reserves.all().delete()
    write_reserves(offer, kept)
    changed(held, "offer", hand)
    return offer


def reserves_of(
    unit: BookingUnit, reserves: Sequence[ReserveFacts], campaign: AllocationCampaign
) -> tuple[list[ReserveFacts], list[str]]:
    """(with the seats that staff hours allow, what is wrong). ``unit`` comes with its slot or its session."""
    known, wrong = allowed(campaign.legal_profile), []
    if {each.criterion for each in reserves} - known.keys():
        wrong.append(_("Une réserve repose sur un critère qui n’est pas permis pour ce service."))
    if len({each.criterion for each in reserves}) < len(reserves):
        wrong.append(_("Deux réserves portent sur le même critère."))
    kept = []
    for each in reserves:
        seats = each.seats
        if each.criterion == INCLUSION:
            seats = seats_for(each.staff_minutes or 0, minutes_of(unit))
            if not seats:
                wrong.append(_("Ces heures d’accompagnement ne suffisent pas pour un enfant de ce groupe."))
        elif seats < 1:
            wrong.append(_("Une réserve a au moins une place."))
        kept.append(replace(each, seats=seats))
    return kept, wrong


def seats_for(staff_minutes: int, unit_minutes: int) -> int:
    """How many children can come with somebody: hours of staff, not chairs, are what is short (brief, f.4)."""
    return staff_minutes // unit_minutes if unit_minutes else 0


def minutes_of(unit: BookingUnit) -> int:
    """In a week, for one child; for a date, that day."""
    spans = spans_of(unit)
    return sum(
        (each.ends.hour * 60 + each.ends.minute) - (each.starts.hour * 60 + each.starts.minute) for each in spans
    )


def write_reserves(offer: CampaignOffer, reserves: Sequence[ReserveFacts]) -> None:
    Reserve.objects.bulk_create(
        Reserve(
            offer=offer,
            criterion=each.criterion,
            seats=each.seats,
            staff_minutes=each.staff_minutes,
            kind=each.kind,
            order=each.order,
            rank=rank,
        )
        for rank, each in enumerate(reserves, 1)
    )


@transaction.atomic
def bundle_offers(campaign: AllocationCampaign, label: str, offers: Sequence[CampaignOffer], *, hand: Hand) -> Bundle:
    """Offers that are asked for as one. Raises RulesFixed, NotReady."""
    held = hold_prepared(campaign)
    if len(offers) < 2 or any(each.campaign_id != held.pk for each in offers):
        raise NotReady([_("Des offres groupées sont au moins deux, de la même campagne.")])
    if _at_odds(offers):
        raise NotReady([_("Deux de ces groupes ont lieu au même moment : personne ne pourrait avoir les deux.")])
    bundle = Bundle.objects.create(campaign=held, label=label)
    bundle.offers.set(offers)
    changed(held, "bundle", hand)
    return bundle


def _at_odds(offers: Sequence[CampaignOffer]) -> bool:
    spans = [spans_of(each.unit) for each in offers]
    return any(
        meet(one, other)
        for number, mine in enumerate(spans)
        for theirs in spans[:number]
        for one in mine
        for other in theirs
    )


@transaction.atomic
def remove_bundle(bundle: Bundle, *, hand: Hand) -> None:
    """Raises RulesFixed."""
    held = hold_prepared(bundle.campaign)
    bundle.delete()
    changed(held, "bundle", hand)


@transaction.atomic
def set_ways(
    campaign: AllocationCampaign,
    *,
    first_activity_first: bool,
    second_round: bool,
    travel_minutes: int,
    low_quotient: int,
    hand: Hand,
) -> AllocationCampaign:
    """How places are given, beyond who comes first. Raises RulesFixed."""
    held = hold_prepared(campaign)
    held.first_activity_first, held.second_round = first_activity_first, second_round
    held.travel_minutes, held.low_quotient = travel_minutes, low_quotient
    held.save(update_fields=["first_activity_first", "second_round", "travel_minutes", "low_quotient"])
    changed(held, "ways", hand)
    return held
