"""The plan as a tagged PDF: to print, to vote on, to put on line. It is read, not sent back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date

from preau.foundation.pdf import typeset
from preau.plan.exchange.cover import Cover
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
                "text": axis.item.text,
                "branches": [_branch(snapshot, branch) for branch in axis.branches],
            }
            for axis in snapshot.axes
        ],
    }


def _branch(snapshot: PlanSnapshot, branch: SnapshotBranch) -> dict[str, Any]:
    rows = [
        {name: [_item(snapshot, item) for item in getattr(row, name)] for name in ("objectives", "effects")}
        for row in branch.rows or [SnapshotRow("")]
    ]
    return {"code": branch.item.code, "text": branch.item.text, "rows": rows}


def _item(snapshot: PlanSnapshot, item: ItemState) -> dict[str, Any]:
    about = [snapshot.owner_name(item)] if item.owner else []
    if item.horizon_on:
        about.append(format_date(date.fromisoformat(item.horizon_on), "MMMM yyyy", locale="fr"))
    return {"code": item.code, "text": item.text, "points": list(item.sub_points), "about": " · ".join(about)}
