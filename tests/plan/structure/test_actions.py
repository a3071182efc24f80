from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from preau.people.audit.models import AuditEvent
from preau.plan.structure import actions
from preau.plan.structure.actions import Hand
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.errors import EditConflict
from preau.plan.structure.models import PlanItem
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
    with pytest.raises(ValueError, match="another plan"):
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
