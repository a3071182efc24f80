from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.structure.actions import reword
from preau.plan.structure.editing import ItemEdit, edit_item
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.errors import EditConflict
from tests.cast import make_organisation, make_person, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return make_plan().items.get(code="A1.G1.O1")


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def test_coordinator_changes_several_facts_at_once_and_each_is_kept(item, hand):
    culture = make_organisation("Service culture")
    edit = ItemEdit("Deux sorties par an", "Voir avec le théâtre", culture, date(2027, 3, 1))
    after = edit_item(item, edit, seen_version=1, hand=hand, reason="budget voté")
    kinds = set(after.changes.exclude(kind=ChangeKind.IMPORTED).values_list("kind", flat=True))
    assert kinds == {ChangeKind.REWORDED, ChangeKind.NOTED, ChangeKind.OWNED, ChangeKind.SCHEDULED}
    assert (after.version, after.owner, after.horizon_on) == (5, culture, date(2027, 3, 1))


def test_what_did_not_change_leaves_no_trace(item, hand):
    edit_item(item, ItemEdit(item.text, item.note, None, date(2027, 3, 1)), seen_version=1, hand=hand)
    assert item.changes.exclude(kind=ChangeKind.IMPORTED).count() == 1


def test_a_conflict_leaves_everything_as_it_was(item, hand):
    reword(item, "Entre-temps", seen_version=1, hand=hand)
    with pytest.raises(EditConflict):
        edit_item(item, ItemEdit(item.text, "une note", None, None), seen_version=1, hand=hand)
    item.refresh_from_db()
    assert (item.text, item.note) == ("Entre-temps", "")
