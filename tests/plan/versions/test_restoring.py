"""An item goes back to what a version said, all of it or nothing, and the history says from which version."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.plan.structure.actions import add_item, detail, move_item, remove_item, reword
from preau.plan.structure.comparison import Fact, compare
from preau.plan.structure.errors import EditConflict, NoPlace, NotEmpty
from preau.plan.structure.placing import add_branch, add_row, move_branch
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from preau.plan.versions.actions import name_version
from preau.plan.versions.errors import NothingToRestore, NotInVersion
from preau.plan.versions.restoring import restore_from, restoring
from tests.cast import make_person, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


@pytest.fixture
def version(plan, hand):
    return name_version(plan, "Avant le comité", hand=hand)


def item(plan, code):
    return plan.items.select_related("plan", "parent", "row", "owner").get(code=code)


def back(plan, version, code, hand):
    found = item(plan, code)
    return restore_from(version, found, seen_version=found.version, hand=hand)


def test_words_points_and_place_come_back_together(plan, version, hand):
    other = plan.rows.get(code="A1.G1.R2")
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    detail(item(plan, "A1.G1.O1"), ["un point"], seen_version=2, hand=hand)
    move_item(item(plan, "A1.G1.O1"), other, seen_version=3, hand=hand)
    back(plan, version, "A1.G1.O1", hand)
    assert compare(version.snapshot, snapshot_of(plan)).differences == []
    assert plan_at(plan, moment_of(plan)) == snapshot_of(plan)
    reasons = set(item(plan, "A1.G1.O1").changes.all()[:3].values_list("reason", flat=True))
    assert reasons == {"Rétabli depuis la version 1, « Avant le comité »."}
    assert AuditEvent.objects.latest("number").verb == "version.item_restored"


def test_it_stands_behind_the_one_it_stood_behind(plan, version, hand):
    move_item(item(plan, "A2.G1.E2"), plan.rows.get(code="A1.G1.R1"), seen_version=1, hand=hand)
    back(plan, version, "A2.G1.E2", hand)
    column = [each.code for each in snapshot_of(plan).items if each.row == "A2.G1.R1" and not each.is_objective]
    assert column == ["A2.G1.E1", "A2.G1.E2", "A2.G1.E3"]


def test_what_was_taken_out_comes_back_in_the_words_of_the_version(plan, version, hand):
    reword(item(plan, "A1.G1.E2"), "Autre chose", seen_version=1, hand=hand)
    remove_item(item(plan, "A1.G1.E2"), hand=hand)
    assert restoring(version, item(plan, "A1.G1.E2")).brings_back
    assert back(plan, version, "A1.G1.E2", hand).text == "Des enfants à l’aise dans l’eau"
    assert compare(version.snapshot, snapshot_of(plan)).differences == []


def test_what_came_later_is_taken_out(plan, version, hand):
    added = add_item(plan.rows.first(), "expected_effect", "Venu après", hand=hand)
    assert restoring(version, item(plan, added.code)).takes_out
    assert back(plan, version, added.code, hand).removed_at is not None


def test_a_branch_that_came_later_and_holds_something_stays(plan, version, hand):
    branch = add_branch(plan, item(plan, "A1"), "Une branche", hand=hand)
    add_item(add_row(branch, hand=hand), "expected_effect", "Un effet", hand=hand)
    with pytest.raises(NotEmpty):
        back(plan, version, branch.code, hand)
    assert item(plan, branch.code).removed_at is None


def test_a_branch_goes_back_under_its_axis(plan, version, hand):
    move_branch(item(plan, "A1.G1"), item(plan, "A2"), seen_version=1, hand=hand)
    back(plan, version, "A1.G1", hand)
    assert compare(version.snapshot, snapshot_of(plan)).differences == []


def test_under_something_that_was_taken_out_there_is_no_place(plan, version, hand):
    before = [item(plan, code) for code in ("A2.G1.O1", "A2.G1.O2", "A2.G1.E1", "A2.G1.E2", "A2.G1.E3", "A2.G1")]
    for each in before:
        remove_item(each, hand=hand)
    count = item(plan, "A2.G1.O1").changes.count()
    with pytest.raises(NoPlace):
        back(plan, version, "A2.G1.O1", hand)
    assert item(plan, "A2.G1.O1").changes.count() == count
    back(plan, version, "A2.G1", hand)
    assert back(plan, version, "A2.G1.O1", hand).removed_at is None


def test_somebody_changed_it_meanwhile(plan, version, hand):
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    with pytest.raises(EditConflict):
        restore_from(version, item(plan, "A1.G1.O1"), seen_version=1, hand=hand)
    assert item(plan, "A1.G1.O1").text == "Autre chose"


def test_there_may_be_nothing_to_restore(plan, version, hand):
    with pytest.raises(NothingToRestore):
        back(plan, version, "A1.G1.O1", hand)


def test_an_item_of_another_plan_is_not_in_the_version(version, hand):
    other = make_plan(title="Un autre")
    with pytest.raises(NotInVersion):
        back(other, version, "A1.G1.O1", hand)


def test_columns_numbered_again_are_not_seen_as_reordered(plan, hand):
    before = snapshot_of(plan)
    for number, each in enumerate(plan.items.filter(row__code="A2.G1.R1").in_order()):
        plan.items.filter(pk=each.pk).update(position=10.0 + number)
    assert compare(before, snapshot_of(plan)).differences == []


def test_only_the_one_that_moved_is_seen_as_reordered(plan, hand):
    before = snapshot_of(plan)
    last = item(plan, "A2.G1.E3")
    move_item(last, last.row, seen_version=1, hand=hand, after=item(plan, "A2.G1.E1"))
    found = [(each.item.code, each.facts) for each in compare(before, snapshot_of(plan)).differences]
    assert found in ([("A2.G1.E3", {Fact.ORDER})], [("A2.G1.E2", {Fact.ORDER})])
