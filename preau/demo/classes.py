"""The fictional schools ask for their classes, through the same verbs as everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from preau.demo.content import classes as story
from preau.offer.activities.models import Activity
from preau.offer.classes import answering, asking
from preau.offer.classes.asking import WishFacts
from preau.offer.classes.groups import GroupFacts, Lived, declare, open_group
from preau.offer.classes.models import ClassGroup, ClassOffer, ClassWish
from preau.offer.classes.offers import OfferFacts, open_offer
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.organisations.models import Organisation


def open_classes(people: Mapping[str, User], organisations: Mapping[str, Organisation]) -> None:
    """After the catalogue is there."""
    for who, school in story.HEADS:
        Membership.objects.create(
            user=people[who],
            organisation=organisations[school],
            role=Role.SCHOOL_HEAD,
            job_title="Direction",
            starts_on=date(2026, 9, 1),
        )
    groups = _groups(people, organisations)
    offers = _offers()
    for each in story.WISHES:
        _ask(each, offers[each.offer], groups[each.group], people)


def _groups(people: Mapping[str, User], organisations: Mapping[str, Organisation]) -> dict[str, ClassGroup]:
    heads = {school: people[who] for who, school in story.HEADS}
    groups: dict[str, ClassGroup] = {}
    for each in story.GROUPS:
        facts = GroupFacts(each.name, each.levels, each.size, groups.get(each.follows))
        hand = Hand(heads[each.school], story.OPENED_AT)
        groups[each.key] = open_group(organisations[each.school], each.year, facts, hand=hand)
    for told in story.LIVED:
        group = groups[told.group]
        hand = Hand(heads[group.organisation.slug], story.OPENED_AT)
        declare(group, Lived(told.title, told.domain, told.pillars, told.hours, told.on), hand=hand)
    return groups


def _offers() -> dict[str, ClassOffer]:
    activities = {each.title: each for each in Activity.objects.all()}
    found = {}
    for each in story.RECEIVING:
        facts = OfferFacts(
            each.seats, each.largest, each.adults, each.hours, each.opens_on, each.closes_on, each.practical
        )
        found[each.title] = open_offer(activities[each.title], facts, hand=Hand(None, story.OPENED_AT))
    return found


def _ask(each: story.Wish, offer: ClassOffer, group: ClassGroup, people: Mapping[str, User]) -> None:
    facts = WishFacts([str(time) for time in each.times], each.needs, each.adults, each.words, each.rank)
    wish = asking.ask(offer, group, facts, hand=Hand(people[each.by], each.at))
    heads = {school: people[who] for who, school in story.HEADS}
    for number, step in enumerate(each.told, start=1):
        by = heads[group.organisation.slug] if step == "confirm" else None
        _take(wish, step, Hand(by, each.at + timedelta(days=number)))


def _take(wish: ClassWish, step: str, hand: Hand) -> None:
    match step:
        case "confirm":
            asking.confirm(wish, hand=hand)
        case "accept":
            answering.accept(wish, hand=hand, planned_on=story.PLANNED_ON)
        case "record":
            answering.record_coming(wish, happened_on=story.CAME_ON, hand=hand)
