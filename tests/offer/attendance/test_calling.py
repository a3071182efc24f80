"""A roll call taken in by the server: who is expected, what stands, who is told what."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from preau.offer.activities.models import Session
from preau.offer.attendance.calling import RollClosed, take_marks, work_out
from preau.offer.attendance.enums import Mark, NoteCode, RefusedMark
from preau.offer.attendance.models import Attendance, AttendanceMark
from preau.offer.attendance.noting import leave_note, take_note_back
from preau.offer.attendance.queries import roll_call, roll_calls
from preau.offer.attendance.terms import late_minutes
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from tests.cast.day import make_group, make_leader, make_session, say, weeks_before
from tests.cast.families import make_child, make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return make_leader()


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def session(family):
    session = make_session()
    make_group(session, *family.children.values())
    return session


@pytest.fixture
def hand(leader, now):
    return Hand(leader, now + timedelta(hours=5))  # 15:30 in town, while the session runs


def state(session, child) -> str:
    return next(line.state for line in roll_call(session).lines if line.child == child)


# Who is expected


def test_those_who_hold_a_confirmed_place_are_expected(session, family):
    lou = make_child("Lou Prigent")
    unit = make_group(session, lou)
    Enrolment.objects.filter(child=lou).update(state=EnrolmentState.WAITING, queue_number=1)
    assert [line.child.first_name for line in roll_call(session).lines] == ["Noé", "Zélie"]
    unit.starts_on = session.day + timedelta(days=1)
    unit.save()
    assert roll_call(session).lines == []


def test_a_child_who_gave_the_place_back_stays_on_the_rolls_that_were_called(session, family, hand):
    zelie = family.children["Zélie"]
    take_marks(session, [say(zelie, Mark.PRESENT, hand.now)], hand=hand)
    Enrolment.objects.filter(child=zelie).update(state=EnrolmentState.RELEASED)
    assert state(session, zelie) == Mark.PRESENT


def test_the_day_is_read_in_a_fixed_number_of_queries(session, family, hand, django_assert_num_queries):
    weeks_before(session, 3)
    with django_assert_num_queries(8):
        roll_calls(Session.objects.select_related("activity"))


# Marks


def test_the_same_list_twice_and_from_two_phones_doubles_nothing(session, family, hand):
    zelie, noe = family.children["Zélie"], family.children["Noé"]
    said = [say(zelie, Mark.PRESENT, hand.now), say(noe, Mark.ABSENT, hand.now)]
    once = take_marks(session, said, hand=hand)
    twice = take_marks(session, said[::-1], hand=hand)
    assert set(once.kept) == set(twice.kept) == {each.key for each in said}
    assert AttendanceMark.objects.count() == Attendance.objects.count() == 2


def test_whatever_the_order_of_arrival_the_presences_are_the_same(session, family, hand):
    zelie = family.children["Zélie"]
    first = say(zelie, Mark.PRESENT, hand.now - timedelta(minutes=60), device="a", turn=1)
    second = say(zelie, Mark.ABSENT, hand.now - timedelta(minutes=50), first, device="a", turn=2)
    third = say(zelie, Mark.PRESENT, hand.now - timedelta(minutes=40), second, device="b", turn=1)
    left = say(zelie, Mark.LEFT, hand.now - timedelta(minutes=5), third, device="b", turn=2, with_whom="Yann Kerbrat")
    found = set()
    for seed in range(6):
        AttendanceMark.objects.all().delete()
        Attendance.objects.all().delete()
        order = [first, second, third, left, second]
        random.Random(seed).shuffle(order)
        for each in order:
            take_marks(session, [each], hand=hand)
        row = Attendance.objects.get()
        found.add((row.state, row.arrived_at, row.left_at, row.left_with, row.is_disputed))
    assert found == {(Mark.LEFT, third.told_at, left.told_at, "Yann Kerbrat", False)}


def test_working_the_presences_out_again_changes_nothing(session, family, hand):
    zelie = family.children["Zélie"]
    take_marks(session, [say(zelie, Mark.PRESENT, hand.now)], hand=hand)
    before = Attendance.objects.values("state", "arrived_at", "is_disputed").get()
    work_out(session, [zelie.pk], hand=hand)
    assert Attendance.objects.values("state", "arrived_at", "is_disputed").get() == before


def test_two_phones_that_disagree_are_shown_and_counted_as_there(session, family, hand):
    zelie = family.children["Zélie"]
    take_marks(session, [say(zelie, Mark.PRESENT, hand.now - timedelta(minutes=2), device="a", turn=1)], hand=hand)
    take_marks(session, [say(zelie, Mark.ABSENT, hand.now, device="b", turn=1)], hand=hand)
    call = roll_call(session)
    assert [line.child for line in call.disputed] == [line.child for line in call.there] == [zelie]
    heads = next(line.heads for line in call.lines if line.child == zelie)
    settled = replace(say(zelie, Mark.ABSENT, hand.now, device="b", turn=2), after=heads)
    take_marks(session, [settled], hand=hand)
    assert roll_call(session).disputed == [] and state(session, zelie) == Mark.ABSENT


def test_a_mark_that_is_refused_is_told_and_the_others_are_kept(session, family, hand):
    zelie, stranger = family.children["Zélie"], make_child("Lou Prigent")
    good = say(zelie, Mark.PRESENT, hand.now)
    unknown, nonsense = say(stranger, Mark.PRESENT, hand.now), say(zelie, "flying", hand.now)
    taken = take_marks(session, [unknown, good, nonsense], hand=hand)
    assert taken.kept == [good.key]
    assert taken.refused == {unknown.key: RefusedMark.NOT_EXPECTED, nonsense.key: RefusedMark.UNKNOWN}
    again = take_marks(session, [replace(good, mark=Mark.ABSENT)], hand=hand)
    assert again.refused == {good.key: RefusedMark.KEY_TAKEN}


def test_a_phone_that_found_no_network_for_days_is_still_heard_then_no_more(session, family, leader, hand):
    said = [say(family.children["Zélie"], Mark.PRESENT, hand.now)]
    take_marks(session, said, hand=Hand(leader, hand.now + timedelta(days=6)))
    assert Attendance.objects.get().arrived_at == hand.now
    with pytest.raises(RollClosed):
        take_marks(session, said, hand=Hand(leader, hand.now + timedelta(days=8)))
    with pytest.raises(RollClosed):
        take_marks(session, said, hand=Hand(leader, hand.now - timedelta(days=1)))
    Session.objects.update(is_cancelled=True)
    with pytest.raises(RollClosed):
        take_marks(session, said, hand=hand)


def test_the_journal_counts_marks_and_names_nobody(session, family, hand):
    take_marks(session, [say(family.children["Zélie"], Mark.PRESENT, hand.now)], hand=hand)
    event = AuditEvent.objects.get(verb="attendance.marked")
    assert event.details == {"marks": 1, "refused": 0}


def test_the_database_keeps_one_presence_by_child_and_session(session, family, hand):
    zelie = family.children["Zélie"]
    take_marks(session, [say(zelie, Mark.PRESENT, hand.now)], hand=hand)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(session=session, child=zelie, state=Mark.ABSENT, recorded_at=hand.now)


def test_a_late_pick_up_is_told_in_minutes(session, family, leader):
    ends = session.ends_at
    left = say(family.children["Zélie"], Mark.LEFT, ends + timedelta(minutes=22, seconds=40), with_whom="Yann Kerbrat")
    take_marks(session, [left], hand=Hand(leader, ends + timedelta(hours=1)))
    assert Attendance.objects.get().late_minutes == 22
    assert late_minutes(ends + timedelta(minutes=10), ends, 10) == late_minutes(None, ends, 10) == 0
    assert late_minutes(ends + timedelta(minutes=11), ends, 10) == 11


# Words to the next


def test_a_word_to_the_next_is_said_once_and_can_be_taken_back(session, family, hand):
    zelie = family.children["Zélie"]
    for _ in range(2):
        leave_note(session, zelie, NoteCode.TIRED, key=uuid4(), hand=hand)
    assert [line.notes for line in roll_call(session).lines if line.child == zelie] == [(NoteCode.TIRED,)]
    take_note_back(session, zelie, NoteCode.TIRED, hand=hand)
    assert all(line.notes == () for line in roll_call(session).lines)
