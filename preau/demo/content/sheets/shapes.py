"""The shapes in which the fictional sheets are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """An instant of the autumn of 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """What happened: ``name`` of a step, "sign" for an agreement (``side`` gives it), "opinion" (``side`` is the opinion)."""

    name: str
    who: str
    at: datetime
    words: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """Without a funder, an expense."""

    label: str
    planned: int
    funder: str = ""
    granted: int | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """``who``: the key of an organisation, or a name."""

    who: str
    role: str
    task: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    name: str
    due_on: date
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class App:
    name: str
    publisher: str
    purpose: str
    data: str
    has_accounts: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    done: str
    children: int
    adults: int
    worked: str
    to_change: str
    effect: str
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    summary: str
    owner: str
    co_owner: str
    by: str
    opened: datetime
    objectives: tuple[str, ...]
    themes: tuple[str, ...]
    audiences: tuple[str, ...] = ()
    ages: tuple[int | None, int | None] = (None, None)
    days: tuple[date | None, date | None] = (None, None)
    bands: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    description: str = ""
    means: str = ""
    contact: str = ""
    partners: tuple[Partner, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    budget: tuple[Money, ...] = ()
    apps: tuple[App, ...] = ()
    steps: tuple[Step, ...] = ()
    review: Review | None = None
    comments: tuple[tuple[str, datetime, str], ...] = ()
