"""The forms of the one item that is open on the review page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms

from preau.foundation.text.numbers import whole
from preau.surfaces.workspace.imports.forms import (
    DiscardCorrection,
    MarkDecisionForm,
    MergeCorrection,
    MoveCorrection,
    SplitCorrection,
    TextCorrection,
)
from preau.surfaces.workspace.imports.review.cuts import cuts
from preau.surfaces.workspace.imports.review.display import ItemView
from preau.surfaces.workspace.imports.review.page import Review


@dataclass(slots=True)
class Opened:
    """The forms of an item; ``problem`` says what went wrong with the last one sent."""

    item: ItemView | None
    marks: list[MarkDecisionForm] = field(default_factory=list)
    text: TextCorrection | None = None
    split: SplitCorrection | None = None
    merge: MergeCorrection | None = None
    move: MoveCorrection | None = None
    discard: DiscardCorrection | None = None
    problem: str = ""
    failed: forms.Form | None = None


def opened(review: Review, code: str, *, failed: forms.Form | None = None, problem: str = "") -> Opened | None:
    """None when no item is open, or when it is not there any more and nothing typed has to be kept."""
    item = review.find(code) if code else None
    if item is None:
        return None
    found = Opened(item, _decisions(review, item), problem=problem, failed=failed)
    base = {"seen_version": review.plan_import.version, "item": item.id}
    found.text = TextCorrection(initial={**base, "text": item.text}, auto_id=f"id_{item.slug}_text_%s")
    if item.item is not None:
        _corrections(review, item, found, base)
    _put_back(found, failed)
    return found


def _decisions(review: Review, item: ItemView) -> list[MarkDecisionForm]:
    return [
        MarkDecisionForm(
            owners=review.owners,
            auto_id=f"id_{item.slug}_{shown.number}_%s",
            initial={
                "seen_version": review.plan_import.version,
                "item": item.id,
                "number": shown.number,
                "outcome": shown.decision.get("outcome", "") or ("entrusted" if shown.is_entrusted else None),
                "decision": shown.decision.get("decision", ""),
                "owner": str(shown.decision.get("owner") or ""),
                "due_on": shown.decision.get("due_on") or None,
            },
        )
        for shown in item.marks
    ]


def _corrections(review: Review, item: ItemView, found: Opened, base: dict[str, Any]) -> None:
    named = f"id_{item.slug}"
    found.split = SplitCorrection(
        text=item.text, places=cuts(item.text), initial={**base, "marked": item.text}, auto_id=f"{named}_split_%s"
    )
    found.move = MoveCorrection(
        rows=set(), initial={**base, "row": review.row_of(item.id), "kind": item.kind}, auto_id=f"{named}_move_%s"
    )
    found.discard = DiscardCorrection(initial=base, auto_id=f"{named}_discard_%s")
    if item.next_id:
        found.merge = MergeCorrection(initial={**base, "second": item.next_id}, auto_id=f"{named}_merge_%s")


def _put_back(found: Opened, failed: forms.Form | None) -> None:
    """The form that was refused stands where it stood, with what was typed in it."""
    match failed:
        case MarkDecisionForm():
            number = whole(str(failed.data.get("number", "")), -1)
            if 0 <= number < len(found.marks):
                found.marks[number] = failed
        case TextCorrection():
            found.text = failed
        case SplitCorrection():
            found.split = failed
        case MergeCorrection():
            found.merge = failed
        case MoveCorrection():
            found.move = failed
        case DiscardCorrection():
            found.discard = failed
        case _:
            pass
