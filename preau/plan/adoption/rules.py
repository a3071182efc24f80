"""Whether a plan can be voted, decided from facts alone: no database here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from preau.plan.adoption.enums import ADVICE, DayFault, Lack, Need
from preau.plan.structure.enums import ItemKind

FIRST_PLANS = date(2013, 1, 24)
"""Décret 2013-77: the first text that speaks of a territorial education plan."""


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An item that is present; ``row`` and ``parent`` are codes, "" where there is none."""

    code: str
    kind: str
    parent: str = ""
    row: str = ""
    text: str = ""
    has_owner: bool = False
    horizon_on: date | None = None


@dataclass(frozen=True, slots=True)
class PointFact:
    """An open point; ``code`` is that of its item, "" for one about the whole plan."""

    key: int
    code: str
    needs_town_decision: bool
    words: str


@dataclass(frozen=True, slots=True)
class SuggestionFact:
    """An open suggestion; ``batch`` is the returned copy that it came in with."""

    key: int
    code: str
    words: str
    batch: int | None = None


@dataclass(frozen=True, slots=True)
class ReturnFact:
    key: int
    file_name: str


@dataclass(frozen=True, slots=True)
class PlanFacts:
    starts_on: date | None
    ends_on: date | None
    has_introduction: bool
    items: tuple[ItemFact, ...] = ()
    points: tuple[PointFact, ...] = ()
    suggestions: tuple[SuggestionFact, ...] = ()
    returns: tuple[ReturnFact, ...] = ()

    def of_kind(self, kind: ItemKind) -> list[ItemFact]:
        return [item for item in self.items if item.kind == kind]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to mend: an item by its ``code``, or a point, suggestion, copy by its ``key``."""

    code: str = ""
    words: str = ""
    key: int = 0
    lack: Lack = Lack.ABSENT


@dataclass(frozen=True, slots=True)
class Line:
    """A need, what fails it, and how many things were looked at (0 where counting says nothing)."""

    need: Need
    missing: tuple[Missing, ...] = ()
    total: int = 0

    @property
    def is_fulfilled(self) -> bool:
        return not self.missing

    @property
    def is_advice(self) -> bool:
        return self.need in ADVICE


@dataclass(frozen=True)
class Checklist:
    lines: tuple[Line, ...] = field(default=())

    @cached_property
    def by_need(self) -> dict[Need, Line]:
        return {line.need: line for line in self.lines}

    @property
    def remaining(self) -> int:
        """How many things keep the council from voting; advice is not one."""
        return sum(len(line.missing) for line in self.lines if not line.is_advice)

    @property
    def is_ready(self) -> bool:
        return self.remaining == 0


def checklist_of(facts: PlanFacts) -> Checklist:
    return Checklist(tuple(Line(need, tuple(found(facts)), _total(need, facts)) for need, found in _NEEDS.items()))


def fault_of_day(
    decided_on: date, *, today: date, previous_on: date | None = None, ends_on: date | None = None
) -> DayFault | None:
    """Why the council cannot have voted that day, None when it can. ``previous_on``: when the plan before was voted."""
    if decided_on > today:
        return DayFault.FUTURE
    if decided_on < FIRST_PLANS:
        return DayFault.BEFORE_THE_LAW
    if previous_on is not None and decided_on < previous_on:
        return DayFault.BEFORE_PREVIOUS
    if ends_on is not None and decided_on > ends_on:
        return DayFault.AFTER_THE_END
    return None


def _branches(facts: PlanFacts) -> Iterator[Missing]:
    """An axis without a general objective, a general objective without an operational one, a plan without an axis."""
    holding = {item.parent for item in facts.items if item.kind != ItemKind.EXPECTED_EFFECT}
    branches = [*facts.of_kind(ItemKind.AXIS), *facts.of_kind(ItemKind.GENERAL_OBJECTIVE)]
    if not branches:
        yield Missing(lack=Lack.NOTHING)
    yield from (_item(branch) for branch in branches if branch.code not in holding)


def _effects(facts: PlanFacts) -> Iterator[Missing]:
    answering = {item.row for item in facts.of_kind(ItemKind.OPERATIONAL_OBJECTIVE)}
    yield from (_item(effect) for effect in facts.of_kind(ItemKind.EXPECTED_EFFECT) if effect.row not in answering)


def _decisions(facts: PlanFacts) -> Iterator[Missing]:
    yield from (Missing(point.code, point.words, point.key) for point in facts.points if point.needs_town_decision)


def _points(facts: PlanFacts) -> Iterator[Missing]:
    yield from (Missing(point.code, point.words, point.key) for point in facts.points if not point.needs_town_decision)


def _suggestions(facts: PlanFacts) -> Iterator[Missing]:
    """Those that came one by one: those of a copy are counted with it."""
    yield from (Missing(one.code, one.words, one.key) for one in facts.suggestions if one.batch is None)


def _returns(facts: PlanFacts) -> Iterator[Missing]:
    open_batches = {one.batch for one in facts.suggestions}
    yield from (Missing("", copy.file_name, copy.key) for copy in facts.returns if copy.key in open_batches)


def _term(facts: PlanFacts) -> Iterator[Missing]:
    if facts.starts_on is None or facts.ends_on is None:
        yield Missing()


def _owners(facts: PlanFacts) -> Iterator[Missing]:
    yield from (_item(item) for item in facts.of_kind(ItemKind.OPERATIONAL_OBJECTIVE) if not item.has_owner)


def _horizons(facts: PlanFacts) -> Iterator[Missing]:
    for item in facts.of_kind(ItemKind.OPERATIONAL_OBJECTIVE):
        if item.horizon_on is None:
            yield _item(item)
        elif facts.starts_on and item.horizon_on < facts.starts_on:
            yield _item(item, Lack.TOO_EARLY)
        elif facts.ends_on and item.horizon_on > facts.ends_on:
            yield _item(item, Lack.TOO_LATE)


def _introduction(facts: PlanFacts) -> Iterator[Missing]:
    if not facts.has_introduction:
        yield Missing()


def _item(item: ItemFact, lack: Lack = Lack.ABSENT) -> Missing:
    return Missing(item.code, item.text, lack=lack)


def _total(need: Need, facts: PlanFacts) -> int:
    kinds = {
        Need.OWNERS: ItemKind.OPERATIONAL_OBJECTIVE,
        Need.HORIZONS: ItemKind.OPERATIONAL_OBJECTIVE,
        Need.EFFECTS: ItemKind.EXPECTED_EFFECT,
    }
    return len(facts.of_kind(kinds[need])) if need in kinds else 0


_NEEDS: Mapping[Need, Callable[[PlanFacts], Iterator[Missing]]] = {
    Need.BRANCHES: _branches,
    Need.EFFECTS: _effects,
    Need.DECISIONS: _decisions,
    Need.POINTS: _points,
    Need.SUGGESTIONS: _suggestions,
    Need.RETURNS: _returns,
    Need.TERM: _term,
    Need.OWNERS: _owners,
    Need.HORIZONS: _horizons,
    Need.INTRODUCTION: _introduction,
}
