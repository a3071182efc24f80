"""A whole plan at one moment: what a version keeps, what an export writes, what a comparison compares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self

from preau.plan.structure.enums import ItemKind
from preau.plan.structure.rules import code_key
from preau.plan.structure.state import ItemState

_FORMAT = 1


@dataclass(slots=True)
class SnapshotRow:
    code: str
    objectives: list[ItemState] = field(default_factory=list)
    effects: list[ItemState] = field(default_factory=list)


@dataclass(slots=True)
class SnapshotBranch:
    """A general objective with its rows."""

    item: ItemState
    rows: list[SnapshotRow] = field(default_factory=list)


@dataclass(slots=True)
class SnapshotAxis:
    item: ItemState
    branches: list[SnapshotBranch] = field(default_factory=list)


@dataclass(frozen=True)
class PlanSnapshot:
    """``items`` holds what is present, in the order of the document; ``organisations`` the names behind the slugs."""

    title: str
    items: tuple[ItemState, ...]
    organisations: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, title: str, states: Iterable[ItemState], organisations: Mapping[str, str] | None = None) -> Self:
        """From items in any order, those taken out included."""
        present = [state for state in states if not state.removed]
        named = {state.owner for state in present if state.owner}
        names = {slug: name for slug, name in sorted((organisations or {}).items()) if slug in named}
        return cls(title, tuple(_in_order(present)), names)

    @cached_property
    def by_code(self) -> dict[str, ItemState]:
        return {item.code: item for item in self.items}

    @cached_property
    def by_uid(self) -> dict[str, ItemState]:
        return {item.uid: item for item in self.items}

    @cached_property
    def axes(self) -> list[SnapshotAxis]:
        return list(_axes(self.items))

    def owner_name(self, item: ItemState) -> str:
        return self.organisations.get(item.owner, item.owner)

    def as_data(self) -> dict[str, Any]:
        """JSON values; ``of_data`` reads them back."""
        return {
            "format": _FORMAT,
            "title": self.title,
            "organisations": dict(self.organisations),
            "items": [item.facts for item in self.items],
        }

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> Self:
        return cls(data["title"], tuple(ItemState.of(facts) for facts in data["items"]), data["organisations"])

    @property
    def canonical(self) -> bytes:
        """The plan's JSON written in one way only: sorted keys, UTF-8, no blanks."""
        return json.dumps(self.as_data(), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, of ``canonical``."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def without_notes(self) -> PlanSnapshot:
        """What everybody may read: the notes of those who work stay in the workspace."""
        return replace(self, items=tuple(item.changed(note="") for item in self.items))


def _in_order(items: list[ItemState]) -> Iterator[ItemState]:
    """Depth first: an axis, its general objectives, their rows, in each row objectives before effects."""
    children: dict[str, list[ItemState]] = {}
    for item in items:
        children.setdefault(item.parent, []).append(item)

    def walk(parent: str) -> Iterator[ItemState]:
        for item in sorted(children.get(parent, ()), key=_place):
            yield item
            yield from walk(item.code)

    return walk("")


def _place(item: ItemState) -> tuple[Any, ...]:
    return code_key(item.row), item.kind == ItemKind.EXPECTED_EFFECT, item.position, code_key(item.code)


def _axes(items: Iterable[ItemState]) -> Iterator[SnapshotAxis]:
    """The tree, from items in document order."""
    axes: dict[str, SnapshotAxis] = {}
    branches: dict[str, SnapshotBranch] = {}
    for item in items:
        if item.kind == ItemKind.AXIS:
            axes[item.code] = SnapshotAxis(item)
        elif item.kind == ItemKind.GENERAL_OBJECTIVE:
            branches[item.code] = SnapshotBranch(item)
            axes[item.parent].branches.append(branches[item.code])
        else:
            rows = branches[item.parent].rows
            if not rows or rows[-1].code != item.row:
                rows.append(SnapshotRow(item.row))
            (rows[-1].objectives if item.is_objective else rows[-1].effects).append(item)
    yield from axes.values()
