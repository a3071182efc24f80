from __future__ import annotations

import json
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.plan.structure import actions
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.errors import CannotUndo, EditConflict, NoPlace, NotEmpty, PlanAdopted
from preau.plan.structure.models import PlanItem
from preau.plan.structure.placing import Edge
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from preau.plan.structure.snapshot import PlanSnapshot
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


def test_coordinator_rewords_an_objective_and_both_wordings_are_kept(plan, hand):
    before = item(plan, "A1.G1.O1")
    after = actions.reword(before, "Une sortie par an et par enfant", seen_version=1, hand=hand, reason="plus court")
    change = after.changes.get(kind=ChangeKind.REWORDED)
    assert (change.before, change.after) == (before.text, "Une sortie par an et par enfant")
    assert (change.by, change.at, change.reason) == (hand.by, hand.now, "plus court")
    assert after.version == 2


def test_the_same_wording_is_not_a_change(plan, hand):
    objective = item(plan, "A1.G1.O1")
    assert actions.reword(objective, objective.text, seen_version=1, hand=hand).version == 1
    assert not objective.changes.filter(kind=ChangeKind.REWORDED).exists()


def test_second_of_two_people_is_told_and_overwrites_nothing(plan, hand):
    seen = item(plan, "A1.G1.O1")
    actions.reword(seen, "La version de Nadia", seen_version=seen.version, hand=hand)
    with pytest.raises(EditConflict) as conflict:
        actions.reword(seen, "La version d’Awa", seen_version=seen.version, hand=hand)
    assert conflict.value.current.text == "La version de Nadia"
    assert item(plan, "A1.G1.O1").text == "La version de Nadia"


def test_owner_and_horizon_are_kept_with_what_they_were(plan, hand):
    culture = make_organisation("Service culture")
    owned = actions.entrust(item(plan, "A1.G1.O2"), culture, seen_version=1, hand=hand)
    dated = actions.schedule(owned, date(2028, 1, 31), seen_version=2, hand=hand)
    changes = {change.kind: (change.before, change.after) for change in dated.changes.all()}
    assert changes[ChangeKind.OWNED] == ("Service des sports", "Service culture")
    assert changes[ChangeKind.SCHEDULED] == ("2027-06-30", "2028-01-31")


def test_new_objective_takes_a_code_that_no_removed_one_had(plan, hand):
    actions.remove_item(item(plan, "A1.G1.O3"), hand=hand)
    row = plan.rows.get(code="A1.G1.R2")
    added = actions.add_item(row, ItemKind.OPERATIONAL_OBJECTIVE, "Ouvrir les cours le samedi", hand=hand)
    assert added.code == "A1.G1.O4"


def test_removed_item_is_out_of_sight_and_comes_back_as_it_was(plan, hand):
    objective = item(plan, "A1.G1.O3")
    removed = actions.remove_item(objective, hand=hand, reason="doublon")
    assert not PlanItem.objects.present().filter(pk=objective.pk).exists()
    restored = actions.restore_item(removed, hand=hand)
    assert restored.removed_at is None
    assert restored.text == objective.text


def test_moved_effect_keeps_its_code_and_joins_the_end_of_its_new_row(plan, hand):
    moved = actions.move_item(item(plan, "A1.G1.E1"), plan.rows.get(code="A2.G1.R1"), seen_version=1, hand=hand)
    assert (moved.code, moved.row.code, moved.parent.code) == ("A1.G1.E1", "A2.G1.R1", "A2.G1")
    assert moved.position == 4


def test_an_item_does_not_move_into_another_plan(plan, hand):
    other = make_plan(title="Un autre")
    with pytest.raises(NoPlace):
        actions.move_item(item(plan, "A1.G1.E1"), other.rows.first(), seen_version=1, hand=hand)


def test_every_change_leaves_an_entry_in_the_journal(plan, hand):
    actions.reword(item(plan, "A1.G1.O1"), "Autrement", seen_version=1, hand=hand)
    event = AuditEvent.objects.latest("number")
    assert event.verb == "plan.item_reworded"
    assert event.actor_id == hand.by.pk
    assert "Autrement" not in str(event.details)


def test_database_refuses_an_objective_outside_a_row(plan):
    objective = item(plan, "A1.G1.O1")
    objective.row = None
    with pytest.raises(IntegrityError), transaction.atomic():
        objective.save()


def test_database_refuses_an_axis_with_a_parent(plan):
    axis = item(plan, "A2")
    axis.parent = item(plan, "A1")
    with pytest.raises(IntegrityError), transaction.atomic():
        axis.save()


