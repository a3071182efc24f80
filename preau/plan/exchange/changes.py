"""What a returned copy changes, item by item: each becomes one suggestion. Pure.

An item may have several changes: its words, its points of detail, its place. ``facts`` is {fact: [was, proposed]};
"+1" names a row, "+g1" a branch, that the copy brings and that has no code yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from preau.foundation.text.typography import without_typography
from preau.plan.drafting.enums import Certainty, SuggestionKind
from preau.plan.exchange.matching import Matching, match
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.exchange.standing import Standing
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState

_EXTRACT, _FILTERED = 0.5, 0.2
"""Shares of the plan beyond which what is missing is perhaps not taken out, and beyond which a spreadsheet is taken
for a part of it."""


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
    """``retouched`` counts the unchanged items whose typography alone differs.

    ``reordered`` names the general objectives whose rows stand in another order (see ``Standing``);
    ``absent`` counts the items that the copy leaves out without anybody having taken them out; ``is_sorted``:
    the order of a spreadsheet says nothing of the plan's.
    """

    changes: list[Change]
    matching: Matching
    unchanged: int
    retouched: int = 0
    reordered: tuple[str, ...] = ()
    absent: int = 0
    is_sorted: bool = False


def changes_of(base: PlanSnapshot, returned: ReturnedPlan, *, tells_absence: bool = True) -> Reading:
    """The differences between the plan as the copy was taken and the copy, in reading order, removals last.

    ``tells_absence``: whether an item that is not in the copy was taken out on purpose.
    """
    matching = match(base, returned)
    standing = Standing(returned, matching)
    changes = [change for item in returned.items for change in _of_item(matching, standing, item)]
    changed = {change.uid for change in changes}
    removals = list(_removals(base, matching))
    tells_absence = tells_absence and not (returned.may_be_partial and len(removals) > _FILTERED * len(base.items))
    if tells_absence:
        changes += _believed(base, returned, removals)
        if not returned.keeps_marks:
            changes = _with_doubt(base, changes, removals)
    kept = {key for key, pair in matching.pairs.items() if pair.item.uid not in changed}
    return Reading(
        changes,
        matching,
        unchanged=len(kept),
        retouched=sum(1 for item in returned.items if item.key in kept and _is_retouched(item, matching)),
        reordered=standing.reordered,
        is_sorted=standing.is_sorted,
        absent=0 if tells_absence else len(removals),
    )


def _believed(base: PlanSnapshot, returned: ReturnedPlan, removals: list[Change]) -> list[Change]:
    """Somebody who leaves out most of the plan may have sent their part of it; a line may have been filtered out."""
    if len(removals) > _EXTRACT * len(base.items):
        return [replace(change, certainty=Certainty.UNCERTAIN) for change in removals]
    if returned.may_be_partial:
        return [replace(change, certainty=Certainty.LIKELY) for change in removals]
    return removals


def _of_item(matching: Matching, standing: Standing, item: ReturnedItem) -> Iterator[Change]:
    pair = matching.pairs.get(item.key)
    if pair is None:
        if item.text:
            yield _addition(standing, item)
        return
    known = pair.item

    def change(kind: SuggestionKind, **facts: list[Any]) -> Change:
        return Change(kind, known.uid, known.code, facts, pair.certainty, item.author, item.at)

    if item.text and _differ([item.text], [known.text]):
        yield change(SuggestionKind.REWORDING, text=[known.text, item.text])
    if item.sub_points is not None and _differ(item.sub_points, known.sub_points):
        yield change(SuggestionKind.DETAILING, sub_points=[list(known.sub_points), item.sub_points])
    if item.owner is not None and item.owner != known.owner:
        yield change(SuggestionKind.OWNING, owner=[known.owner, item.owner])
    if item.horizon_on is not None and item.horizon_on != known.horizon_on:
        yield change(SuggestionKind.SCHEDULING, horizon_on=[known.horizon_on, item.horizon_on])
    if moved := _moved(standing, item, known):
        yield change(SuggestionKind.RELOCATION, **moved)


def _differ(said: Sequence[str], known: Sequence[str]) -> bool:
    """In their words: what a word processor does by itself to blanks and quotes is no change that anybody proposes."""
    return [without_typography(text) for text in said] != [without_typography(text) for text in known]


def _is_retouched(item: ReturnedItem, matching: Matching) -> bool:
    """Whether typography alone differs."""
    known = matching.pairs[item.key].item
    return bool(item.text) and item.text != known.text.strip()


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
    for name in ("sub_points", "owner", "horizon_on"):
        if proposed := getattr(item, name):
            facts[name] = [None, proposed]
    return Change(SuggestionKind.ADDITION, "", place, facts, Certainty.SURE, item.author, item.at)


def _moved(standing: Standing, item: ReturnedItem, known: ItemState) -> dict[str, list[Any]]:
    """The facts of a new place; nothing when the item stands where it stood."""
    parent, after = standing.parent(item), standing.after(item)
    if item.row is None:
        if parent in ("", known.parent) and not standing.is_out_of_order(item):
            return {}
        return {"parent": [known.parent, parent or known.parent], "after": [None, after]}
    row = standing.row(item)
    if not item.is_placed and parent in ("", known.parent):
        return {}
    if row != known.row and parent:
        return {"row": [known.row, row], "parent": [known.parent, parent], "after": [None, after]}
    if row == known.row and standing.is_out_of_order(item):
        return {"row": [known.row, row], "after": [None, after]}
    return {}


def _with_doubt(base: PlanSnapshot, changes: list[Change], removals: list[Change]) -> list[Change]:
    """Without marks, something new where something of its kind is missing may be the same, written anew."""
    gone = {(item.row or item.parent, item.kind) for change in removals if (item := base.by_uid.get(change.uid))}
    new = {cell for change in changes if (cell := _cell_of(change))}
    return [
        replace(change, certainty=Certainty.UNCERTAIN)
        if _cell_of(change) in gone or (change.kind == SuggestionKind.REMOVAL and _cell_in(base, change) in new)
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
    for home in matching.homes.values():
        present |= {home.uid, base.by_code[home.parent].uid}
    rank = {ItemKind.EXPECTED_EFFECT: 0, ItemKind.OPERATIONAL_OBJECTIVE: 0, ItemKind.GENERAL_OBJECTIVE: 1}
    gone = [item for item in base.items if item.uid not in present]
    for item in sorted(gone, key=lambda item: rank.get(ItemKind(item.kind), 2)):
        facts: dict[str, list[Any]] = {"removed": [False, True], "text": [item.text, None]}
        yield Change(SuggestionKind.REMOVAL, item.uid, item.code, facts)
