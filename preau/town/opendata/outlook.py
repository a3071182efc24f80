"""What an import would do, or did: plain data, kept as JSON between two requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

MANY = 3
"""Fewer rows than this may go without asking, whatever their share."""


@dataclass(frozen=True, slots=True)
class Options:
    """``communes``: INSEE codes to keep, all lines when empty. ``accept_gone``: many rows may be marked as gone."""

    communes: tuple[str, ...] = ()
    accept_gone: bool = False

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Options:
        return cls(tuple(data.get("communes", ())), bool(data.get("accept_gone")))

    def to_json(self) -> dict[str, Any]:
        return {"communes": list(self.communes), "accept_gone": self.accept_gone}


@dataclass(frozen=True, slots=True)
class Sent:
    """The file, whatever holds its bytes."""

    name: str
    size: int = 0
    sha256: str = ""


@dataclass(slots=True)
class Counts:
    """Of lines, but for ``gone``. ``ignored``: right, and not for us. ``repeated``: said twice in the same words."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    back: int = 0
    gone: int = 0
    outside: int = 0
    ignored: int = 0
    repeated: int = 0
    refused: int = 0

    @property
    def changed(self) -> int:
        return self.created + self.updated + self.back + self.gone


@dataclass(frozen=True, slots=True)
class Refusal:
    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """``name``: the field, in words; both values as a person would write them."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Example:
    """``line`` is 0 for a row that no line names any more."""

    kind: str
    title: str
    line: int = 0
    differences: tuple[Difference, ...] = ()


@dataclass(slots=True)
class Outlook:
    """``known``: present rows of which the file speaks. ``read_as``: format, encoding, separator, sheet."""

    counts: Counts = field(default_factory=Counts)
    known: int = 0
    examples: list[Example] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)

    @property
    def needs_consent(self) -> bool:
        return self.counts.gone >= MANY and self.counts.gone * 2 > self.known

    def of(self, kind: str) -> list[Example]:
        return [each for each in self.examples if each.kind == kind]

    def to_json(self) -> dict[str, Any]:
        """Without the refusals: they are rows of their own."""
        return {**asdict(self), "refusals": []}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Outlook:
        return cls(
            counts=Counts(**{each.name: data.get("counts", {}).get(each.name, 0) for each in fields(Counts)}),
            known=data.get("known", 0),
            examples=[_example(each) for each in data.get("examples", ())],
            notes=list(data.get("notes", ())),
            read_as=dict(data.get("read_as", {})),
        )


def _example(data: Mapping[str, Any]) -> Example:
    differences = tuple(Difference(**each) for each in data["differences"])
    return Example(data["kind"], data["title"], data["line"], differences)
