"""What a rule looks at: an item and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from preau.plan.importing.draft import ItemKind


@dataclass(frozen=True, slots=True)
class Seen:
    """``kind`` is None for an axis or a general objective. ``column``: the items of the same cell, this one included.

    ``elsewhere``: the items of the same kind in the whole plan, folded, with how often each stands.
    ``defined``: the acronyms that the document spells out.
    """

    text: str
    kind: ItemKind | None
    is_bulleted: bool
    today: date
    column: tuple[str, ...] = ()
    column_is_bulleted: bool = False
    previous: str = ""
    following: str = ""
    elsewhere: dict[str, int] | None = None
    defined: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """The words, verbatim, and why they call for a look: one sentence to the town."""

    quote: str
    reason: str


type Rule = Callable[[Seen], Iterator[Finding]]
