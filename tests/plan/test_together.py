"""Two coordinators and three partners work on the same plan at the same time, for real: a thread and a connection each."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.db import connection

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.audit.queries import check_journal
from preau.plan.drafting import deciding, proposing
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.errors import (
    AlreadyDecided,
    AlreadyProposed,
    Meanwhile,
    NothingProposed,
    PlaceMissing,
    WordsMoved,
)
from preau.plan.drafting.models import PlanComment, Suggestion, SuggestionSupport
from preau.plan.structure import actions, placing
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.errors import EditConflict, NoPlace
from preau.plan.structure.models import ItemChange, PlanItem
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from tests.cast import make_person, make_plan
from tests.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 25
TOLD = (EditConflict, NoPlace, AlreadyDecided, AlreadyProposed, Meanwhile, NothingProposed, PlaceMissing, WordsMoved)
"""What one person is told when another was faster; what they typed is still theirs."""


@dataclass
class Person:
    hand: Hand
    chance: random.Random
    kept: list[tuple[str, str]] = field(default_factory=list)  # (code, wording) that the program said it kept
    decided: list[int] = field(default_factory=list)
    told: Counter = field(default_factory=Counter)

    def try_to(self, act: Callable[[], None]) -> None:
        try:
            act()
        except TOLD as refusal:
            self.told[type(refusal).__name__] += 1


def _some_item(person: Person, plan) -> PlanItem:
    items = list(plan.items.present().filter(row__isnull=False).order_by("pk"))
    return person.chance.choice(items[:6])  # few items for many people


def _reword(person: Person, plan, number: int) -> None:
    item = _some_item(person, plan)
    words = f"{person.hand.by.full_name}, essai {number}"
    actions.reword(item, words, seen_version=item.version, hand=person.hand)
    person.kept.append((item.code, words))


def _move(person: Person, plan) -> None:
    item = _some_item(person, plan)
    row = person.chance.choice(list(plan.rows.order_by("pk")))
    placing.move_item(item, row, seen_version=item.version, hand=person.hand)


def _add(person: Person, plan, number: int) -> None:
    row = plan.rows.select_related("general_objective").order_by("pk")[0]
    added = placing.add_item(
        row, ItemKind.EXPECTED_EFFECT, f"Ajout de {person.hand.by.full_name} {number}", hand=person.hand
    )
    person.kept.append((added.code, added.text))


def _propose(person: Person, plan, number: int) -> None:
    proposal = proposing.new_wording(_some_item(person, plan), f"Proposé par {person.hand.by.full_name}, {number}")
    proposing.propose(plan, proposal, hand=person.hand, organisation=None, reason="plus clair")


def _decide(person: Person, plan) -> None:
    waiting = list(Suggestion.objects.filter(plan=plan, state=SuggestionState.OPEN).order_by("pk")[:3])
    if not waiting:
        return
    suggestion = person.chance.choice(waiting)
    if person.chance.random() < 0.6:
        deciding.accept_suggestion(suggestion, hand=person.hand)
    else:
        deciding.refuse_suggestion(suggestion, hand=person.hand, answer="non")
    person.decided.append(suggestion.pk)


def _talk(person: Person, plan) -> None:
    suggestion = Suggestion.objects.filter(plan=plan).order_by("?").first()
    if suggestion is not None:
        proposing.support(suggestion, hand=person.hand, organisation=None)
        proposing.comment(plan, "D’accord", hand=person.hand, organisation=None, suggestion=suggestion)


def _coordinate(person: Person, plan) -> None:
    for number in range(ROUNDS):
        person.try_to(lambda n=number: _reword(person, plan, n))
        person.try_to(lambda: _decide(person, plan))
        person.try_to(lambda: _move(person, plan))
        person.try_to(lambda n=number: _add(person, plan, n))


def _contribute(person: Person, plan) -> None:
    for number in range(ROUNDS):
        person.try_to(lambda n=number: _propose(person, plan, n))
        person.try_to(lambda: _talk(person, plan))


def test_five_people_at_once_lose_nothing_and_the_journal_tells_it():
    plan = make_plan()
    names = [
        ("coordinator", "Nadia"),
        ("coordinator", "Yann"),
        ("contributor", "Awa"),
        ("contributor", "Luc"),
        ("contributor", "Inès"),
    ]
    people = [
        Person(Hand(make_person(part, name=f"{name} Essai"), NOW), random.Random(number))
        for number, (part, name) in enumerate(names)
    ]
    first_event = AuditEvent.objects.count()
    start, faults = threading.Barrier(len(people)), []

    def work(person: Person, life: Callable) -> None:
        try:
            start.wait()
            life(person, plan)
        except BaseException as fault:  # a thread must not keep its fault to itself
            faults.append(fault)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=work, args=(person, _coordinate if number < 2 else _contribute))
        for number, person in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert faults == []
    assert not any(thread.is_alive() for thread in threads)

    _no_update_is_lost(plan, people)
    _each_suggestion_is_decided_once(people)
    _the_tree_is_whole(plan)
    _the_journal_tells_it(plan, first_event)
    assert sum(person.told["EditConflict"] + person.told["Meanwhile"] for person in people) > 0  # they did meet


def _no_update_is_lost(plan, people) -> None:
    """Each change starts from what the one before left; every wording that was said to be kept is in the history."""
    for item in plan.items.all():
        words = None
        for number, change in enumerate(item.changes.order_by("pk"), 1):
            assert change.version == number
            was, became = change.facts.get("text", (words, words))
            assert was == words or number == 1
            words = became
        assert (item.text, item.version) == (words, item.changes.count())
    history = set(ItemChange.objects.filter(item__plan=plan).values_list("item__code", "after"))
    said = {kept for person in people for kept in person.kept}
    assert said <= history
    assert len(said) > 2 * ROUNDS


def _each_suggestion_is_decided_once(people) -> None:
    decided = [pk for person in people for pk in person.decided]
    assert len(decided) == len(set(decided)) > 0
    assert set(Suggestion.objects.exclude(state=SuggestionState.OPEN).values_list("pk", flat=True)) == set(decided)


def _the_tree_is_whole(plan) -> None:
    codes = list(plan.items.values_list("code", flat=True))
    assert len(codes) == len(set(codes))
    assert plan_at(plan, moment_of(plan)) == snapshot_of(plan)


def _the_journal_tells_it(plan, first_event: int) -> None:
    verbs = Counter(AuditEvent.objects.filter(number__gt=first_event).values_list("verb", flat=True))
    made = Counter(ItemChange.objects.filter(item__plan=plan, at=NOW).values_list("kind", flat=True))
    for kind in (ChangeKind.REWORDED, ChangeKind.MOVED, ChangeKind.ADDED):
        assert verbs[f"plan.item_{kind}"] == made[kind] > 0
    assert verbs["suggestion.supported"] == SuggestionSupport.objects.count()
    assert verbs["comment.written"] == PlanComment.objects.filter(by__isnull=False).count()
    assert check_journal().broken_at is None
    numbers = list(AuditEvent.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
