"""The places of Clairval, taken, waited for and given back by the verbs that families use."""

from __future__ import annotations

from collections.abc import Mapping

from preau.demo.content import enrolments as story
from preau.demo.families import Families
from preau.offer.activities.enums import Domain
from preau.offer.activities.models import Activity
from preau.offer.enrolment.deciding import decide_cap, decide_hours
from preau.offer.enrolment.models import BookingUnit, Enrolment, EnrolmentMessage
from preau.offer.enrolment.opening import UnitFacts, open_units
from preau.offer.enrolment.taking import enrol, release
from preau.offer.enrolment.telling import prepare
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.enums import Channel, ContactBy
from preau.people.households.models import Adult
from preau.people.organisations.models import Commune


def open_enrolments(commune: Commune, people: Mapping[str, User], families: Families) -> list[BookingUnit]:
    """The groups in the order of the story. Mails are those of the past: none leaves when the town opens."""
    desk = people["mathilde.aubry"]
    _decide(commune, Hand(people["yasmine.ferhat"], story.OPENED_AT))
    groups = [_open(commune, each, Hand(desk, story.OPENED_AT)) for each in story.GROUPS]
    for each in story.ASKED:
        _ask(groups[each.group], each, families, desk)
        prepare(now=each.at)
    number, child, at = story.GIVEN_BACK
    place = Enrolment.objects.get(unit=groups[number], child=families.children[child])
    release(place, hand=Hand(desk, at))
    prepare(now=at)
    EnrolmentMessage.objects.filter(channel=ContactBy.MAIL).update(taken_at=at, done_at=at)
    return groups


def _decide(commune: Commune, hand: Hand) -> None:
    """What counts since the return to school, and what the council voted for next spring."""
    since, why = story.DECIDED_ON, story.DECIDED_BY
    decide_hours(commune, story.HOURS, decided_by=why, valid_from=since, hand=hand)
    for domain, most in story.CAPS:
        decide_cap(commune, Domain(domain), most, decided_by=why, valid_from=since, hand=hand)
    later, hours, because = story.HOURS_TO_COME
    decide_hours(commune, hours, decided_by=because, valid_from=later, hand=hand)


def _open(commune: Commune, group: story.Group, hand: Hand) -> BookingUnit:
    activity = Activity.objects.get(commune=commune, slug=group.entry)
    slot = list(activity.slots.order_by("weekday", "starts_at", "pk"))[group.slot]
    slot.capacity = group.seats  # the seats that are opened now; the row of the entry is not written
    facts = UnitFacts(group.seats, group.mode, story.OPENED_AT, None, group.documents)
    return open_units(activity, facts, hand=hand, slots=[slot])[0]


def _ask(unit: BookingUnit, asked: story.Asked, families: Families, desk: User) -> None:
    child = families.children[asked.child]
    adult = Adult.objects.select_related("account").get(pk=families.adults[asked.by].pk)
    homes = families.homes[asked.child]
    mine = [each for each in homes if each.members.filter(adult=adult).exists()]
    enrol(
        unit=unit,
        child=child,
        household=(mine or homes)[0],
        asked_by=adult,
        channel=Channel(asked.channel),
        hand=Hand(adult.account if asked.channel == Channel.ONLINE else desk, asked.at),
    )
