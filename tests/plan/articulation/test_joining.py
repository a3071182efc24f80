"""A crossing becomes a sheet that both sides carry, or is set aside with a reason; a week is planned by both."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.notices.models import Notice
from preau.plan.articulation.enums import CrossingKind, Side
from preau.plan.articulation.errors import AlreadyJoined, CrossingGone, EntryChanged
from preau.plan.articulation.joining import dismiss_crossing, make_joint_sheet, restore_crossing
from preau.plan.articulation.models import JointSheet, WeekEntry
from preau.plan.articulation.planning import EntryFacts, add_entry, change_entry, remove_entry
from preau.plan.articulation.queries import crossings_of, sheets_together
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.stepping import cancel, propose, validate
from preau.plan.sheets.writing import create_sheet, edit_sheet
from tests.cast import make_person, make_plan
from tests.cast.sites import CONTENT, OTHER_CONTENT, make_pair, write_and_publish
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
FOOD, BOOKS = "food.1-food.1", "reading.2-culture.2"
PATH = "/atelier/sites/les-tilleuls/projets/"


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def pair():
    pair = make_pair()
    write_and_publish(pair, Side.SCHOOL)
    write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    return pair


@pytest.fixture
def head(pair):
    return make_person("contributor", name="Claire Aubin", organisation=pair.school)


@pytest.fixture
def manager(pair):
    return make_person("contributor", name="Samira Haddou", organisation=pair.care)


def _join(pair, plan, by, now, key=FOOD, side=Side.SCHOOL):
    return make_joint_sheet(pair, key, carried_by=side, plan=plan, hand=Hand(by, now), path=PATH).sheet


def test_two_published_projects_cross(pair):
    assert [(each.kind, each.key) for each in crossings_of(pair, NOW.date())] == [
        (CrossingKind.SAME_TIME, FOOD),
        (CrossingKind.COMPLEMENTARY, BOOKS),
    ]


def test_what_is_over_is_not_offered_any_more(pair):
    assert [each.key for each in crossings_of(pair, date(2027, 2, 12))] == [FOOD, BOOKS]
    assert [each.key for each in crossings_of(pair, date(2027, 2, 13))] == [BOOKS]
    assert crossings_of(pair, date(2027, 8, 1)) == []


def test_a_crossing_becomes_a_draft_that_says_all_it_knows(pair, plan, head, manager, now):
    sheet = _join(pair, plan, head, now)
    assert (sheet.owner, sheet.co_owner, sheet.state) == (pair.school, pair.care, SheetState.DRAFT)
    assert sheet.title == "Le potager · Les courges · Les Tilleuls"
    assert (sheet.starts_on, sheet.ends_on, sheet.school_year) == (date(2027, 1, 11), date(2027, 2, 5), 2026)
    assert sheet.theme_set == {"food"}
    assert list(sheet.sites.all()) == [pair.site]
    assert "Côté accueil" in sheet.description
    assert [(each.recipient, each.title) for each in Notice.objects.all()] == [
        (manager, "Une fiche commune vous attend · Les Tilleuls")
    ]
    assert [each.key for each in crossings_of(pair, NOW.date())] == [BOOKS]


def test_when_the_coordination_makes_it_both_sides_are_told(pair, plan, head, manager, now):
    _join(pair, plan, make_person("coordinator"), now, side=Side.CARE)
    assert set(Notice.objects.values_list("recipient", flat=True)) == {head.pk, manager.pk}
    assert ActionSheet.objects.get().owner == pair.care


def test_two_clicks_make_one_sheet(pair, plan, head, manager, now):
    sheet = _join(pair, plan, head, now)
    with pytest.raises(AlreadyJoined) as refused:
        _join(pair, plan, manager, now, side=Side.CARE)
    assert refused.value.sheet == sheet
    assert JointSheet.objects.count() == ActionSheet.objects.count() == 1


def test_both_sides_validate_a_joint_sheet(pair, plan, head, manager, now):
    sheet = _join(pair, plan, head, now)
    objective = plan.items.get(code="A1.G1.O1")
    sheet = edit_sheet(sheet, {"objectives": [objective]}, seen_version=sheet.version, hand=Hand(head, now)).sheet
    propose(sheet, hand=Hand(head, now))
    validate(sheet, organisation=pair.school, hand=Hand(head, now))
    assert validate(sheet, organisation=pair.care, hand=Hand(manager, now)).state == SheetState.CO_VALIDATED
    assert [each.pk for each in sheets_together(pair)] == [sheet.pk]


def test_a_sheet_given_up_gives_the_crossing_back(pair, plan, head, now):
    sheet = _join(pair, plan, head, now)
    cancel(sheet, hand=Hand(head, now), reason="plus le temps")
    assert FOOD in [each.key for each in crossings_of(pair, NOW.date())]
    assert list(sheets_together(pair)) == []


def test_a_sheet_that_two_sides_began_by_themselves_carries_the_crossing_too(pair, plan, now):
    create_sheet(
        plan,
        title="Soupe de courges",
        owner=pair.care,
        co_owner=pair.school,
        school_year=2026,
        hand=Hand(None, now),
        themes=["food"],
        starts_on=date(2027, 1, 18),
        ends_on=date(2027, 1, 29),
    )
    assert [each.key for each in crossings_of(pair, NOW.date())] == [BOOKS]
    assert len(sheets_together(pair)) == 1


def test_a_crossing_is_set_aside_with_a_reason_and_can_come_back(pair, head, now):
    said = dismiss_crossing(pair, BOOKS, reason="nous l’avons fait l’an passé", hand=Hand(head, now))
    assert [each.key for each in crossings_of(pair, NOW.date())] == [FOOD]
    with pytest.raises(CrossingGone):
        dismiss_crossing(pair, BOOKS, reason="encore", hand=Hand(head, now))
    restore_crossing(said, hand=Hand(head, now))
    assert len(crossings_of(pair, NOW.date())) == 2
    assert AuditEvent.objects.filter(verb__startswith="crossing.").count() == 2


@pytest.mark.parametrize("key", ["", "sport.1-sport.1", "x" * 500])
def test_a_crossing_that_is_not_there_makes_nothing(pair, plan, head, now, key):
    with pytest.raises(CrossingGone):
        _join(pair, plan, head, now, key=key)
    assert ActionSheet.objects.count() == 0


def test_a_draft_of_one_side_crosses_nothing(plan):
    pair = make_pair()
    write_and_publish(pair, Side.SCHOOL, CONTENT)
    assert crossings_of(pair, NOW.date()) == []


FACTS = EntryFacts(
    title="Atelier cuisine",
    weekday=1,
    band="evening",
    starts_at=time(16, 45),
    ends_at=time(17, 45),
    starts_on=date(2026, 9, 1),
    ends_on=date(2027, 7, 3),
    age_from=6,
    age_to=8,
    theme="food",
)


def test_an_entry_is_planned_changed_and_taken_out(pair, head, now):
    hand = Hand(head, now)
    entry = add_entry(pair.site, FACTS, hand=hand)
    assert (entry.planned.title, entry.planned.audience.age_to, entry.version) == ("Atelier cuisine", 8, 1)
    assert change_entry(entry, FACTS, seen_version=1, hand=hand).version == 2
    with pytest.raises(EntryChanged) as refused:
        change_entry(entry, FACTS, seen_version=1, hand=hand)
    assert refused.value.current.version == 2
    remove_entry(refused.value.current, hand=hand)
    with pytest.raises(EntryChanged) as refused:
        change_entry(entry, FACTS, seen_version=2, hand=hand)
    assert refused.value.current is None
    assert AuditEvent.objects.get(verb="week.entry_removed").details["title"] == "Atelier cuisine"


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_at": time(16, 45)},
        {"ends_on": date(2026, 8, 31)},
        {"age_to": 5},
        {"age_to": 30},
        {"weekday": 9},
    ],
)
def test_the_database_refuses_an_entry_that_makes_no_sense(pair, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        WeekEntry.objects.create(site=pair.site, **{**FACTS.by_name, **wrong})
