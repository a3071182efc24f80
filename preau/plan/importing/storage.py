"""A draft as JSON values, and back, without losing anything: how it is kept between two requests."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from preau.plan.importing.draft import (
    DraftAxis,
    DraftComment,
    DraftGeneralObjective,
    DraftItem,
    DraftRow,
    DraftSuggestion,
    Leftover,
    Mark,
    PlanDraft,
    SuggestionKind,
)

type Data = dict[str, Any]


def draft_to_data(draft: PlanDraft) -> Data:
    """JSON values only: dates become ISO text."""
    data = asdict(draft)
    for dated in (*data["suggestions"], *data["comments"]):
        dated["date"] = dated["date"].isoformat() if dated["date"] else None
    for suggestion in data["suggestions"]:
        suggestion["kind"] = suggestion["kind"].value
    return data


def draft_from_data(data: Data) -> PlanDraft:
    return PlanDraft(
        title=data["title"],
        axes=[_axis(axis) for axis in data["axes"]],
        suggestions=[_suggestion(suggestion) for suggestion in data["suggestions"]],
        comments=[DraftComment(**{**comment, "date": _date(comment["date"])}) for comment in data["comments"]],
        leftovers=[Leftover(**leftover) for leftover in data["leftovers"]],
        document_marks=_marks(data["document_marks"]),
        notes=list(data["notes"]),
    )


def _axis(data: Data) -> DraftAxis:
    generals = [_general(general) for general in data["general_objectives"]]
    return DraftAxis(**{**data, "general_objectives": generals, "marks": _marks(data["marks"])})


def _general(data: Data) -> DraftGeneralObjective:
    rows = [_row(row) for row in data["rows"]]
    return DraftGeneralObjective(**{**data, "rows": rows, "marks": _marks(data["marks"])})


def _row(data: Data) -> DraftRow:
    columns = {name: [_item(item) for item in data[name]] for name in ("objectives", "effects")}
    return DraftRow(id=data["id"], **columns)


def _item(data: Data) -> DraftItem:
    return DraftItem(**{**data, "marks": _marks(data["marks"])})


def _suggestion(data: Data) -> DraftSuggestion:
    return DraftSuggestion(**{**data, "kind": SuggestionKind(data["kind"]), "date": _date(data["date"])})


def _marks(data: list[Data]) -> list[Mark]:
    return [Mark(**mark) for mark in data]


def _date(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
