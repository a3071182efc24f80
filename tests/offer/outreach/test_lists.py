"""A list of names: who may open it, whom it holds, what is kept of who read it, how it ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from preau.offer.attendance.models import Attendance
from preau.offer.outreach.answering import note
from preau.offer.outreach.closing import close_due, close_list
from preau.offer.outreach.designating import designate, end_designation, may_be_designated, referent_of
from preau.offer.outreach.enums import Barrier, Ending, Outcome
from preau.offer.outreach.errors import ListClosed, NotOpened, Refusal, WrongReferent
from preau.offer.outreach.finding import children_of, not_seen
from preau.offer.outreach.groups import Group, Means, Stage
from preau.offer.outreach.models import OutreachLine, OutreachReferent
from preau.offer.outreach.objecting import object_to, objects, take_back
from preau.offer.outreach.queries import lines_of, lists_of, way_to_reach
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.enums import GuardianRights, QuotientSource
from preau.people.households.models import Adult, FamilyQuotient, FileReading, Guardian, Household
from preau.people.notices.models import Notice
from tests.cast import make_commune
from tests.cast.day import make_group, make_session
from tests.cast.families import link, make_adult
from tests.cast.outreach import NOW, PORT, make_list, make_quarter, make_referent, the

TODAY = NOW.date()
pytestmark = pytest.mark.django_db


def _refused(group: Group = PORT, **how) -> Refusal:
    with pytest.raises(NotOpened) as met:
        make_list(group=group, **how)
    return met.value.refusal


def _desk() -> Hand:
    return Hand(the("family_agent"), NOW)


def test_a_referent_opens_a_list_of_children_who_were_not_seen():
    make_referent()
    children = make_quarter(12)
    made = make_list()
    assert {line.child for line in made.lines.all()} == set(children)
    assert made.children == 12
    assert made.closes_on == date(2026, 12, 23)


def test_each_family_reads_that_its_child_was_on_a_list():
    make_referent()
    make_quarter(12)
    make_list()
    readings = FileReading.objects.filter(part="outreach")
    assert readings.count() == 12
    assert {each.role for each in readings} == {"family_agent"}


def test_the_journal_keeps_that_a_list_was_opened_and_no_name():
    make_referent()
    make_quarter(12)
    made = make_list()
    event = AuditEvent.objects.get(verb="outreach.list_opened")
    assert event.subject == f"outreach.OutreachList:{made.pk}"
    assert event.details == {"quarter": "port", "stage": "", "means": "", "children": 12, "until": "2026-12-23"}


@pytest.mark.parametrize("role", ["administrator", "coordinator", "data_officer", "activity_leader"])
def test_nobody_but_a_referent_opens(role):
    make_quarter(12)
    assert _refused(person=the(role)) == Refusal.NOT_REFERENT


def test_an_agent_who_is_not_designated_opens_nothing():
    make_quarter(12)
    assert _refused() == Refusal.NOT_REFERENT


def test_a_referent_who_no_longer_receives_families_opens_nothing():
    row = make_referent()
    make_quarter(12)
    row.user.memberships.update(ends_on=TODAY - timedelta(1))
    assert referent_of(row.user, TODAY) is None
    assert _refused() == Refusal.NOT_REFERENT


def test_a_group_of_ten_is_never_named():
    make_referent()
    make_quarter(10)
    assert _refused() == Refusal.TOO_SMALL


def test_children_who_came_are_not_called_and_their_absence_from_the_list_is_not_a_small_group():
    make_referent()
    children = make_quarter(12)
    session = make_session(day=date(2026, 11, 18))
    for child in children[:11]:
        Attendance.objects.create(session=session, child=child, state="left", recorded_at=NOW)
    assert [line.child for line in make_list().lines.all()] == children[11:]


def test_a_child_who_was_only_expected_was_not_seen():
    make_referent()
    children = make_quarter(12)
    Attendance.objects.create(
        session=make_session(day=date(2026, 11, 18)), child=children[0], state="absent", recorded_at=NOW
    )
    assert make_list().children == 12


def test_a_child_who_holds_or_awaits_a_place_is_left_in_peace():
    children = make_quarter(12)
    make_group(make_session(), children[0])
    assert children[0] not in not_seen(children_of(PORT, make_commune(), TODAY), TODAY)


def test_a_child_whose_guardian_objects_is_left_out_whatever_the_other_says():
    make_referent()
    children = make_quarter(12)
    father = make_adult("Père Opposé")
    link(children[0], father)
    object_to(father, hand=Hand(father.account, NOW))
    assert children[0] not in {line.child for line in make_list().lines.all()}


def test_the_word_of_somebody_kept_away_counts_for_nothing():
    make_referent()
    children = make_quarter(12)
    father = make_adult("Père Écarté")
    link(children[0], father, GuardianRights.BLOCKED)
    object_to(father, hand=Hand(father.account, NOW))
    made = make_list()
    assert children[0] in {line.child for line in made.lines.all()}
    assert all(str(adult) != "Père Écarté" for call in lines_of(made, TODAY) for adult in call.adults)


def test_an_objection_takes_the_child_off_a_list_that_is_open():
    make_referent()
    children = make_quarter(12)
    made = make_list()
    parent = Adult.objects.get(wards__child=children[3])
    object_to(parent, hand=_desk())
    assert children[3] not in {line.child for line in made.lines.all()}
    take_back(parent, hand=_desk())
    assert not objects(parent)
    assert children[3] not in {line.child for line in made.lines.all()}


def test_a_group_is_told_by_age_and_by_quotient():
    make_quarter(3, born_on=date(2012, 5, 5))
    young = make_quarter(12, quarter="centre")
    home = Household.objects.get(residences__child=young[0])
    FamilyQuotient.objects.create(
        household=home, value=412, source=QuotientSource.DECLARED, month=date(2026, 9, 1), valid_from=date(2026, 9, 1),
        valid_until=date(2027, 8, 31), recorded_at=NOW,
    )  # fmt: skip
    town = make_commune()
    assert children_of(Group(stage=Stage.SECONDARY), town, TODAY).count() == 3
    assert list(children_of(Group(means=Means.LOW), town, TODAY)) == [young[0]]
    assert children_of(Group(quarter="centre", means=Means.UNKNOWN), town, TODAY).count() == 11


def test_a_home_outside_the_town_is_not_in_a_group():
    children = make_quarter(12)
    Household.objects.filter(residences__child=children[0]).update(is_resident=False)
    assert children_of(PORT, make_commune(), TODAY).count() == 11


def test_two_lists_of_one_group_are_never_open_together():
    make_referent()
    make_quarter(12)
    make_list()
    assert _refused() == Refusal.ALREADY


def test_what_was_answered_is_noted_without_a_word_of_one_s_own():
    make_referent()
    make_quarter(12)
    line = make_list().lines.first()
    note(line, Outcome.REACHED, barrier=Barrier.NOT_KNOWN, hand=_desk())
    line.refresh_from_db()
    assert (line.outcome, line.barrier) == ("reached", "not_known")
    note(line, Outcome.NO_ANSWER, barrier=Barrier.NOT_KNOWN, hand=_desk())
    line.refresh_from_db()
    assert (line.outcome, line.barrier) == ("no_answer", "")


def test_once_closed_names_are_gone_and_numbers_stay():
    make_referent()
    make_quarter(12)
    made = make_list()
    for line in made.lines.all()[:5]:
        note(line, Outcome.REACHED, barrier=Barrier.NOT_OFFERED, hand=_desk())
    close_list(made, Ending.DONE, hand=_desk())
    close_list(made, Ending.TERM, hand=_desk())
    assert not OutreachLine.objects.exists()
    assert {(each.outcome, each.barrier): each.children for each in made.results.all()} == {
        ("reached", "not_offered"): 5,
        ("", ""): 7,
    }
    made.refresh_from_db()
    assert made.ending == "done"


def test_a_list_ends_by_itself():
    make_referent()
    make_quarter(12)
    made = make_list()
    assert close_due(now=datetime(2026, 12, 23, 22, tzinfo=UTC)) == 0
    assert close_due(now=datetime(2026, 12, 23, 23, 5, tzinfo=UTC)) == 1  # midnight in Paris
    made.refresh_from_db()
    assert made.ending == "term" and not made.lines.exists()


def test_a_list_that_is_over_is_closed_to_its_referent_before_anything_ran():
    referent = make_referent()
    make_quarter(12)
    made = make_list()
    assert list(lists_of(referent.user, date(2026, 12, 23))) == [made]
    assert list(lists_of(referent.user, date(2026, 12, 24))) == []
    with pytest.raises(ListClosed):
        note(made.lines.first(), Outcome.REACHED, hand=Hand(referent.user, datetime(2026, 12, 24, 9, tzinfo=UTC)))


def test_lists_close_with_the_designation():
    referent = make_referent()
    make_quarter(12)
    made = make_list()
    end_designation(referent, hand=Hand(the("administrator"), NOW))
    made.refresh_from_db()
    assert made.ending == "left" and not made.lines.exists()


def test_lists_of_somebody_who_left_the_desk_close_at_night():
    referent = make_referent()
    make_quarter(12)
    made = make_list()
    referent.user.memberships.update(ends_on=TODAY)
    assert close_due(now=NOW + timedelta(1)) == 1
    made.refresh_from_db()
    assert made.ending == "left"


def test_only_who_receives_families_is_designated_and_never_by_themselves():
    admin, agent = the("administrator"), the("family_agent")
    how = {"basis": "note", "ends_on": None, "commune": make_commune()}
    for person, by in ((the("teacher"), admin), (agent, agent)):
        with pytest.raises(WrongReferent):
            designate(person, **how, hand=Hand(by, NOW))
    designate(agent, **how, hand=Hand(admin, NOW))
    assert agent not in may_be_designated(TODAY, admin)
    assert Notice.objects.filter(recipient=agent, kind="entrusted").exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        OutreachReferent.objects.create(
            commune=make_commune(), user=admin, basis="note", starts_on=TODAY, designated_by=admin, designated_at=NOW
        )


def test_each_adult_is_reached_in_the_way_they_like():
    mailed, called = make_adult("Agnès Mail"), make_adult("Luc Papier", account=False)
    assert way_to_reach(mailed)[0] == "mail"
    assert way_to_reach(called) == ("phone", "06 00 00 00 00")
    called.phone = ""
    assert way_to_reach(called) == ("paper", "")


def test_a_list_costs_the_same_whatever_its_length(django_assert_num_queries):
    make_referent()
    make_quarter(14)
    made = make_list()
    with django_assert_num_queries(2):
        assert len(lines_of(made, TODAY)) == 14
    assert Guardian.objects.count() == 14
