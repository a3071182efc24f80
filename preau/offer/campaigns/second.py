"""The second round: the same children, rules and draw, without the places that families gave back (decision 0032).

Who confirmed a place keeps it or gets a wish they prefer; who would rather not move says so before. Decided and told in
one go: everybody has answered, so nobody learns anything before the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer import allocation as engine
from preau.offer.allocation.second import second_round
from preau.offer.allocation.writing import sha256
from preau.offer.enrolment.enums import LIVE, EnrolmentState
from preau.offer.enrolment.known import hold_families
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.regranting import Round, regrant
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.hearing import tell_guardians

from .deciding import WAITS, evening, explain, request_of, summary_of
from .enums import CampaignState, OverrideState, RunKind, Seat
from .errors import NotReady, WindowClosed
from .models import AllocationCampaign, AllocationRun, Application, CampaignOffer
from .problem import offers_of, sent_to
from .states import LIFE
from .stepping import hold, take
from .telling import Again
from .terms import terms_on


@transaction.atomic
def stay(application: Application, *, stays: bool, hand: Hand) -> Application:
    """The family keeps what it confirmed and asks the second round for nothing better, or changes its mind.

    Raises WindowClosed once the second round is made, or where there is none.
    """
    campaign = hold(application.campaign)
    if campaign.state != CampaignState.NOTIFIED or not campaign.second_round:
        raise WindowClosed
    held = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
    if stays != (held.stays_at is not None):
        held.stays_at, held.stays_by = (hand.now, hand.by) if stays else (None, None)
        held.save(update_fields=["stays_at", "stays_by"])
        record("application.stays" if stays else "application.moves", held, by=hand.by_id, now=hand.now)
    return held


def can_stay(campaign: AllocationCampaign, states: Iterable[str]) -> bool:
    """Something is held, something they preferred is awaited, and the second round is still to come."""
    if not campaign.second_round or campaign.state != CampaignState.NOTIFIED:
        return False
    found = {str(each) for each in states}
    return bool({EnrolmentState.CONFIRMED, EnrolmentState.OFFERED} & found) and EnrolmentState.WAITING in found


@transaction.atomic
def run_second_round(campaign: AllocationCampaign, *, hand: Hand) -> AllocationRun:
    """Computed from the published file of the first, and published as it was. Raises NotNow, NotReady, NoSeatLeft."""
    held = hold(campaign)
    LIFE.take("second", held.state)
    applications = {each.code: each for each in sent_to(held) if each.household is not None}
    hold_families([request_of(each, hand) for each in applications.values()])
    offers = offers_of(held)
    list(BookingUnit.objects.select_for_update(no_key=True).filter(campaign_offer__in=offers).order_by("pk"))
    places = _places(offers, applications)
    _check(held, places, hand)
    first = held.runs.get(kind=RunKind.OFFICIAL)
    problem, draw = engine.published(first.document)
    before = engine.solve(problem, seed=draw.seed)
    again = _problem(problem, before, places, offers, applications, _exceptions(held, applications))
    try:
        outcome = engine.solve(again, seed=draw.seed)
    except engine.BadFile as wrong:
        raise NotReady([str(wrong)]) from wrong
    document = engine.publish(again, draw, outcome)
    run = AllocationRun.objects.create(
        campaign=held,
        kind=RunKind.SECOND,
        input_hash=engine.fingerprint(again),
        result_hash=sha256(document),
        document=document,
        summary=summary_of(outcome, offers, len(applications)),
        by=hand.by,
        at=hand.now,
    )
    seconds = _seconds(problem, again, outcome)
    explain(run, outcome, offers, list(applications.values()), seconds)
    held.answer_until = evening(
        hand.now + timedelta(days=terms_on(held.commune_id, timezone.localdate(hand.now)).answer)
    )
    changed = _give(held, outcome, seconds, places, offers, applications, hand)
    take(held, "second", hand=hand)
    for application in applications.values():
        if application.child_id in changed:
            tell_guardians(application.child, _(WAITS), hand=hand)
    return run


@dataclass(frozen=True, slots=True)
class Standing:
    """Codes of offers of one application: those where a place is confirmed, and those that it gave back."""

    confirmed: set[str]
    gone: set[str]


def _places(offers: list[CampaignOffer], applications: Mapping[str, Application]) -> dict[str, Standing]:
    codes = {offer.unit_id: offer.code for offer in offers}
    children = {each.child_id: code for code, each in applications.items()}
    states: dict[tuple[str, str], set[str]] = defaultdict(set)
    rows = Enrolment.objects.filter(unit__in=codes, child__in=children)
    for unit, child, state in rows.values_list("unit", "child", "state"):
        states[children[child], codes[unit]].add(state)
    found = {code: Standing(set(), set()) for code in applications}
    for (code, offer), held in states.items():
        if EnrolmentState.CONFIRMED in held:
            found[code].confirmed.add(offer)
        elif not held & set(LIVE):
            found[code].gone.add(offer)
    return found


def _check(campaign: AllocationCampaign, places: Mapping[str, Standing], hand: Hand) -> None:
    if not campaign.second_round:
        raise NotReady([_("Les règles votées n’ont pas de second tour.")])
    if campaign.answer_until is not None and hand.now <= campaign.answer_until:
        raise NotReady([_("Les familles ont encore le temps de répondre : le second tour vient après.")])
    rows = Enrolment.objects.filter(unit__campaign_offer__campaign=campaign, state=EnrolmentState.OFFERED)
    if count := rows.count():
        raise NotReady(
            [
                ngettext(
                    "%(count)d proposition est encore ouverte : elle se ferme d’elle-même, revenez dans quelques"
                    " minutes.",
                    "%(count)d propositions sont encore ouvertes : elles se ferment d’elles-mêmes, revenez dans"
                    " quelques minutes.",
                    count,
                )
                % {"count": count}
            ]
        )


def _problem(
    problem: engine.Problem,
    before: engine.Outcome,
    places: Mapping[str, Standing],
    offers: list[CampaignOffer],
    applications: Mapping[str, Application],
    exceptions: Set[tuple[str, str]],
) -> engine.Problem:
    """Places that came otherwise (an exception signed by two) are kept too; those of others leave fewer to give."""
    known = frozenset(each.key for each in problem.applications) & applications.keys()
    given = {code: {place.offer for place in before.places_of(code)} for code in known}
    again = second_round(
        replace(problem, applications=tuple(each for each in problem.applications if each.key in known)),
        before,
        given_back={code: frozenset(places[code].gone | (given[code] - places[code].confirmed)) for code in known},
        stay=frozenset(code for code in known if applications[code].stays_at is not None),
    )
    asked = tuple(_with_exceptions(each, places[each.key].confirmed) for each in again.applications)
    kept = Counter(offer for each in asked for offer in each.confirmed)
    more = Counter(offer for each in asked for offer in each.confirmed if (each.key, offer) in exceptions)
    units = {offer.code: offer.unit for offer in offers}
    return replace(
        again,
        applications=asked,
        offers=tuple(
            _seated(each, units[each.key].room if each.key in units else 0, kept[each.key], more[each.key])
            for each in again.offers
        ),
    )


def _exceptions(campaign: AllocationCampaign, applications: Mapping[str, Application]) -> set[tuple[str, str]]:
    """(application, offer) of the seats that were added by two signatures, for a child who confirmed."""
    signed = campaign.overrides.filter(
        state=OverrideState.SIGNED, seat=Seat.EXTRA, enrolment__state=EnrolmentState.CONFIRMED
    )
    codes = {each.pk: code for code, each in applications.items()}
    return {
        (codes[each.application_id], each.offer.code)
        for each in signed.select_related("offer")
        if each.application_id in codes
    }


def _with_exceptions(application: engine.Application, confirmed: set[str]) -> engine.Application:
    """A place that the first round did not give is kept, and counts among those that the family wanted.

    Nobody loses a place that they confirmed because they have more than they had asked for.
    """
    alone = {wish.offers[0] for wish in application.wishes if len(wish.offers) == 1}
    held = {*application.confirmed, *(confirmed & alone)}
    granted = sum(not held.isdisjoint(wish.offers) for wish in application.wishes)
    most = max(application.most - len(confirmed - held), granted)
    if most < 1:
        return replace(application, wishes=(), confirmed=())
    return replace(application, confirmed=tuple(sorted(held)), most=most)


def _seated(offer: engine.Offer, room: int, kept: int, more: int) -> engine.Offer:
    """Never more than the rules gave, reserves cut from the last; a seat that was added stays with whoever it was for.

    ``room``: nobody is there; ``kept``: confirmed by those who ask; ``more``: of these, by an exception.
    """
    left = max(kept, min(offer.seats + more, room + kept))
    reserves: list[engine.Reserve] = []
    for each in offer.reserves:
        reserves.append(replace(each, seats=max(0, min(each.seats, left - sum(one.seats for one in reserves)))))
    return replace(offer, seats=left, reserves=tuple(each for each in reserves if each.seats))


def _seconds(problem: engine.Problem, again: engine.Problem, outcome: engine.Outcome) -> dict[str, Again]:
    wrote = {each.key: {wish.offers: rank for rank, wish in enumerate(each.wishes, 1)} for each in problem.applications}
    found = {}
    for each in again.applications:
        ranks = {rank: wrote[each.key][wish.offers] for rank, wish in enumerate(each.wishes, 1)}
        now, had = {place.offer: place.rank for place in outcome.places_of(each.key)}, set(each.confirmed)
        found[each.key] = Again(ranks, had & now.keys(), _moved(now, had), had - now.keys())
    return found


def _give(
    campaign: AllocationCampaign,
    outcome: engine.Outcome,
    seconds: Mapping[str, Again],
    places: Mapping[str, Standing],
    offers: list[CampaignOffer],
    applications: Mapping[str, Application],
    hand: Hand,
) -> set[int]:
    """Gives the children for whom something changed."""
    assert campaign.answer_until is not None  # noqa: S101  set above
    changed: set[int] = set()
    for offer in offers:
        told = outcome.offers[offer.code]
        new = [code for code in told.served if offer.code not in places[code].confirmed]
        rows = regrant(
            offer.unit,
            Round(
                kept=_kept(offer, places, applications, seconds),
                moved=[request_of(applications[code], hand) for code in new if offer.code in seconds[code].moved],
                offered=[request_of(applications[code], hand) for code in new if offer.code not in seconds[code].moved],
                waiting=[request_of(applications[code], hand) for code in told.waiting],
            ),
            until=campaign.answer_until,
            hand=hand,
        )
        changed |= {each.child_id for each in rows if each.state != EnrolmentState.WAITING}
    return changed


def _moved(now: Mapping[str, int], confirmed: set[str]) -> set[str]:
    """As many new places as were left for them, the preferred ones first: nothing is asked again for those."""
    left = len(confirmed - now.keys())
    return set(sorted(now.keys() - confirmed, key=lambda offer: now[offer])[:left])


def _kept(
    offer: CampaignOffer,
    places: Mapping[str, Standing],
    applications: Mapping[str, Application],
    seconds: Mapping[str, Again],
) -> frozenset[int]:
    """Children who stay in the group: a confirmed place is only left for one that the draw gave instead."""
    code = offer.code
    stays = {
        each.child_id
        for key, each in applications.items()
        if code in places[key].confirmed and (key not in seconds or code not in seconds[key].left)
    }
    asking = {each.child_id for each in applications.values()}
    others = Enrolment.objects.filter(unit=offer.unit_id, state__in=LIVE).exclude(child__in=asking)
    return frozenset(stays) | frozenset(others.values_list("child", flat=True))
