"""The plan as a tagged PDF: to print, to vote on, to put on line. It is read, not sent back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date

from preau.foundation.design.typography import display
from preau.foundation.pdf import typeset
from preau.plan.exchange.cover import Cover
from preau.plan.exchange.layout import fits_a_page
from preau.plan.structure.snapshot import PlanSnapshot, SnapshotBranch, SnapshotRow
from preau.plan.structure.state import ItemState

_TEMPLATE = Path(__file__).with_name("plan.typ")


def write_pdf(snapshot: PlanSnapshot, cover: Cover) -> bytes:
    """PDF/UA-1, A4 on its side."""
    return typeset(_TEMPLATE, plan_data(snapshot, cover))


def plan_data(snapshot: PlanSnapshot, cover: Cover) -> dict[str, Any]:
    return {
        "title": cover.title,
        "town": cover.town,
        "term": cover.term,
        "state": cover.state_line,
        "fingerprint": cover.fingerprint,
        "axes": [
            {
                "number": int(axis.item.code.removeprefix("A")),
                "text": display(axis.item.text),
                "branches": [_branch(snapshot, branch) for branch in axis.branches],
            }
            for axis in snapshot.axes
        ],
    }


def _branch(snapshot: PlanSnapshot, branch: SnapshotBranch) -> dict[str, Any]:
    rows = [
        {
            "objectives": [_item(snapshot, item) for item in row.objectives],
            "effects": [_item(snapshot, item) for item in row.effects],
            "whole": fits_a_page(row),
        }
        for row in branch.rows or [SnapshotRow("")]
    ]
    return {"code": branch.item.code, "text": display(branch.item.text), "rows": rows}


def _item(snapshot: PlanSnapshot, item: ItemState) -> dict[str, Any]:
    about = [snapshot.owner_name(item)] if item.owner else []
    if item.horizon_on:
        about.append(format_date(date.fromisoformat(item.horizon_on), "MMMM yyyy", locale="fr"))
    points = [display(point) for point in item.sub_points]
    return {"code": item.code, "text": display(item.text), "points": points, "about": " · ".join(about)}
