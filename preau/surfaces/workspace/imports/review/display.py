"""An item of the draft with all that was said of it, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from preau.foundation.text.differences import Piece, word_differences
from preau.plan.importing.draft import DraftComment, DraftItem, DraftSuggestion, ItemKind, Mark, PlanDraft


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: ``is_quoted`` by a drafting mark; ``waits`` when one of them needs a decision."""

    text: str
    is_quoted: bool
    waits: bool = False


@dataclass(slots=True)
class MarkView:
    """``number`` is the place among the marks of its item, from 0: how a form names it."""

    number: int
    mark: Mark
    decision: dict[str, Any]

    @property
    def is_settled(self) -> bool:
        return bool(self.decision.get("outcome"))

    @property
    def is_entrusted(self) -> bool:
        return not self.is_settled and bool(self.decision.get("owner") or self.decision.get("due_on"))

    @property
    def awaits_decision(self) -> bool:
        return self.mark.needs_town_decision and not self.is_settled


@dataclass(slots=True)
class SuggestionView:
    suggestion: DraftSuggestion
    pieces: list[Piece]


@dataclass(slots=True)
class ItemView:
    """``kind`` is "" for an axis or a general objective: their wording carries marks, but they do not move."""

    id: str
    text: str
    stretches: list[Stretch]
    marks: list[MarkView]
    item: DraftItem | None = None
    kind: str = ""
    suggestions: list[SuggestionView] = field(default_factory=list)
    comments: list[DraftComment] = field(default_factory=list)
    next_id: str = ""

    @property
    def slug(self) -> str:
        return self.id.lower().replace(".", "-")

    @property
    def awaits_decision(self) -> bool:
        return any(mark.awaits_decision for mark in self.marks)

    @property
    def is_effect(self) -> bool:
        return self.kind == ItemKind.EFFECT


class Said:
    """What was said of each item, read once for a whole page."""

    def __init__(self, draft: PlanDraft, decisions: list[dict[str, Any]]) -> None:
        self.decisions = {(kept["item"], kept["type"], kept["quote"]): kept for kept in decisions}
        self.suggestions: dict[str, list[DraftSuggestion]] = {}
        self.comments: dict[str, list[DraftComment]] = {}
        for suggestion in draft.suggestions:
            self.suggestions.setdefault(suggestion.item, []).append(suggestion)
        for comment in draft.comments:
            self.comments.setdefault(comment.item, []).append(comment)

    def marks(self, code: str, marks: Iterable[Mark]) -> list[MarkView]:
        return [
            MarkView(number, mark, self.decisions.get((code, mark.type, mark.quote), {}))
            for number, mark in enumerate(marks)
        ]

    def view(
        self,
        code: str,
        text: str,
        marks: list[Mark],
        *,
        item: DraftItem | None = None,
        kind: str = "",
        next_id: str = "",
    ) -> ItemView:
        return ItemView(
            id=code,
            text=text,
            stretches=stretches(text, marks),
            marks=self.marks(code, marks),
            item=item,
            kind=kind,
            suggestions=[
                SuggestionView(suggestion, word_differences(suggestion.old, suggestion.new))
                for suggestion in self.suggestions.get(code, [])
            ],
            comments=self.comments.get(code, []),
            next_id=next_id,
        )


_QUOTED, _WAITS = 1, 2


def stretches(text: str, marks: Iterable[Mark]) -> list[Stretch]:
    """The text with the quoted words apart; overlapping quotes make one stretch."""
    quoted = bytearray(len(text))
    for mark in sorted(marks, key=lambda mark: mark.needs_town_decision):
        if mark.start >= 0:
            end = min(len(text), mark.start + len(mark.quote))
            weight = _WAITS if mark.needs_town_decision else _QUOTED
            quoted[mark.start : end] = bytes([weight]) * max(0, end - mark.start)
    found: list[Stretch] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or quoted[at] != quoted[start]:
            found.append(Stretch(text[start:at], bool(quoted[start]), quoted[start] == _WAITS))
            start = at
    return found
