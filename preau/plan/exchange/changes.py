"""What a returned copy changes, item by item: each becomes one suggestion. Pure.

An item may have several changes: its words, its points of detail, its place. ``facts`` is {fact: [was, proposed]};
"+1" names a row, "+g1" a branch, that the copy brings and that has no code yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from preau.plan.drafting.enums import Certainty, SuggestionKind
from preau.plan.exchange.matching import Matching, match
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.exchange.standing import Standing
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState


@dataclass(frozen=True, slots=True)
class Change:
    """``uid`` is that of the item, "" for something new; ``place`` its code, or that of the row or branch."""

    kind: SuggestionKind
    uid: str
    place: str
    facts: dict[str, list[Any]]
    certainty: Certainty = Certainty.SURE
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    changes: list[Change]
    matching: Matching
    unchanged: int


def changes_of(base: PlanSnapshot, returned: ReturnedPlan, *, tells_absence: bool = True) -> Reading:
    """The differences between the plan as the copy was taken and the copy, in reading order, removals last.

    ``tells_absence``: whether an item that is not in the copy was taken out on purpose.
    """
    matching = match(base, returned)
    standing = Standing(returned, matching)
    changes = [change for item in returned.items for change in _of_item(standing, matching, item)]
    changed = {change.uid for change in changes}
    if tells_absence:
        removals = list(_removals(base, matching))
        changes += removals
        if not returned.has_marks:
            changes = _with_doubt(base, changes, removals)
    kept = sum(1 for pair in matching.pairs.values() if pair.item.uid not in changed)
    return Reading(changes, matching, kept)


def _of_item(standing: Standing, matching: Matching, item: ReturnedItem) -> Iterator[Change]:
    pair = matching.pairs.get(item.key)
    if pair is None:
        yield _addition(standing, item)
        return
    known = pair.item

    def change(kind: SuggestionKind, **facts: list[Any]) -> Change:
        return Change(kind, known.uid, known.code, facts, pair.certainty, item.author, item.at)

    if item.text != known.text.strip():
        yield change(SuggestionKind.REWORDING, text=[known.text, item.text])
    if item.sub_points != [point.strip() for point in known.sub_points]:
        yield change(SuggestionKind.DETAILING, sub_points=[list(known.sub_points), item.sub_points])
    if item.owner is not None and item.owner != known.owner:
        yield change(SuggestionKind.OWNING, owner=[known.owner, item.owner])
    if item.horizon_on is not None and item.horizon_on != known.horizon_on:
        yield change(SuggestionKind.SCHEDULING, horizon_on=[known.horizon_on, item.horizon_on])
    if moved := _moved(standing, item, known):
        yield change(SuggestionKind.RELOCATION, **moved)


def _addition(standing: Standing, item: ReturnedItem) -> Change:
    parent = standing.parent(item)
    facts: dict[str, list[Any]] = {"kind": [None, str(item.kind)], "text": [None, item.text], "parent": [None, parent]}
    place = parent
    if item.row is not None:
        place = standing.row(item)
        facts["row"] = [None, place]
    else:
        facts["token"] = [None, f"+g{item.key}"]
    facts["after"] = [None, standing.after(item)]
    if item.sub_points:
        facts["sub_points"] = [None, item.sub_points]
    return Change(SuggestionKind.ADDITION, "", place, facts, Certainty.SURE, item.author, item.at)


def _moved(standing: Standing, item: ReturnedItem, known: ItemState) -> dict[str, list[Any]]:
    """The facts of a new place; nothing when the item stands where it stood."""
    row, parent = standing.row(item), standing.parent(item)
    has_left = row != known.row if item.row is not None else parent != known.parent
    if not has_left and not standing.is_out_of_order(item):
        return {}
    facts: dict[str, list[Any]] = {"row": [known.row, row]} if item.row is not None else {}
    if has_left or item.row is None:
        facts["parent"] = [known.parent, parent]
    return {**facts, "after": [None, standing.after(item)]}


def _with_doubt(base: PlanSnapshot, changes: list[Change], removals: list[Change]) -> list[Change]:
    """Without marks, something new where something of its kind is missing may be the same, written anew."""
    gone = {(item.row or item.parent, item.kind) for change in removals if (item := base.by_uid.get(change.uid))}
    new = {cell for change in changes if (cell := _cell_of(change))}
    return [
        replace(change, certainty=Certainty.UNCERTAIN)
        if _cell_of(change) in gone or (change in removals and _cell_in(base, change) in new)
        else change
        for change in changes
    ]


def _cell_of(change: Change) -> tuple[str, str] | None:
    """Where an addition would stand, and its kind; None for another change."""
    return (change.place, change.facts["kind"][1]) if change.kind == SuggestionKind.ADDITION else None


def _cell_in(base: PlanSnapshot, change: Change) -> tuple[str, str]:
    item = base.by_uid[change.uid]
    return item.row or item.parent, item.kind


def _removals(base: PlanSnapshot, matching: Matching) -> Iterator[Change]:
    """What the copy no longer holds: leaves first, so that a branch is empty when its turn comes."""
    present = {pair.item.uid for pair in matching.pairs.values()}
    rank = {ItemKind.EXPECTED_EFFECT: 0, ItemKind.OPERATIONAL_OBJECTIVE: 0, ItemKind.GENERAL_OBJECTIVE: 1}
    gone = [item for item in base.items if item.uid not in present]
    for item in sorted(gone, key=lambda item: rank.get(ItemKind(item.kind), 2)):
        facts: dict[str, list[Any]] = {"removed": [False, True], "text": [item.text, None]}
        yield Change(SuggestionKind.REMOVAL, item.uid, item.code, facts)
