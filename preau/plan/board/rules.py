"""What the board says of an action and of an objective on a given day. Pure: an official may argue with each line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from preau.plan.board.facts import ObjectiveFact, PointFact, SheetFact
from preau.plan.sheets.enums import SheetState as S
from preau.plan.sheets.states import LIVE


class Mark(StrEnum):
    """How an action is drawn, the furthest first. Refused and cancelled ones are drawn nowhere."""

    DONE = "done"
    RUNNING = "running"
    PLANNED = "planned"
    DRAFT = "draft"


MARKS = {
    S.REVIEWED: Mark.DONE,
    S.ARCHIVED: Mark.DONE,
    S.RUNNING: Mark.RUNNING,
    S.SCHEDULED: Mark.PLANNED,
    S.CO_VALIDATED: Mark.PLANNED,
    S.PROPOSED: Mark.PLANNED,
    S.DRAFT: Mark.DRAFT,
}
_TO_START = frozenset({S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED})


class Lateness(StrEnum):
    """Why something is said to be late, the gravest first."""

    HORIZON = "horizon"
    REVIEW = "review"
    START = "start"
    MILESTONE = "milestone"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Late:
    """``since`` is the day that passed; ``sheet`` the action at fault, None for the objective itself."""

    why: Lateness
    since: date
    sheet: SheetFact | None = None


def mark_of(sheet: SheetFact) -> Mark | None:
    return MARKS.get(S(sheet.state))


def lateness(sheet: SheetFact, today: date) -> Late | None:
    """The gravest reason why an action is late: its review is due, it should have begun, a milestone passed."""
    if sheet.state == S.RUNNING and _passed(sheet.ends_on, today):
        return Late(Lateness.REVIEW, _day(sheet.ends_on), sheet)
    if sheet.state in _TO_START and _passed(sheet.starts_on, today):
        return Late(Lateness.START, _day(sheet.starts_on), sheet)
    if sheet.state in LIVE and _passed(sheet.milestone_on, today):
        return Late(Lateness.MILESTONE, _day(sheet.milestone_on), sheet)
    return None


def all_lateness(objective: ObjectiveFact, today: date) -> list[Late]:
    """Everything late about an objective, the gravest first, then the oldest."""
    found = [late for sheet in objective.sheets if (late := lateness(sheet, today))]
    if _passed(objective.horizon_on, today) and not is_done(objective):
        found.append(Late(Lateness.HORIZON, _day(objective.horizon_on)))
    found += [Late(Lateness.POINT, _day(point.due_on)) for point in late_points(objective.points, today)[:1]]
    order = list(Lateness)
    return sorted(found, key=lambda late: (order.index(late.why), late.since))


def is_done(objective: ObjectiveFact) -> bool:
    """It has an action, and all that it has are done."""
    marks = [mark for sheet in objective.sheets if (mark := mark_of(sheet))]
    return bool(marks) and all(mark == Mark.DONE for mark in marks)


def has_action(objective: ObjectiveFact) -> bool:
    """An action counts from the day two organisations propose it; a draft is an idea."""
    return any(mark_of(sheet) not in (None, Mark.DRAFT) for sheet in objective.sheets)


def late_points(points: tuple[PointFact, ...], today: date) -> list[PointFact]:
    """The oldest first."""
    return sorted((point for point in points if _passed(point.due_on, today)), key=lambda point: _day(point.due_on))


def _passed(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _day(day: date | None) -> date:
    assert day is not None  # noqa: S101  asked only of days that passed
    return day
