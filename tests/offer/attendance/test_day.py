"""Absences that were told, those who stop coming, adults enough, who may read a roll."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from preau.offer.activities.models import Session
from preau.offer.attendance.calling import is_open, take_marks
from preau.offer.attendance.deciding import decide_terms, terms_on
from preau.offer.attendance.enums import FollowUpOutcome, Mark, NoteCode, StaffFunction
from preau.offer.attendance.following import close, watch
from preau.offer.attendance.models import AbsenceNotice, AdultPresence, FollowUp
from preau.offer.attendance.noting import adult_arrives, adult_leaves, leave_note
from preau.offer.attendance.permissions import ROLL_CALLS
from preau.offer.attendance.queries import presences_of, roll_call
from preau.offer.attendance.ratio import Verdict, live_ratio
from preau.offer.attendance.tasks import forget_old_presences
from preau.offer.attendance.telling import AbsenceRefused, take_back, tell_absence
from preau.offer.attendance.terms import HOUSE, DayTerms, unexplained_in_a_row
from preau.offer.attendance.watching import watched
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.offer.staffing.legal import install_ratios
from preau.offer.staffing.rules import Need, Share
from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from preau.people.permissions import actor_of
from tests.cast.day import TODAY, make_group, make_leader, make_session, make_town_service, say, weeks_before
from tests.cast.families import make_child, make_two_homes
from tests.cast.offer import make_activity
from tests.cast.people import make_commune, make_person

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


# Absences told by families


def test_an_absence_that_was_told_is_excused_whatever_the_leader_taps(session, family, hand, now):
    zelie = family.children["Zélie"]
    mother = family.adults["Salomé"]
    told = tell_absence(zelie, TODAY, TODAY + timedelta(days=2), told_by=mother, hand=Hand(mother.account, now))
    assert state(session, zelie) == Mark.EXCUSED
    take_marks(session, [say(zelie, Mark.ABSENT, hand.now)], hand=hand)
    assert state(session, zelie) == Mark.EXCUSED
    take_back(told, hand=Hand(mother.account, now))
    assert state(session, zelie) == Mark.ABSENT


def test_telling_the_same_absence_twice_is_one_absence(family, hand):
    zelie = family.children["Zélie"]
    assert tell_absence(zelie, TODAY, TODAY, hand=hand) == tell_absence(zelie, TODAY, TODAY, hand=hand)
    assert AbsenceNotice.objects.count() == 1


def test_days_gone_by_upside_down_or_too_long_are_refused(family, hand):
    zelie = family.children["Zélie"]
    day = timedelta(days=1)
    for first, last in ((TODAY - day, TODAY), (TODAY + day, TODAY), (TODAY, TODAY + 400 * day)):
        with pytest.raises(AbsenceRefused):
            tell_absence(zelie, first, last, hand=hand)


def test_a_child_who_came_although_an_absence_was_told_is_there(session, family, hand):
    zelie = family.children["Zélie"]
    tell_absence(zelie, TODAY, TODAY, hand=hand)
    take_marks(session, [say(zelie, Mark.PRESENT, hand.now)], hand=hand)
    assert state(session, zelie) == Mark.PRESENT
    assert presences_of(zelie, TODAY.replace(day=1), TODAY) == [(session, Mark.PRESENT)]


# Those who stop coming


def absent(sessions, child, leader):
    for each in sessions:
        hand = Hand(leader, each.ends_at)
        take_marks(each, [say(child, Mark.ABSENT, each.starts_at)], hand=hand)


def test_after_three_absences_without_a_word_somebody_is_asked_to_call(session, family, leader, hand):
    desk = make_person("family_agent")
    zelie = family.children["Zélie"]
    before = weeks_before(session, 2)
    absent(before, zelie, leader)
    assert watch(before[-1].day, path="/atelier/", hand=hand) == []
    absent([session], zelie, leader)
    (opened,) = watch(TODAY, path="/atelier/", hand=hand)
    assert (opened.absences, opened.since) == (3, before[0].day)
    assert watch(TODAY, path="/atelier/", hand=hand) == []
    assert Notice.objects.get(recipient=desk).title == "Judo"
    assert Enrolment.objects.get(child=zelie).state == EnrolmentState.CONFIRMED  # the place stays the child's
    close(opened, FollowUpOutcome.COMES_BACK, hand=hand)
    assert close(opened, FollowUpOutcome.MISTAKE, hand=hand).outcome == FollowUpOutcome.COMES_BACK


def test_a_word_of_the_family_or_one_coming_starts_again_from_zero(session, family, leader, hand):
    zelie, noe = family.children["Zélie"], family.children["Noé"]
    before = weeks_before(session, 3)
    absent(before[:1], zelie, leader)
    AbsenceNotice.objects.create(child=zelie, from_on=before[1].day, until_on=before[1].day, told_at=hand.now)
    absent([*before[1:], session], zelie, leader)
    absent(before[:2], noe, leader)
    take_marks(before[2], [say(noe, Mark.PRESENT, before[2].starts_at)], hand=Hand(leader, before[2].ends_at))
    absent([session], noe, leader)
    assert watch(TODAY, path="/atelier/", hand=hand) == []
    assert not FollowUp.objects.exists()


def test_how_many_absences_is_a_dated_term():
    town, hand = make_commune(), Hand(None, datetime(2026, 11, 24, 9, tzinfo=UTC))
    for begins, absences in ((date(2026, 12, 1), 5), (date(2027, 1, 1), 4)):
        decide_terms(town, DayTerms(absences, 0, 2), decided_by="x", valid_from=begins, hand=hand)
    days = (date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 1))
    assert [terms_on(town.pk, day).absences for day in days] == [HOUSE.absences, 5, 4]
    decide_terms(town, DayTerms(2, 0, 2), decided_by="x", valid_from=days[2], hand=hand)
    assert terms_on(town.pk, days[2]).absences == 2


def test_the_town_says_after_how_many_absences_somebody_calls_and_how_long_a_roll_call_is_open(
    session, family, leader, hand
):
    commune = session.activity.commune
    decide_terms(commune, DayTerms(2, 30, 1), decided_by="x", valid_from=TODAY, hand=hand)
    absent([*weeks_before(session, 1), session], family.children["Zélie"], leader)
    assert len(watch(TODAY, path="/atelier/", hand=hand)) == 1
    assert is_open(session, session.ends_at + timedelta(days=1))
    assert not is_open(session, session.ends_at + timedelta(days=2))


def test_a_session_without_a_roll_call_is_skipped():
    states = [(Mark.ABSENT, False), (Mark.EXPECTED, False), (Mark.ABSENT, False), (Mark.PRESENT, False)]
    assert unexplained_in_a_row(states) == 2


# Adults enough


def need(children):
    return Need(tuple(Share(small, n, -(-n // 10), None) for small in (True, False) if (n := _of(children, small))))


def _of(children, small):
    return sum(many for age, many in children.items() if (age < 6) == small)


def test_the_alert_comes_before_the_breach():
    assert live_ratio([7] * 9, [7], ["leader"], need).verdict == Verdict.ENOUGH
    soon = live_ratio([7] * 9, [7, 7], ["leader"], need)
    assert (soon.verdict, soon.missing) == (Verdict.SOON_SHORT, 1)
    short = live_ratio([7] * 11, [7], ["leader"], need)
    assert (short.verdict, short.missing) == (Verdict.SHORT, 1)


def test_the_director_counts_up_to_fifty_and_a_reinforcement_never():
    assert live_ratio([7] * 50, [], ["leader"] * 4 + ["director"], need).adults == 5
    assert live_ratio([7] * 51, [], ["leader"] * 4 + ["director"], need).adults == 4
    assert live_ratio([7] * 5, [], ["support"], need).verdict == Verdict.SHORT


def test_under_six_have_adults_of_their_own():
    assert live_ratio([5, 5, 7], [], ["leader"], need).needed == 2


def test_the_town_is_told_what_the_law_wants_of_a_session(hand, family):
    install_ratios()
    activity = make_activity("Accueil du soir", organisation=make_town_service(), weekday=None)
    session = make_session(activity=activity)
    children = [make_child(f"Enfant{n} Test", date(2019, 1, 1)) for n in range(15)]
    make_group(session, *children, capacity=20)
    ratio = watched([roll_call(session)])[session.pk]
    assert (ratio.verdict, ratio.needed, ratio.needed_for_all) == (Verdict.SOON_SHORT, 0, 2)
    for name in ("Ada", "Ada", "Eve"):
        adult_arrives(session, name, StaffFunction.LEADER, key=uuid4(), hand=hand)
    assert watched([roll_call(session)])[session.pk].verdict == Verdict.ENOUGH
    adult_leaves(session, AdultPresence.objects.get(name="Eve").key, hand=hand)
    take_marks(session, [say(each, Mark.PRESENT, hand.now) for each in children], hand=hand)
    assert watched([roll_call(session)])[session.pk].verdict == Verdict.SHORT


def test_the_law_asks_nothing_of_a_club(session):
    install_ratios()
    assert watched([roll_call(session)]) == {}


# Who may


@pytest.mark.parametrize(
    ("part", "action", "expected"),
    [
        ("activity_leader", "read", True),
        ("activity_leader", "mark", True),
        ("activity_leader", "care", True),
        ("family_agent", "read", True),
        ("family_agent", "mark", False),
        ("family_agent", "care", False),
        ("agent", "read", False),
        ("provider", "read", False),
        ("coordinator", "read", False),
        ("teacher", "read", False),
        ("stranger", "read", False),
        ("guardian", "read", False),
    ],
)
def test_who_may_do_what_to_a_roll_call(part, action, expected):
    session = make_session()
    assert ROLL_CALLS.may(actor_of(make_person(part), TODAY), action, session) is expected


def test_a_leader_of_another_organisation_sees_no_roll_call(session):
    other = actor_of(make_leader("Club d’échecs", "Autre Animateur"), TODAY)
    assert not any(ROLL_CALLS.may(other, action, session) for action in ("read", "mark", "care", "print"))


def test_old_days_are_forgotten(session, family, hand):
    take_marks(session, [say(family.children["Zélie"], Mark.PRESENT, hand.now)], hand=hand)
    leave_note(session, family.children["Zélie"], NoteCode.TIRED, key=uuid4(), hand=hand)
    assert forget_old_presences.call() == 0
    Session.objects.update(day=date(2026, 11, 1))
    assert forget_old_presences.call() == 1
    Session.objects.update(day=date(2021, 6, 1))
    assert forget_old_presences.call() == 0
    Session.objects.update(day=date(2020, 6, 1))
    assert forget_old_presences.call() == 2
