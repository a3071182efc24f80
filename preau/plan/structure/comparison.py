"""What differs between two states of a plan: its structure and its words. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from preau.plan.structure.rules import longest_growing
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState


class Fact(StrEnum):
    """What of an item changed."""

    ADDED = "added"
    REMOVED = "removed"
    WORDS = "words"
    POINTS = "points"
    PLACE = "place"
    ORDER = "order"
    OWNER = "owner"
    HORIZON = "horizon"


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """``before`` is None for something added, ``after`` for something taken out."""

    before: ItemState | None
    after: ItemState | None
    facts: frozenset[Fact]

    @property
    def item(self) -> ItemState:
        found = self.after or self.before
        assert found is not None  # noqa: S101  one of the two is there
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """In the order of the later state; what was taken out stands after the item that came before it."""

    differences: list[ItemDifference]
    unchanged: int

    def count(self, fact: Fact) -> int:
        return sum(1 for difference in self.differences if fact in difference.facts)


def compare(before: PlanSnapshot, after: PlanSnapshot) -> Comparison:
    """Items are paired by ``uid``; of two plans of a line, by the code they share."""
    earlier, later = before.by_uid, after.by_uid
    if not earlier.keys() & later.keys():
        earlier, later = before.by_code, after.by_code
    reordered = _reordered(earlier, later)
    found = [
        ItemDifference(old, new, facts)
        for key, new in later.items()
        for old in [earlier.get(key)]
        if (facts := _facts(old, new, key in reordered))
    ]
    gone = {key: item for key, item in earlier.items() if key not in later}
    return Comparison(_woven(found, gone, list(earlier), later), len(later) - len(found))


def _facts(old: ItemState | None, new: ItemState, is_reordered: bool) -> frozenset[Fact]:
    if old is None:
        return frozenset({Fact.ADDED})
    checks = {
        Fact.WORDS: old.text != new.text,
        Fact.POINTS: old.sub_points != new.sub_points,
        Fact.PLACE: (old.parent, old.row) != (new.parent, new.row),
        Fact.ORDER: is_reordered,
        Fact.OWNER: old.owner != new.owner,
        Fact.HORIZON: old.horizon_on != new.horizon_on,
    }
    return frozenset(fact for fact, differs in checks.items() if differs)


def _reordered(earlier: dict[str, ItemState], later: dict[str, ItemState]) -> set[str]:
    """The fewest items that must have been set elsewhere among those that stayed in their column."""
    columns: dict[tuple[str, str, str], list[str]] = {}
    for key, new in later.items():
        old = earlier.get(key)
        if old is not None and (old.parent, old.row) == (new.parent, new.row):
            columns.setdefault((new.kind, new.parent, new.row), []).append(key)
    rank = {key: number for number, key in enumerate(earlier)}
    moved: set[str] = set()
    for keys in columns.values():
        in_order = longest_growing([rank[key] for key in keys])
        moved.update(key for number, key in enumerate(keys) if number not in in_order)
    return moved


def _woven(
    found: list[ItemDifference], gone: dict[str, ItemState], earlier: list[str], later: dict[str, ItemState]
) -> list[ItemDifference]:
    """Removals at their place: behind the nearest earlier item that is still there."""
    after: dict[str, list[ItemDifference]] = {}
    anchor = ""
    for key in earlier:
        if key in gone:
            after.setdefault(anchor, []).append(ItemDifference(gone[key], None, frozenset({Fact.REMOVED})))
        else:
            anchor = key
    changed = {id(difference.after): difference for difference in found}
    woven = after.get("", [])
    for key, item in later.items():
        if id(item) in changed:
            woven.append(changed[id(item)])
        woven.extend(after.get(key, []))
    return woven
