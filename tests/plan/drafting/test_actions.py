from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.drafting import deciding, points
from preau.plan.drafting.enums import PointOutcome, SuggestionKind, SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, WordsMoved
from preau.plan.drafting.models import OpenPoint, Suggestion
from preau.plan.structure.actions import reword
from preau.plan.structure.errors import EditConflict
from tests.cast import make_organisation, make_person, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


@pytest.fixture
def point(plan):
    return OpenPoint.objects.get(plan=plan, kind="placeholder")


@pytest.fixture
def suggestion(plan):
    return Suggestion.objects.get(plan=plan)


def test_coordinator_settles_a_point_with_a_new_wording(point, hand):
    settled = points.settle_point(
        point,
        outcome=PointOutcome.SETTLED,
        decision="Un sur deux",
        hand=hand,
        new_text="Un enfant sur deux va au spectacle",
    )
    settled.refresh_from_db()
    assert (settled.outcome, settled.settled_by, settled.settled_at) == ("settled", hand.by, hand.now)
    assert settled.item.text == "Un enfant sur deux va au spectacle"
    assert settled.item.changes.first().reason == "Un sur deux"


def test_a_point_is_settled_once(point, hand):
    points.settle_point(point, outcome=PointOutcome.SETTLED, decision="oui", hand=hand)
    with pytest.raises(AlreadyDecided):
        points.settle_point(point, outcome=PointOutcome.NOT_A_PROBLEM, decision="non", hand=hand)


def test_a_wording_changed_meanwhile_leaves_the_point_open(point, hand):
    reword(point.item, "Entre-temps", seen_version=1, hand=hand)
    with pytest.raises(EditConflict):
        points.settle_point(
            point, outcome=PointOutcome.SETTLED, decision="oui", hand=hand, new_text="Autre", seen_version=1
        )
    point.refresh_from_db()
    assert point.is_open


def test_coordinator_entrusts_then_reopens_a_point(point, hand):
    sports = make_organisation("Service des sports")
    points.entrust_point(point, owner=sports, due_on=date(2026, 12, 15), hand=hand)
    points.settle_point(point, outcome=PointOutcome.NOT_A_PROBLEM, decision="", hand=hand)
    points.reopen_point(OpenPoint.objects.get(pk=point.pk), hand=hand)
    point.refresh_from_db()
    assert (point.owner, point.due_on, point.is_open) == (sports, date(2026, 12, 15), True)


def test_accepted_suggestion_enters_the_text(suggestion, hand):
    deciding.accept_suggestion(suggestion, hand=hand)
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.ACCEPTED
    assert suggestion.item.text == "Nommer une personne référente dans chaque site"


def test_refused_suggestion_leaves_the_text(suggestion, hand):
    before = suggestion.item.text
    deciding.refuse_suggestion(suggestion, hand=hand, answer="les écoles d’abord")
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.item.text, suggestion.answer) == ("refused", before, "les écoles d’abord")


def test_suggestion_whose_words_are_gone_is_not_applied(suggestion, hand):
    reword(suggestion.item, "Nommer quelqu’un", seen_version=1, hand=hand)
    with pytest.raises(WordsMoved):
        deciding.accept_suggestion(suggestion, hand=hand)
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.OPEN


def test_refusing_a_proposed_item_takes_it_out(plan, hand):
    item = plan.items.get(code="A2.G1.O2")
    proposed = Suggestion.objects.create(plan=plan, item=item, kind=SuggestionKind.INSERTION, new=item.text)
    deciding.refuse_suggestion(proposed, hand=hand)
    item.refresh_from_db()
    assert item.removed_at is not None


def test_accepting_a_deleted_row_takes_out_all_of_it(plan, hand):
    item = plan.items.get(code="A1.G1.O3")
    struck = Suggestion.objects.create(plan=plan, item=item, kind=SuggestionKind.ROW_DELETION, old=item.text)
    deciding.accept_suggestion(struck, hand=hand)
    assert not plan.items.present().filter(row=item.row).exists()
