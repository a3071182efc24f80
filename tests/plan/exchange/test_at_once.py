"""A copy comes back, is answered, put aside, while others write: for real, a thread and a connection each."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.audit.queries import check_journal
from preau.plan.drafting import deciding, proposing
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, ItemRemoved, Meanwhile
from preau.plan.drafting.models import ReturnedDocument, Suggestion
from preau.plan.exchange.errors import AlreadyReceived
from preau.plan.exchange.receiving import discard, receive
from preau.plan.exchange.word import write_word
from preau.plan.importing.writing import write_plan
from preau.plan.structure import actions, placing
from preau.plan.structure.errors import CannotUndo, EditConflict, PlanAdopted
from preau.plan.structure.models import ItemChange
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from preau.plan.versions.actions import adopt, name_version
from tests.cast import make_commune, make_person
from tests.conftest import NOW
from tests.plan.exchange.partner import Document, W, plain, runs, say, text
from tests.plan.exchange.plans import cover, small_draft

pytestmark = pytest.mark.django_db(transaction=True)
TOLD = (AlreadyDecided, AlreadyReceived, CannotUndo, EditConflict, ItemRemoved, Meanwhile, PlanAdopted)


@pytest.fixture
def hand():
    return Hand(make_person("coordinator"), NOW)


@pytest.fixture
def plan(hand):
    return write_plan(small_draft(), title="Grandir", commune=make_commune(), hand=hand, decisions=[])


@pytest.fixture
def desk(plan):
    return Document(write_word(snapshot_of(plan), cover(plan, moment_of(plan))))


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each gave, or what it was told, once all have ended. Anything else that is raised is a fault."""
    start = threading.Barrier(len(acts))
    outcomes: list[object] = [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            start.wait()
            outcomes[number] = act()
        except BaseException as fault:  # a thread must not keep its fault to itself
            outcomes[number] = fault
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each, daemon=True) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads)
    faults = [fault for fault in outcomes if isinstance(fault, BaseException) and not isinstance(fault, TOLD)]
    assert faults == []
    return outcomes


def every(suggestions: list[Suggestion], act: Callable[[Suggestion], object]) -> Callable[[], Counter]:
    """Answers one after the other, whatever was decided meanwhile; what it was told is counted."""

    def answer() -> Counter:
        told: Counter = Counter()
        for suggestion in suggestions:
            try:
                act(suggestion)
                told["done"] += 1
            except TOLD as refusal:
                told[type(refusal).__name__] += 1
        return told

    return answer


