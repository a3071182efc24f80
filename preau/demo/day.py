"""The days of the dojo, told by the verbs that leaders and families use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db.models import F
from django.utils import timezone

from preau.demo.content import day as story
from preau.demo.families import Families
from preau.offer.activities.models import Activity, Session, Slot
from preau.offer.attendance.calling import Said, take_marks
from preau.offer.attendance.enums import Mark, StaffFunction
from preau.offer.attendance.following import watch
from preau.offer.attendance.noting import adult_arrives
from preau.offer.attendance.telling import tell_absence
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.opening import UnitFacts, open_units
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.health.writing import write_sheet
from preau.people.households.consents import give_consent
from preau.people.households.enums import Channel, ConsentPurpose
from preau.people.organisations.models import Commune

_KEYS = UUID("6f0f9a52-51f4-4b6e-9d0c-2d5f6a9a1f00")
"""The keys of the marks are the same each time the town is loaded."""


def open_day(commune: Commune, people: Mapping[str, User], families: Families) -> None:
    """After the activities, their sessions and the families."""
    leader, desk = people["leila.haddad"], people["mathilde.aubry"]
    slots = [_slot(commune, group) for group in story.GROUPS]
    for group, slot in zip(story.GROUPS, slots, strict=True):
        _fill(_unit(slot, group, Hand(desk, story.OPENED_AT)), group, families, desk)
    _sheets(families)
    for child, adult, first, last, at in story.ABSENCES:
        who = families.adults[adult]
        tell_absence(families.children[child], first, last, told_by=who, hand=Hand(who.account, at))
    for day, number, said in story.ROLLS:
        _call(_session(slots[number], day), said, families, leader)
    _dispute(slots[0], families, leader)
    for name, function, day, hour in story.ADULTS:
        session, at = _session(slots[0], day), _at(day, *hour)
        adult_arrives(session, name, StaffFunction(function), key=uuid5(_KEYS, name), hand=Hand(leader, at))
    for day in story.WATCHED:
        watch(day, path="/atelier/appel/suites/", hand=Hand(None, _at(day, 20, 30)))


def _slot(commune: Commune, group: story.Group) -> Slot:
    activity = Activity.objects.get(commune=commune, slug=group.entry)
    return list(activity.slots.order_by("weekday", "starts_at", "pk"))[group.slot]


def _unit(slot: Slot, group: story.Group, hand: Hand) -> BookingUnit:
    """The club took over its list of last year: the group was never open on line."""
    made = open_units(slot.activity, UnitFacts(group.seats), hand=hand, slots=[slot])
    return made[0] if made else slot.units.get()


def _fill(unit: BookingUnit, group: story.Group, families: Families, desk: User) -> None:
    for key in group.children:
        child = families.children[key]
        homes = families.homes.get(key, [])
        Enrolment.objects.create(
            unit=unit,
            child=child,
            household=homes[0] if homes else None,
            state=EnrolmentState.CONFIRMED,
            channel=Channel.COUNTER,
            entered_by=desk,
            asked_at=story.OPENED_AT,
        )
    BookingUnit.objects.filter(pk=unit.pk).update(taken=F("taken") + len(group.children))


def _sheets(families: Families) -> None:
    for key, adult, care, is_shared in story.SHEETS:
        who, child = families.adults[adult], families.children[key]
        hand = Hand(who.account, story.OPENED_AT + timedelta(hours=9))
        write_sheet(child, care, told_by=who, hand=hand)
        if is_shared:
            give_consent(ConsentPurpose.CARE_SHARED, adult=who, child=child, hand=hand)


def _call(session: Session, said: tuple[tuple[str, str, int, int, str], ...], families: Families, by: User) -> None:
    marks = [
        Said(
            uuid5(_KEYS, f"{session.day} {key} {mark}"),
            families.children[key].key,
            mark,
            _at(session.day, hour, minute),
            device="telephone-du-dojo",
            turn=turn,
            with_whom=whom,
        )
        for turn, (key, mark, hour, minute, whom) in enumerate(said, 1)
    ]
    take_marks(session, marks, hand=Hand(by, max(each.told_at for each in marks)))


def _dispute(slot: Slot, families: Families, by: User) -> None:
    key, day, one, other = story.DISPUTED
    session, child = _session(slot, day), families.children[key].key
    for mark, device, hour in ((Mark.PRESENT, "telephone-du-dojo", one), (Mark.ABSENT, "telephone-de-leila", other)):
        at = _at(day, *hour)
        said = Said(uuid5(_KEYS, f"{day} {key} {device}"), child, mark, at, device=device, turn=99)
        take_marks(session, [said], hand=Hand(by, at))


def _session(slot: Slot, day: date) -> Session:
    return slot.sessions.select_related("activity").get(day=day)


def _at(day: date, hour: int, minute: int) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour, minute))
