"""JSON: the data set, its words and its lines, in one document."""

from __future__ import annotations

import json
from typing import Any

from .dataset import SINCE, STATE, Dataset, Line


def json_document(dataset: Dataset) -> str:
    dataset.opened()
    names = [each.name for each in dataset.columns[:-1]]
    document: dict[str, Any] = {
        "id": dataset.slug,
        "titre": dataset.title,
        "description": dataset.says,
        "source": dataset.source,
        "licence": dataset.licence,
        "date": dataset.table.day.isoformat(),
        "arrondi": dataset.table.step,
        "lignes": [_line(names, dataset.measure.name, line) for line in dataset.lines],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _line(names: list[str], measure: str, line: Line) -> dict[str, Any]:
    told: dict[str, Any] = dict(zip(names, line.labels, strict=True))
    return told | {measure: line.value, STATE: line.state, SINCE: line.on.isoformat()}
