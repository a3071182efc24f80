"""Where a proposal would set something: the row or branch, its neighbours, and what stands in front of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from preau.plan.drafting.enums import SuggestionKind
from preau.plan.drafting.models import Suggestion
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, PlanRow, TerritorialEducationPlan

_PLACED = (SuggestionKind.ADDITION, SuggestionKind.RELOCATION)
_NEW = "+"
"""Begins the name of a row or branch that does not exist yet."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """``is_it``: the item that the proposal is about, where it would stand; ``text`` is its own."""

    code: str
    text: str
    is_it: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """``code`` is that of the row, "" for a new one; ``facing`` is the other column of the row."""

    code: str
    branch: PlanItem | None
    column: list[Neighbour]
    facing: list[PlanItem]
    is_missing: bool = False


class Places:
    """The rows, branches and neighbours that some suggestions name: two queries for all of them."""

    def __init__(self, plan: TerritorialEducationPlan, suggestions: Iterable[Suggestion]) -> None:
        self.plan = plan
        self.placed = [each for each in suggestions if each.kind in _PLACED and not each.is_in_text]

    def of(self, suggestion: Suggestion) -> list[Place]:
        """[where it would stand], or [where it stands, where it would stand] for something that moves."""
        if suggestion.kind not in _PLACED or suggestion.is_in_text:
            return []
        there = self._place(suggestion, suggestion.proposed("row"), suggestion.proposed("parent"), moved=True)
        if suggestion.kind == SuggestionKind.ADDITION:
            return [there]
        return [self._place(suggestion, suggestion.was("row"), suggestion.was("parent"), moved=False), there]

    def _place(self, suggestion: Suggestion, row: str | None, parent: str | None, *, moved: bool) -> Place:
        kind = suggestion.item.kind if suggestion.item else str(suggestion.proposed("kind"))
        found = self.rows.get(row or "")
        branch = found.general_objective if found else self._branch(suggestion, parent)
        beside = self._beside(kind, row, parent or "")
        column = [Neighbour(each.code, each.text) for each in beside if each.pk != suggestion.item_id]
        if moved:
            at = _spot(column, suggestion.proposed("after"))
            column.insert(at, _itself(suggestion))
        elif suggestion.item is not None:
            places = [each.pk for each in beside]
            at = places.index(suggestion.item.pk) if suggestion.item.pk in places else len(column)
            column.insert(at, _itself(suggestion))
        facing = [each for each in self._in_row.get(row or "", []) if each.kind != kind]
        missing = found is None if row and not row.startswith(_NEW) else branch is None and bool(parent)
        new_branch = bool(parent) and str(parent).startswith(_NEW)
        return Place(found.code if found else "", branch, column, facing, missing and not new_branch)

    def _beside(self, kind: str, row: str | None, parent: str) -> list[PlanItem]:
        if row:
            return [each for each in self._in_row.get(row, []) if each.kind == kind]
        return [each for each in self._items if each.kind == kind and _code_above(each) == parent]

    def _branch(self, suggestion: Suggestion, parent: str | None) -> PlanItem | None:
        if parent is None and suggestion.item is not None:
            return suggestion.item.parent
        return next((each for each in self._items if each.code == parent), None)

    @cached_property
    def rows(self) -> dict[str, PlanRow]:
        found = self.plan.rows.select_related("general_objective").filter(code__in=self._names("row"))
        return {row.code: row for row in found}

    @cached_property
    def _items(self) -> list[PlanItem]:
        parents = self._names("parent")
        above = Q(row__isnull=True, parent__code__in=parents) | Q(code__in=parents)
        if "" in parents:
            above |= Q(kind=ItemKind.AXIS)
        found = self.plan.items.present().filter(Q(row__code__in=self._names("row")) | above)
        return list(found.select_related("row", "parent").in_order())

    @cached_property
    def _in_row(self) -> dict[str, list[PlanItem]]:
        rows: dict[str, list[PlanItem]] = {}
        for item in self._items:
            if item.row is not None:
                rows.setdefault(item.row.code, []).append(item)
        return rows

    def _names(self, fact: str) -> set[str]:
        """Every code that the proposals give for that fact, before and after."""
        return {str(code) for each in self.placed for code in each.facts.get(fact, ()) if code is not None}


def _code_above(item: PlanItem) -> str:
    return item.parent.code if item.parent else ""


def _itself(suggestion: Suggestion) -> Neighbour:
    item = suggestion.item
    text = suggestion.new_text if suggestion.kind == SuggestionKind.ADDITION or item is None else item.text
    return Neighbour(item.code if item else "", text, is_it=True)


def _spot(column: list[Neighbour], after: str | None) -> int:
    """As applying does: at the end when nothing is said, or when what it should follow is gone."""
    if after == "":
        return 0
    return next((number for number, each in enumerate(column, 1) if after and each.code == after), len(column))