def whole(plan) -> None:
    """No half-written state: history gives the plan, versions count the changes, the journal has no gap."""
    assert plan_at(plan, moment_of(plan)) == snapshot_of(plan)
    for item in plan.items.prefetch_related("changes"):
        assert item.version == len(item.changes.all())
    numbers = list(AuditEvent.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert check_journal().broken_at is None


def reworded(desk: Document) -> bytes:
    for number, paragraph in enumerate(desk.items):
        say(runs(paragraph)[0], f"{text(runs(paragraph)[0])} et de leurs proches {number}")
    return desk.saved()


def came_back(plan, hand, data: bytes) -> ReturnedDocument:
    return receive(plan, data, "retour.docx", hand=hand, organisation=None)


def reword_all(plan, hand) -> Callable[[], object]:
    def act() -> None:
        for item in plan.items.present().filter(row__isnull=False).order_by("-pk"):
            try:
                actions.reword(item, f"{item.text} (relu)", seen_version=item.version, hand=hand)
            except TOLD:
                continue

    return act


def test_the_same_copy_sent_twice_at_once_is_received_once_while_others_write(plan, hand, desk):
    data = reworded(desk)
    outcomes = at_once(lambda: came_back(plan, hand, data), lambda: came_back(plan, hand, data), reword_all(plan, hand))
    kinds = Counter(type(outcome).__name__ for outcome in outcomes)
    assert kinds["ReturnedDocument"] == kinds["AlreadyReceived"] == ReturnedDocument.objects.count() == 1
    assert Suggestion.objects.filter(batch__isnull=False).count() == len(desk.items)
    whole(plan)


def test_one_change_accepted_by_two_people_is_made_once(plan, hand, desk):
    suggestions = list(came_back(plan, hand, reworded(desk)).suggestions.order_by("pk"))
    accept = every(suggestions, lambda one: deciding.accept_suggestion(one, hand=hand))
    one, other = at_once(accept, accept)
    assert one["done"] + other["done"] == len(suggestions)
    assert one["AlreadyDecided"] + other["AlreadyDecided"] == len(suggestions)
    whole(plan)


def test_accepting_and_refusing_in_opposite_orders_never_wait_for_each_other(plan, hand, desk):
    suggestions = list(came_back(plan, hand, reworded(desk)).suggestions.order_by("pk"))
    outcomes = at_once(
        every(suggestions, lambda one: deciding.accept_suggestion(one, hand=hand)),
        every(suggestions[::-1], lambda one: deciding.refuse_suggestion(one, hand=hand)),
        every(suggestions, lambda one: proposing.comment(plan, "Oui", hand=hand, organisation=None, suggestion=one)),
        every(suggestions[::-1], lambda one: proposing.support(one, hand=hand, organisation=None)),
    )
    assert outcomes[0]["done"] + outcomes[1]["done"] == len(suggestions)
    states = Counter(Suggestion.objects.filter(batch__isnull=False).values_list("state", flat=True))
    assert states == +Counter(accepted=outcomes[0]["done"], refused=outcomes[1]["done"])
    whole(plan)


def test_what_stands_in_one_new_row_stays_together_whoever_accepts(plan, hand, desk):
    for _ in range(4):
        new = Document(desk.saved()).rows[0]
        for cell, words in zip(new.findall(f"{W}tc"), ("Nouveau", "Un objectif", "Un effet"), strict=True):
            for paragraph in cell.findall(f"{W}p"):
                cell.remove(paragraph)
            cell.append(plain(words))
        merge = new.find(f"{W}tc/{W}tcPr/{W}vMerge")
        merge.getparent().remove(merge)
        desk.tables[0].append(new)
    returned = came_back(plan, hand, desk.saved())
    for branch in returned.suggestions.filter(facts__kind__1="general_objective").order_by("pk"):
        deciding.accept_suggestion(branch, hand=hand)
    rest = list(returned.suggestions.open().order_by("pk"))
    at_once(
        every(rest[::2], lambda one: deciding.accept_suggestion(one, hand=hand)),
        every(rest[1::2], lambda one: deciding.accept_suggestion(one, hand=hand)),
    )
    new = plan.items.filter(text="Un objectif")
    assert new.count() == 4
    for objective in new:
        assert [item.text for item in objective.row.items.order_by("pk").exclude(pk=objective.pk)] == ["Un effet"]
    whole(plan)


def test_accepting_while_the_items_are_taken_out_says_so(plan, hand, desk):
    suggestions = list(came_back(plan, hand, reworded(desk)).suggestions.order_by("pk").select_related("item"))
    items = list(plan.items.filter(row__isnull=False).order_by("-pk"))
    accepted, removed = at_once(
        every(suggestions, lambda one: deciding.accept_suggestion(one, hand=hand)),
        every(items, lambda item: placing.remove_item(item, hand=hand)),
    )
    assert accepted["done"] + accepted["ItemRemoved"] == len(suggestions)
    assert removed["done"] + removed["EditConflict"] == len(items)
    whole(plan)


def test_a_copy_put_aside_while_it_is_answered_is_either_for_each_change(plan, hand, desk):
    returned = came_back(plan, hand, reworded(desk))
    suggestions = list(returned.suggestions.order_by("pk"))
    accepted, *_ = at_once(
        every(suggestions, lambda one: deciding.accept_suggestion(one, hand=hand)),
        lambda: discard(returned, hand=hand),
        lambda: discard(returned, hand=hand),
    )
    states = Counter(returned.suggestions.values_list("state", flat=True))
    assert states == +Counter(accepted=accepted["done"], withdrawn=len(suggestions) - accepted["done"])
    told = {one.item_id for one in returned.suggestions.filter(state=SuggestionState.ACCEPTED)}
    assert {item.pk for item in plan.items.filter(text__contains="de leurs proches")} == told
    assert AuditEvent.objects.filter(verb="return.discarded").count() == 1
    whole(plan)


def test_undoing_while_others_write_never_takes_a_later_wording_away(plan, hand):
    item = plan.items.get(code="A1.G2.O1")
    actions.reword(item, "Savoir nager", seen_version=1, hand=hand)
    change = ItemChange.objects.filter(item=item).latest("pk")
    item = plan.items.get(pk=item.pk)
    outcomes = at_once(
        lambda: actions.undo_change(change, hand=hand),
        lambda: actions.undo_change(change, hand=hand),
        lambda: actions.reword(item, "Nager en mer", seen_version=2, hand=hand),
    )
    refused = Counter(type(outcome).__name__ for outcome in outcomes)
    assert refused["CannotUndo"] + refused["EditConflict"] == 2
    assert plan.items.get(pk=item.pk).text in ("Nager en mer", "Apprendre à nager")
    whole(plan)


def test_versions_named_and_adopted_while_others_write_hold_a_state_that_was(plan, hand, desk):
    suggestions = list(came_back(plan, hand, reworded(desk)).suggestions.order_by("pk"))
    outcomes = at_once(
        reword_all(plan, hand),
        every(suggestions, lambda one: deciding.accept_suggestion(one, hand=hand)),
        lambda: name_version(plan, "Avant le conseil", hand=hand),
        lambda: adopt(plan, "Adopté", adopted_on=date(2026, 11, 24), hand=hand),
    )
    named, adopted = outcomes[2:]
    for version in (named, adopted):
        assert version.is_intact
        assert plan_at(plan, version.moment) == version.snapshot
    assert snapshot_of(plan) == adopted.snapshot
    assert not ItemChange.objects.filter(item__plan=plan, pk__gt=adopted.moment).exists()
    whole(plan)
