"""The board: a line for each objective, a summary for each axis and for the whole plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from preau.plan.board.facts import AxisFact, ObjectiveFact, SheetFact
from preau.plan.board.rules import Late, Mark, all_lateness, has_action, late_points, lateness, mark_of


class Square(NamedTuple):
    """An action as it is drawn."""

    sheet: SheetFact
    mark: Mark
    is_late: bool


class Line:
    """An objective on the board."""

    def __init__(self, objective: ObjectiveFact, axis: int, today: date) -> None:
        self.objective, self.axis, self.today = objective, axis, today

    @cached_property
    def squares(self) -> list[Square]:
        return in_order(
            Square(sheet, mark, lateness(sheet, self.today) is not None)
            for sheet in self.objective.sheets
            if (mark := mark_of(sheet))
        )

    @cached_property
    def late(self) -> list[Late]:
        return all_lateness(self.objective, self.today)

    @property
    def is_late(self) -> bool:
        return bool(self.late)

    @property
    def is_unowned(self) -> bool:
        return not self.objective.owner

    @cached_property
    def has_action(self) -> bool:
        return has_action(self.objective)

    @property
    def counts(self) -> Counter[str]:
        return counted(self.squares)

    @property
    def to_decide(self) -> int:
        return sum(point.needs_decision for point in self.objective.points)

    @property
    def organisations(self) -> frozenset[str]:
        """Who carries it or one of its actions."""
        carriers = {self.objective.owner_key} if self.objective.owner_key else set()
        return frozenset(carriers.union(*(sheet.organisations for sheet in self.objective.sheets)))


class AxisBoard:
    def __init__(self, fact: AxisFact, today: date) -> None:
        self.number, self.text, self.fact, self.today = fact.number, fact.text, fact, today
        self.lines = [Line(objective, fact.number, today) for objective in fact.objectives]

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.lines, [self])

    @cached_property
    def squares(self) -> list[Square]:
        """Actions of the axis, each once."""
        return in_order(distinct(self.lines))

    @cached_property
    def counts(self) -> Counter[str]:
        """By mark; "late" beside them."""
        return counted(self.squares)


@dataclass(frozen=True, slots=True)
class Figures:
    """``decisions`` and ``late_points`` count open points, ``actions`` sheets, the others objectives."""

    objectives: int
    owned: int
    dated: int
    with_action: int
    late: int
    actions: int
    late_actions: int
    decisions: int
    late_points: int

    @property
    def unowned(self) -> int:
        return self.objectives - self.owned

    @property
    def without_action(self) -> int:
        return self.objectives - self.with_action


class Board:
    def __init__(self, axes: Sequence[AxisFact], today: date) -> None:
        self.today = today
        self.axes = [AxisBoard(fact, today) for fact in axes]

    @cached_property
    def lines(self) -> list[Line]:
        return [line for axis in self.axes for line in axis.lines]

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.lines, self.axes)

    @cached_property
    def counts(self) -> Counter[str]:
        return counted(distinct(self.lines))

    @property
    def late_lines(self) -> list[Line]:
        """The oldest lateness first."""
        return sorted(
            (line for line in self.lines if line.is_late), key=lambda line: min(each.since for each in line.late)
        )


def figures_of(lines: Sequence[Line], axes: Iterable[AxisBoard]) -> Figures:
    actions = counted(distinct(lines))
    points = [(axis.today, axis.fact.points) for axis in axes]
    return Figures(
        objectives=len(lines),
        owned=sum(not line.is_unowned for line in lines),
        dated=sum(line.objective.horizon_on is not None for line in lines),
        with_action=sum(line.has_action for line in lines),
        late=sum(line.is_late for line in lines),
        actions=sum(count for mark, count in actions.items() if mark != "late"),
        late_actions=actions["late"],
        decisions=sum(point.needs_decision for _today, told in points for point in told),
        late_points=sum(len(late_points(told, today)) for today, told in points),
    )


def in_order(squares: Iterable[Square]) -> list[Square]:
    """The furthest first; late ones come first among those of a mark."""
    order = list(Mark)
    return sorted(squares, key=lambda each: (order.index(each.mark), not each.is_late, each.sheet.code))


def distinct(lines: Iterable[Line]) -> list[Square]:
    """A sheet that serves several objectives is one action."""
    return list({square.sheet.pk: square for line in lines for square in line.squares}.values())


def counted(squares: Iterable[Square]) -> Counter[str]:
    found: Counter[str] = Counter()
    for square in squares:
        found[square.mark] += 1
        found["late"] += square.is_late
    return +found
