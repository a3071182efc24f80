"""The fictional catalogue, written, proposed and published through the same verbs as a real one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Q

from preau.demo.content import town
from preau.demo.content.activities import AGENT, ANSWERS, ENTRIES, Entry, Step
from preau.demo.content.activities.shapes import at
from preau.demo.papers import ask, give_papers
from preau.offer.activities.models import Activity
from preau.offer.activities.said import AdaptationFacts
from preau.offer.activities.writing import create_activity
from preau.offer.prices.models import PriceRule
from preau.offer.publishing import stepping
from preau.offer.publishing.freshness import follow_catalogue
from preau.offer.publishing.reasons import ChangeCause, RefusalCause
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.notices.actions import mark_read
from preau.people.notices.models import Notice
from preau.people.organisations.models import Commune, Organisation
from preau.plan.structure.models import PlanItem
from preau.town.places.models import Site

_PROPOSED_AT, _PUBLISHED_AT = at(9, 15, 8), at(9, 16, 14)


def open_activities(
    commune: Commune,
    items: Mapping[str, PlanItem],
    people: Mapping[str, User],
    organisations: Mapping[str, Organisation],
    prices: Mapping[str, PriceRule],
) -> list[Activity]:
    """After the sites and the prices are there."""
    authors = {person.full_name: person for person in people.values()}
    sites = {site.slug: site for site in Site.objects.filter(commune=commune)}
    give_papers(organisations, people, authors)
    told = []
    for each in ENTRIES:
        author = authors[ANSWERS[each.who][0]]
        activity = _open(each, Hand(author, each.opened), organisations, sites, prices, items)
        told.append(_live(activity, each, author, people))
    ask(commune, people)
    for day in (at(11, 1, 5), at(11, 24, 5)):
        follow_catalogue(hand=Hand(None, day))
    _read_the_old_news()
    return told


def _open(
    each: Entry,
    hand: Hand,
    organisations: Mapping[str, Organisation],
    sites: Mapping[str, Site],
    prices: Mapping[str, PriceRule],
    items: Mapping[str, PlanItem],
) -> Activity:
    site = sites.get(each.site)
    _name, who, phone = ANSWERS[each.who]
    return create_activity(
        organisations[each.who],
        title=each.title,
        domain=each.domain,
        school_year=2026,
        starts_on=each.days[0],
        ends_on=each.days[1],
        hand=hand,
        summary=each.summary,
        description=each.description,
        keywords=each.keywords,
        pillars=list(each.pillars),
        audiences=list(each.audiences),
        levels=list(each.levels),
        age_min=each.ages[0],
        age_max=each.ages[1],
        site=site,
        meeting_point=each.meet or ("" if site else each.site.replace("-", " ").capitalize()),
        capacity=each.places,
        staff=each.staff,
        price_rule=prices.get(each.price),
        price_words=each.price_words or ("" if each.price in prices else "gratuit"),
        has_taster=each.taster,
        booking=each.booking,
        booking_words=each.how,
        contact_name=who,
        contact_phone=phone,
        contact_email=f"{each.who}@clairval.example",
        slots=list(each.slots),
        adaptation=_adaptation(each, who, phone),
        objectives=[items[code] for code in each.objectives],
    )


def _adaptation(each: Entry, who: str, phone: str) -> AdaptationFacts:
    told = each.adapted
    return AdaptationFacts(
        staff_trained=told.staff,
        ratio=told.ratio,
        sensory=list(told.sensory),
        communication=list(told.says),
        premises=list(told.place),
        material=told.material,
        companion_is_free=told.companion,
        has_trial=told.trial,
        is_specialised=told.reserved,
        not_possible=told.no,
        contact_name=who if told.staff else "",
        contact_phone=phone if told.staff else "",
        verified_on=each.opened.date() if told.staff else None,
    )


def _live(activity: Activity, each: Entry, author: User, people: Mapping[str, User]) -> Activity:
    """Its steps, or the ordinary ones: proposed, then published the next day."""
    if each.steps is None:
        stepping.propose(activity, hand=Hand(author, _PROPOSED_AT))
        return stepping.publish(activity, hand=Hand(people[AGENT], _PUBLISHED_AT))
    for step in each.steps:
        activity = _take(activity, step, Hand(people[step.who] if step.who else None, step.at))
    return activity


def _take(activity: Activity, step: Step, hand: Hand) -> Activity:
    more: dict[str, Any] = {"reason": step.words} if step.words else {}
    match step.name:
        case "ask":
            return stepping.ask(activity, cause=ChangeCause(step.cause), hand=hand, **more)
        case "refuse":
            return stepping.refuse(activity, cause=RefusalCause(step.cause), hand=hand, **more)
        case name:
            verb = {"propose": stepping.propose, "publish": stepping.publish, "expire": stepping.expire}[name]
            return verb(activity, hand=hand)


def _read_the_old_news() -> None:
    """What happened before mid-November was read the next day."""
    about = Q(subject__startswith="activities.") | Q(subject__startswith="providers.")
    for notice in Notice.objects.unread().filter(about, at__lt=town.NEWS_SINCE):
        mark_read(notice, now=notice.at + timedelta(days=1))
