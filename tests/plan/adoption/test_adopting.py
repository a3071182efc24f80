"""Adopting reads the checklist again, holds the plan, and fixes what was checked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.files.actions import store_file
from preau.plan.adoption.actions import Vote, adopt_plan, join_scan, prepare, start_following
from preau.plan.adoption.enums import DayFault, Need
from preau.plan.adoption.errors import NotAdopted, NotReady, ScanPresent, WrongDay
from preau.plan.adoption.models import CouncilResolution
from preau.plan.adoption.queries import checklist_for, last_adopted
from preau.plan.drafting.enums import PointOutcome
from preau.plan.drafting.points import reopen_point, settle_point
from preau.plan.importing.actions import undo
from preau.plan.importing.models import PlanImport
from preau.plan.structure.actions import add_item, entrust, hide_from_public, remove_item, schedule, write_note
from preau.plan.structure.editing import ItemEdit, edit_item
from preau.plan.structure.errors import PlanAdopted
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.versions.actions import name_version
from preau.plan.versions.errors import AlreadyAdopted
from tests.cast import make_big_plan, make_organisation, make_person, make_plan
from tests.cast.adoption import VOTED_ON, make_adopted_plan, make_ready_plan

pytestmark = pytest.mark.django_db
VOTE = Vote("2026-112", VOTED_ON)


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def counts(plan) -> dict[Need, int]:
    return {line.need: len(line.missing) for line in checklist_for(plan).lines if line.missing}


def test_a_plan_being_written_says_all_that_it_lacks():
    assert counts(make_plan()) == {
        Need.DECISIONS: 1,
        Need.POINTS: 1,
        Need.SUGGESTIONS: 1,
        Need.TERM: 1,
        Need.OWNERS: 4,
        Need.HORIZONS: 4,
        Need.INTRODUCTION: 1,
    }


def test_the_checklist_takes_four_queries_whatever_the_size(django_assert_num_queries):
    plan = make_big_plan(300)
    with django_assert_num_queries(4):
        assert checklist_for(plan).by_need[Need.OWNERS].total == 300


def test_a_ready_plan_is_adopted_with_its_vote_and_its_fingerprint(hand):
    plan = make_ready_plan()
    resolution = adopt_plan(plan, VOTE, hand=hand)
    plan.refresh_from_db()
    assert (plan.adopted_on, plan.is_shown, resolution.number) == (VOTED_ON, True, "2026-112")
    assert resolution.version.is_adopted and resolution.version.is_intact
    assert last_adopted() == resolution
    verbs = list(AuditEvent.objects.order_by("number").values_list("verb", flat=True))
    assert verbs[-3:] == ["version.adopted", "plan.adopted", "plan.resolution_recorded"]


def test_it_becomes_the_plan_that_the_public_reads(hand):
    plan, other = make_ready_plan(), make_plan(shown=True, title="Un autre")
    assert TerritorialEducationPlan.objects.on_display() == other
    adopt_plan(plan, VOTE, hand=hand)
    assert TerritorialEducationPlan.objects.on_display() == plan


def _reopen(plan, hand):
    reopen_point(plan.open_points.order_by("pk")[0], hand=hand)


def _disown(plan, hand):
    item = plan.items.get(code="A1.G1.O1")
    entrust(item, None, seen_version=item.version, hand=hand)


def _unschedule(plan, hand):
    item = plan.items.get(code="A1.G1.O1")
    schedule(item, None, seen_version=item.version, hand=hand)


def _orphan(plan, hand):
    remove_item(plan.items.get(code="A1.G1.O3"), hand=hand)


def _add(plan, hand):
    add_item(plan.rows.order_by("pk")[0], "operational_objective", "Encore un", hand=hand)


def _undate(plan, hand):
    prepare(plan, starts_on=None, ends_on=None, introduction="", hand=hand)


@pytest.mark.parametrize("act", [_reopen, _disown, _unschedule, _orphan, _add, _undate])
def test_whatever_undoes_a_line_stops_the_vote_and_changes_nothing(hand, act):
    plan = make_ready_plan()
    act(plan, hand)
    before = AuditEvent.objects.count()
    with pytest.raises(NotReady) as refusal:
        adopt_plan(plan, VOTE, hand=hand)
    assert refusal.value.checklist.remaining > 0
    plan.refresh_from_db()
    assert (plan.adopted_on, CouncilResolution.objects.count(), AuditEvent.objects.count()) == (None, 0, before)


def test_a_stale_object_in_memory_fools_nobody(hand):
    plan = make_ready_plan()
    fresh = TerritorialEducationPlan.objects.get(pk=plan.pk)
    prepare(fresh, starts_on=None, ends_on=None, introduction="", hand=hand)
    assert plan.starts_on is not None
    with pytest.raises(NotReady):
        adopt_plan(plan, VOTE, hand=hand)


@pytest.mark.parametrize(
    ("day", "fault"), [(date(2026, 11, 25), DayFault.FUTURE), (date(2012, 1, 1), DayFault.BEFORE_THE_LAW)]
)
def test_the_vote_has_a_possible_day(hand, day, fault):
    with pytest.raises(WrongDay) as refusal:
        adopt_plan(make_ready_plan(), Vote("1", day), hand=hand)
    assert refusal.value.fault == fault


def test_a_plan_is_adopted_once(hand):
    plan = make_ready_plan()
    adopt_plan(plan, VOTE, hand=hand)
    with pytest.raises(AlreadyAdopted):
        adopt_plan(plan, VOTE, hand=hand)


def test_a_version_that_has_the_name_already_is_in_nobodys_way(hand):
    plan = make_ready_plan()
    name_version(plan, "adopté, délibération 2026-112", hand=hand)
    assert adopt_plan(plan, VOTE, hand=hand).version.name == "Adopté, délibération 2026-112 (2)"


@pytest.mark.parametrize("act", [_reopen, _orphan, _add, _undate])
def test_the_text_is_then_fixed_for_good(hand, act):
    plan = make_adopted_plan().plan
    with pytest.raises(PlanAdopted):
        act(plan, hand)


def test_who_carries_and_by_when_may_still_change_and_the_version_does_not(hand):
    resolution = make_adopted_plan()
    item = resolution.plan.items.select_related("owner", "row", "parent").get(code="A1.G1.O1")
    owner = make_organisation("Médiathèque")
    edited = edit_item(
        item, ItemEdit(item.text, "à suivre", owner, date(2027, 1, 1)), seen_version=item.version, hand=hand
    )
    assert (edited.owner, edited.horizon_on, edited.note) == (owner, date(2027, 1, 1), "à suivre")
    resolution.version.refresh_from_db()
    assert resolution.version.is_intact
    with pytest.raises(PlanAdopted):
        edit_item(edited, ItemEdit("Autre", "", owner, None), seen_version=edited.version, hand=hand)


def test_work_notes_are_no_part_of_what_is_adopted(hand):
    plan = make_ready_plan()
    item = plan.items.get(code="A1.G1.O1")
    write_note(item, "entre nous", seen_version=item.version, hand=hand)
    assert b"entre nous" not in adopt_plan(plan, VOTE, hand=hand).version.snapshot.canonical


def test_the_act_of_the_council_is_joined_once(hand, now):
    resolution = make_adopted_plan()
    act = store_file(b"%PDF-1.7 acte", "acte.pdf", by=hand.by, now=now)
    assert join_scan(resolution, act, hand=hand).scan == act
    with pytest.raises(ScanPresent):
        join_scan(resolution, act, hand=hand)


def test_the_next_plan_starts_once_from_the_adopted_one(hand):
    plan = make_ready_plan()
    with pytest.raises(NotAdopted):
        start_following(plan, "Le suivant", hand=hand)
    adopt_plan(plan, VOTE, hand=hand)
    following = start_following(plan, "Le suivant", hand=hand)
    assert start_following(plan, "Encore", hand=hand) == following
    assert (following.follows, following.is_adopted, following.starts_on) == (plan, False, None)
    assert counts(following)[Need.HORIZONS] == 5


def test_the_next_vote_does_not_come_before_this_one(hand):
    plan = make_adopted_plan().plan
    following = start_following(plan, "Le suivant", hand=hand)
    with pytest.raises(WrongDay) as refusal:
        adopt_plan(following, Vote("1", date(2026, 11, 16)), hand=hand)
    assert refusal.value.fault == DayFault.BEFORE_PREVIOUS


def test_an_import_whose_plan_was_voted_is_not_undone(hand, now):
    plan = make_adopted_plan().plan
    imported = PlanImport.objects.create(
        commune=plan.commune, plan=plan, state="confirmed", file_name="x.txt", file_format="txt", file_size=1,
        sha256="0" * 64, draft_data={}, first_draft_data={}, started_at=now, ended_at=now,
    )  # fmt: skip
    with pytest.raises(PlanAdopted):
        undo(imported, hand=hand)
    plan.refresh_from_db()
    assert plan.discarded_at is None


def test_a_plan_hidden_again_is_not_told_to_the_public(hand):
    resolution = make_adopted_plan()
    hide_from_public(resolution.plan, hand=hand)
    assert last_adopted() is None


def test_a_point_settled_in_time_lets_the_vote_pass(hand):
    plan = make_ready_plan()
    _reopen(plan, hand)
    point = plan.open_points.order_by("pk")[0]
    settle_point(point, outcome=PointOutcome.SETTLED, decision="Un sur deux", hand=hand)
    assert adopt_plan(plan, VOTE, hand=hand).pk


def test_nothing_but_the_checklist_leads_to_adopting():
    """``versions.actions.adopt`` checks nothing by itself: one module may call it."""
    root = Path(__file__).resolve().parents[3]
    callers = {
        str(path.relative_to(root))
        for path in (root / "preau").rglob("*.py")
        if re.search(r"versions\.actions import .*\badopt\b|versions\.actions\.adopt\b", path.read_text())
    }
    assert callers == {"preau/plan/adoption/actions.py"}
