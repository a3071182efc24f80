"""What an item says at one moment, in codes and words: no database number, so that it can leave the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self

from preau.plan.structure.enums import ItemKind


@dataclass(frozen=True, slots=True)
class ItemState:
    """``parent`` and ``row`` are codes ("" where there is none), ``owner`` the slug of an organisation.

    ``horizon_on`` is an ISO date or "". ``position`` orders an item among those of its kind in the same place.
    """

    uid: str
    kind: str
    code: str
    parent: str = ""
    row: str = ""
    position: float = 0.0
    text: str = ""
    sub_points: tuple[str, ...] = ()
    summary: str = ""
    note: str = ""
    owner: str = ""
    horizon_on: str = ""
    is_bulleted: bool = True
    removed: bool = False

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Self:
        """From JSON values; a fact that the class does not know is left out."""
        known = {name: facts[name] for name in FACTS if name in facts}
        return cls(**{**known, "sub_points": tuple(known.get("sub_points", ()))})

    @property
    def facts(self) -> dict[str, Any]:
        """JSON values, in the order of the class."""
        return {name: getattr(self, name) for name in FACTS} | {"sub_points": list(self.sub_points)}

    @property
    def is_objective(self) -> bool:
        return self.kind == ItemKind.OPERATIONAL_OBJECTIVE

    def changed(self, **facts: Any) -> ItemState:
        return replace(self, **facts)


FACTS = tuple(field.name for field in fields(ItemState))
IDENTITY = frozenset({"uid", "kind", "code"})
"""Facts that are given once and never change."""


def differences(before: ItemState | None, after: ItemState) -> dict[str, list[Any]]:
    """{fact: [was, became]} for the facts that changed; every fact, from None, when there was nothing before."""
    new = after.facts
    if before is None:
        return {name: [None, value] for name, value in new.items()}
    old = before.facts
    return {name: [old[name], value] for name, value in new.items() if old[name] != value}