def test_coordinator_sets_an_objective_after_another_one(plan, hand):
    first, second = item(plan, "A1.G1.O1"), item(plan, "A1.G1.O2")
    row = first.row
    actions.move_item(second, row, after=Edge.START, seen_version=1, hand=hand)
    assert [each.code for each in row.items.filter(kind=first.kind).in_order()][:2] == ["A1.G1.O2", "A1.G1.O1"]


def test_room_is_made_when_it_runs_out_between_two_neighbours(plan, hand):
    row = item(plan, "A1.G1.O1").row
    for number in range(40):
        actions.add_item(
            row, ItemKind.OPERATIONAL_OBJECTIVE, f"Au plus près {number}", after=item(plan, "A1.G1.O1"), hand=hand
        )
    texts = [each.text for each in row.items.filter(kind=ItemKind.OPERATIONAL_OBJECTIVE).in_order()]
    assert texts[1:41] == [f"Au plus près {number}" for number in reversed(range(40))]


def test_a_branch_that_holds_something_is_not_taken_out(plan, hand):
    with pytest.raises(NotEmpty):
        actions.remove_item(item(plan, "A1.G1"), hand=hand)


def test_nothing_comes_back_under_a_branch_that_was_taken_out(plan, hand):
    for each in plan.items.filter(parent__code="A1.G1"):
        actions.remove_item(each, hand=hand)
    actions.remove_item(item(plan, "A1.G1"), hand=hand)
    with pytest.raises(NoPlace):
        actions.restore_item(item(plan, "A1.G1.O1"), hand=hand)


def test_coordinator_undoes_a_change_and_then_undoes_the_undoing(plan, hand):
    before = item(plan, "A1.G1.O1").text
    change = actions.reword(item(plan, "A1.G1.O1"), "Autrement", seen_version=1, hand=hand).changes.latest("pk")
    undone = actions.undo_change(change, hand=hand)
    assert undone.text == before
    again = actions.undo_change(undone.changes.latest("pk"), hand=hand)
    assert (again.text, again.version) == ("Autrement", 4)


def test_a_change_that_was_changed_again_is_not_undone(plan, hand):
    changed = actions.reword(item(plan, "A1.G1.O1"), "Autrement", seen_version=1, hand=hand)
    change = changed.changes.latest("pk")
    actions.reword(changed, "Encore autrement", seen_version=2, hand=hand)
    with pytest.raises(CannotUndo):
        actions.undo_change(change, hand=hand)
    assert item(plan, "A1.G1.O1").text == "Encore autrement"


def test_undoing_an_addition_takes_the_item_out(plan, hand):
    added = actions.add_item(plan.rows.first(), ItemKind.EXPECTED_EFFECT, "Un effet", hand=hand)
    assert actions.undo_change(added.changes.get(), hand=hand).removed_at == hand.now


def test_text_of_an_adopted_plan_is_fixed_but_its_owners_may_change(plan, hand):
    plan.adopted_on = hand.now.date()
    plan.save()
    with pytest.raises(PlanAdopted):
        actions.reword(item(plan, "A1.G1.O1"), "Trop tard", seen_version=1, hand=hand)
    with pytest.raises(PlanAdopted):
        actions.add_item(plan.rows.first(), ItemKind.EXPECTED_EFFECT, "Trop tard", hand=hand)
    owner = make_organisation("Service culture")
    assert actions.entrust(item(plan, "A1.G1.O1"), owner, seen_version=1, hand=hand).owner == owner


def test_the_history_gives_the_plan_at_every_moment(plan, hand):
    moments = [(moment_of(plan), snapshot_of(plan))]
    actions.reword(item(plan, "A1.G1.O1"), "Autrement", seen_version=1, hand=hand)
    moments.append((moment_of(plan), snapshot_of(plan)))
    actions.remove_item(item(plan, "A1.G1.E1"), hand=hand)
    moments.append((moment_of(plan), snapshot_of(plan)))
    assert [plan_at(plan, moment) for moment, _ in moments] == [snapshot for _, snapshot in moments]
    assert len({snapshot.fingerprint for _, snapshot in moments}) == 3


def test_a_snapshot_survives_its_json(plan):
    snapshot = snapshot_of(plan)
    again = PlanSnapshot.of_data(json.loads(json.dumps(snapshot.as_data())))
    assert (again, again.fingerprint) == (snapshot, snapshot.fingerprint)
