"""What was understood, as JSON: the shape in which a careful reader writes down a plan."""

from __future__ import annotations

from collections import Counter
from typing import Any

from preau.foundation.documents.model import SourceDocument
from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, Mark, PlanDraft
from preau.plan.importing.layout import ARTEFACT

type Data = dict[str, Any]


def to_json(draft: PlanDraft, document: SourceDocument) -> Data:
    """JSON values only. Lists are in reading order; ids are those the plan will have."""
    return {
        "source": {
            "path": document.name,
            "format": document.format,
            "sha256": document.sha256,
            "lines": max((paragraph.line for paragraph in document.paragraphs()), default=0),
        },
        "title": draft.title,
        "counts": _counts(draft),
        "document_level_remnants": [
            *(_remnant(mark) for mark in draft.document_marks),
            *(
                _remnant(Mark("word_artefact", left.text, left.reason, False))
                for left in draft.leftovers
                if left.reason == ARTEFACT
            ),
        ],
        "axes": [_axis(axis) for axis in draft.axes],
        "drafting_remnants": [{"item": id, **_remnant(mark)} for id, mark in _marks(draft)],
        "suggestions": [
            {
                "item": suggestion.item,
                "kind": suggestion.kind.value,
                "old": suggestion.old,
                "new": suggestion.new,
                "author": suggestion.author,
                "date": suggestion.date.isoformat() if suggestion.date else None,
                "start": suggestion.start,
                "target": suggestion.target or None,
            }
            for suggestion in draft.suggestions
        ],
        "comments": [
            {
                "item": comment.item or None,
                "author": comment.author,
                "date": comment.date.isoformat() if comment.date else None,
                "text": comment.text,
                "quote": comment.quote,
            }
            for comment in draft.comments
        ],
        "leftovers": [{"line": left.line, "text": left.text, "reason": left.reason} for left in draft.leftovers],
        "notes": list(draft.notes),
    }


def _counts(draft: PlanDraft) -> Data:
    generals = [general for axis in draft.axes for general in axis.general_objectives]
    rows = [row for general in generals for row in general.rows]
    items = [item for row in rows for item in (*row.objectives, *row.effects)]
    marks = _marks(draft)
    return {
        "axes": len(draft.axes),
        "general_objectives": len(generals),
        "rows": len(rows),
        "operational_objectives": sum(len(row.objectives) for row in rows),
        "operational_bulleted": sum(item.bulleted for row in rows for item in row.objectives),
        "expected_effects": sum(len(row.effects) for row in rows),
        "effects_bulleted": sum(item.bulleted for row in rows for item in row.effects),
        "items_with_parts": sum(bool(item.parts) for item in items),
        "item_level_remnants": len(marks),
        "items_with_remnants": len({id for id, _ in marks}),
        "remnants_needing_a_town_decision": sum(mark.needs_town_decision for _, mark in marks),
        "remnants_by_type": dict(Counter(mark.type for _, mark in marks).most_common()),
    }


def _axis(axis: DraftAxis) -> Data:
    return {
        "id": axis.id,
        "title": axis.title,
        "source_line": axis.line,
        "drafting_remnants": [_remnant(mark) for mark in axis.marks],
        "general_objectives": [_general(general) for general in axis.general_objectives],
    }


def _general(general: DraftGeneralObjective) -> Data:
    return {
        "id": general.id,
        "text": general.text,
        "source_line": general.line,
        "drafting_remnants": [_remnant(mark) for mark in general.marks],
        "rows": [
            {
                "id": row.id,
                "operational_objectives": [item.id for item in row.objectives],
                "expected_effects": [item.id for item in row.effects],
            }
            for row in general.rows
        ],
        "operational_objectives": [_item(item, row) for row in general.rows for item in row.objectives],
        "expected_effects": [
            {**_item(item, row), "beside_operational_objectives": [other.id for other in row.objectives]}
            for row in general.rows
            for item in row.effects
        ],
    }


def _item(item: DraftItem, row: DraftRow) -> Data:
    data: Data = {
        "id": item.id,
        "text": item.text,
        "bulleted": item.bulleted,
        "source_line": item.line,
        "row": row.id,
        "drafting_remnants": [_remnant(mark) for mark in item.marks],
    }
    if item.parts:
        data["parts"] = [{"id": f"{item.id}{chr(97 + n)}", "text": part} for n, part in enumerate(item.parts)]
    if item.children:
        data["children"] = list(item.children)
    if item.is_proposed:
        data["proposed"] = True
    return data


def _remnant(mark: Mark) -> Data:
    return {
        "type": mark.type,
        "quote": mark.quote,
        "comment": mark.reason,
        "suggested_reading": None,
        "needs_town_decision": mark.needs_town_decision,
    }


def _marks(draft: PlanDraft) -> list[tuple[str, Mark]]:
    found = []
    for axis in draft.axes:
        found += [(axis.id, mark) for mark in axis.marks]
        for general in axis.general_objectives:
            found += [(general.id, mark) for mark in general.marks]
            for row in general.rows:
                found += [(item.id, mark) for item in (*row.objectives, *row.effects) for mark in item.marks]
    return found
