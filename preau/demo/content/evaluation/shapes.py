"""What the content of an evaluation is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Word:
    """What a side says of an objective; ``by`` is a key of the cast."""

    objective: str
    by: str
    done: str
    helped: str = ""
    hindered: str = ""
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict: effect, kind, strength, and its words."""

    effect: str
    kind: str
    strength: str
    reason: str
    narrative: str
    learnt: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """A file joined to what somebody says of an objective."""

    objective: str
    by: str
    title: str
    name: str
    content: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey and what came back. ``gives``: an indicator whose figure is the first answer of the first question."""

    title: str
    audience: str
    held_on: date
    asked: int
    content: str
    file: str
    gives: str = ""
