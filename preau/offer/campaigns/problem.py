"""From rows to what the engine takes: opaque codes, criteria, wishes. No name, no date of birth, no address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from preau.offer import allocation as engine
from preau.offer.activities.enums import Season
from preau.offer.enrolment.timetable import Span, spans_of

from .enums import ApplicationState
from .held import Facts
from .models import AllocationCampaign, Application, Bundle, CampaignOffer, RankedWish


def offers_of(campaign: AllocationCampaign) -> list[CampaignOffer]:
    """With everything that a problem, a fact or a page reads of them."""
    rows = campaign.offers.select_related(
        "unit__activity__site", "unit__activity__organisation", "unit__activity__price_rule", "unit__slot"
    )
    return list(rows.select_related("unit__session__slot").prefetch_related("reserves").order_by("pk"))


def sent_to(campaign: AllocationCampaign) -> list[Application]:
    rows = campaign.applications.filter(state=ApplicationState.SENT).select_related("child", "household", "asked_by")
    return list(rows.prefetch_related("wishes__bundle__offers").order_by("pk"))


def problem_of(
    campaign: AllocationCampaign,
    offers: Sequence[CampaignOffer],
    applications: Sequence[Application],
    facts: Mapping[int, Facts],
) -> engine.Problem:
    """The same rows give the same problem; their order counts for nothing."""
    codes = {offer.pk: offer.code for offer in offers}
    groups = _groups(applications)
    weekly = _is_weekly(offers)
    return engine.Problem(
        engine.Rules(
            classes=tuple(tuple(sorted(rule.criteria)) for rule in campaign.priority_rules.order_by("rank")),
            first_activity_first=campaign.first_activity_first,
            travel_minutes=campaign.travel_minutes,
        ),
        tuple(_offer(offer, weekly=weekly) for offer in offers),
        tuple(_application(each, codes, facts[each.pk], groups.get(each.pk, "")) for each in applications),
    )


def _offer(offer: CampaignOffer, *, weekly: bool) -> engine.Offer:
    site = offer.unit.activity.site
    return engine.Offer(
        key=offer.code,
        seats=offer.seats,
        spans=tuple(sorted(_spans(offer, weekly=weekly), key=lambda span: (span.day, span.start, span.end))),
        place=site.slug if site else "",
        reserves=tuple(
            engine.Reserve(each.criterion, each.seats, engine.Kind(each.kind), engine.Order(each.order))
            for each in offer.reserves.all()
        ),
        beside=offer.beside,
    )


def _is_weekly(offers: Sequence[CampaignOffer]) -> bool:
    """Whether all of them run over the same weeks: a day of the week then says when they meet."""
    spans = [span for offer in offers for span in spans_of(offer.unit)]
    return len({(span.first_on, span.last_on, span.season, span.weeks) for span in spans}) <= 1 and all(
        span.season != Season.HOLIDAYS and span.first_on != span.last_on for span in spans
    )


def _spans(offer: CampaignOffer, *, weekly: bool) -> set[engine.Span]:
    found: set[engine.Span] = set()
    for span in spans_of(offer.unit):
        start, end = _minute(span.starts), _minute(span.ends)
        days = [str(span.weekday + 1)] if weekly else [day.isoformat() for day in _dates(span)]
        found |= {engine.Span(day, start, end) for day in days}
    return found


def _dates(span: Span) -> list[date]:
    first = span.first_on + timedelta(days=(span.weekday - span.first_on.weekday()) % 7)
    weeks = (span.last_on - first).days // 7 + 1 if span.last_on >= first else 0
    return [first + timedelta(weeks=week) for week in range(weeks)]


def _minute(hour: time) -> int:
    return hour.hour * 60 + hour.minute


def _groups(applications: Sequence[Application]) -> dict[int, str]:
    """Brothers and sisters who ask from one home share a word that says nothing of them."""
    homes = Counter(each.household_id for each in applications if each.household_id)
    first: dict[int, str] = {}
    for each in sorted(applications, key=lambda application: application.code):
        if each.household_id is not None and homes[each.household_id] > 1:
            first.setdefault(each.household_id, f"f{each.code}")
    return {each.pk: first[each.household_id] for each in applications if each.household_id in first}


def _application(application: Application, codes: Mapping[int, str], facts: Facts, group: str) -> engine.Application:
    return engine.Application(
        key=application.code,
        wishes=tuple(_wish(each, codes) for each in application.wishes.all()),
        facts=frozenset(facts.everywhere),
        facts_at=tuple((offer, frozenset(held)) for offer, held in sorted(facts.at.items()) if held),
        group=group,
        together=application.together and bool(group),
        most=application.most,
    )


def _wish(wish: RankedWish, codes: Mapping[int, str]) -> engine.Wish:
    if wish.offer_id is not None:
        return engine.Wish((codes[wish.offer_id],))
    bundle = wish.bundle
    assert isinstance(bundle, Bundle)  # noqa: S101  a constraint says so
    return engine.Wish(tuple(sorted(offer.code for offer in bundle.offers.all())), wish.part_is_fine)
