from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.structure.actions import add_item, entrust, move_item, remove_item, reword
from preau.plan.structure.comparison import Fact, compare
from preau.plan.structure.errors import PlanAdopted
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from preau.plan.versions.actions import adopt, name_version, start_next
from preau.plan.versions.errors import AlreadyAdopted, NameTaken
from tests.cast import make_organisation, make_person, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def item(plan, code):
    return plan.items.get(code=code)


def test_a_version_keeps_the_text_whatever_happens_next(plan, hand):
    version = name_version(plan, "Avant le comité", hand=hand)
    before = snapshot_of(plan)
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    version.refresh_from_db()
    assert version.snapshot == before == plan_at(plan, version.moment)
    assert version.is_intact
    assert snapshot_of(plan).fingerprint != version.fingerprint


def test_two_versions_do_not_share_a_name(plan, hand):
    name_version(plan, "Comité de novembre", hand=hand)
    with pytest.raises(NameTaken):
        name_version(plan, "comité de novembre", hand=hand)


def test_comparison_tells_words_places_owners_additions_and_removals(plan, hand):
    before = snapshot_of(plan)
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    entrust(item(plan, "A1.G1.O1"), make_organisation("Caf"), seen_version=2, hand=hand)
    moved = item(plan, "A1.G1.E1")
    move_item(moved, plan.rows.exclude(pk=moved.row_id).first(), seen_version=1, hand=hand)
    remove_item(item(plan, "A2.G1.O1"), hand=hand)
    added = add_item(plan.rows.first(), "expected_effect", "Un effet de plus", hand=hand)
    comparison = compare(before, snapshot_of(plan))
    assert {(each.item.code, fact) for each in comparison.differences for fact in each.facts} == {
        ("A1.G1.O1", Fact.WORDS),
        ("A1.G1.O1", Fact.OWNER),
        ("A1.G1.E1", Fact.PLACE),
        ("A2.G1.O1", Fact.REMOVED),
        (added.code, Fact.ADDED),
    }
    assert comparison.unchanged == len(snapshot_of(plan).items) - 3


def test_a_plan_compared_with_itself_does_not_differ(plan):
    assert compare(snapshot_of(plan), snapshot_of(plan)).differences == []


def test_adopting_fixes_the_text_and_shows_it(plan, hand):
    version = adopt(plan, "Adopté", adopted_on=date(2026, 12, 15), hand=hand)
    plan.refresh_from_db()
    assert (plan.adopted_on, plan.is_shown, version.is_adopted) == (date(2026, 12, 15), True, True)
    with pytest.raises(PlanAdopted):
        reword(item(plan, "A1.G1.O1"), "Trop tard", seen_version=1, hand=hand)
    with pytest.raises(AlreadyAdopted):
        adopt(plan, "Encore", adopted_on=date(2026, 12, 16), hand=hand)


def test_next_plan_starts_from_the_adopted_one(plan, hand):
    adopt(plan, "Adopté", adopted_on=date(2026, 12, 15), hand=hand)
    following = start_next(plan, "Le suivant", hand=hand)
    assert [(each.code, each.text) for each in snapshot_of(following).items] == [
        (each.code, each.text) for each in snapshot_of(plan).items
    ]
    assert plan_at(following, moment_of(following)) == snapshot_of(following)
    first = item(following, "A1.G1.O1")
    assert first.predecessor == item(plan, "A1.G1.O1")
    assert following.follows == plan
    assert compare(snapshot_of(plan), snapshot_of(following)).count(Fact.WORDS) == 0
    reword(first, "Un nouveau départ", seen_version=1, hand=hand)
    assert compare(snapshot_of(plan), snapshot_of(following)).count(Fact.WORDS) == 1
