from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Organisation:
    key: str
    name: str
    kind: str
    description: str
    uai: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """``opens``: the account that stands for its role on the login page."""

    key: str
    name: str
    organisation: str
    role: str
    job: str
    story: str
    opens: bool = False

    @property
    def email(self) -> str:
        return f"{self.key}@clairval.example"


@dataclass(frozen=True, slots=True)
class Objective:
    text: str
    owner: str = ""
    horizon: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    objectives: tuple[Objective, ...]
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class General:
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    title: str
    summary: str
    generals: tuple[General, ...] = field(default_factory=tuple)
