"""What the board needs to know of a plan, in plain values: no row of the database goes further than here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SheetFact:
    """``milestone_on`` is the earliest milestone that is not done. Organisations are slugs."""

    pk: int
    code: str
    title: str
    state: str
    owner: str
    organisations: frozenset[str]
    starts_on: date | None = None
    ends_on: date | None = None
    milestone: str = ""
    milestone_on: date | None = None


@dataclass(frozen=True, slots=True)
class PointFact:
    """An open point of an objective."""

    needs_decision: bool
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ObjectiveFact:
    """``owner`` is the name of the organisation, "" for nobody; ``owner_key`` its slug."""

    code: str
    text: str
    owner: str = ""
    owner_key: str = ""
    horizon_on: date | None = None
    points: tuple[PointFact, ...] = ()
    sheets: tuple[SheetFact, ...] = ()


@dataclass(frozen=True, slots=True)
class AxisFact:
    """``points`` are those of anything in the axis, its objectives and its effects included."""

    number: int
    text: str
    objectives: tuple[ObjectiveFact, ...] = ()
    points: tuple[PointFact, ...] = ()
