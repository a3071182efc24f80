"""The fictional plan as a draft, so that it goes through the same door as a real one."""

from __future__ import annotations

from datetime import date

from preau.demo.content.shapes import Axis, General
from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, PlanDraft
from preau.plan.importing.marks.registry import mark_all


def draft_of(axes: tuple[Axis, ...], today: date) -> PlanDraft:
    draft = PlanDraft("", [_axis(f"A{number}", axis) for number, axis in enumerate(axes, 1)])
    mark_all(draft, today=today)
    return draft


def _axis(id: str, axis: Axis) -> DraftAxis:
    generals = [_general(f"{id}.G{number}", general) for number, general in enumerate(axis.generals, 1)]
    return DraftAxis(id, axis.title, 0, generals)


def _general(id: str, general: General) -> DraftGeneralObjective:
    rows: list[DraftRow] = []
    objectives = effects = 0
    for number, row in enumerate(general.rows, 1):
        draft = DraftRow(f"{id}.R{number}")
        for objective in row.objectives:
            objectives += 1
            draft.objectives.append(DraftItem(f"{id}.O{objectives}", objective.text, bulleted=True, line=0))
        for effect in row.effects:
            effects += 1
            draft.effects.append(DraftItem(f"{id}.E{effects}", effect, bulleted=True, line=0))
        rows.append(draft)
    return DraftGeneralObjective(id, general.text, 0, rows)
