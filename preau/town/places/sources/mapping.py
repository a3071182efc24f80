"""From the columns of one territory to those of the national schema, as the national cartography declares it.

A declaration has one entry for each national column: ``{"colonne": "CP"}`` renames; ``{"joindre": {"colonnes": […],
"séparateur": " "}}`` joins; ``{"osm": "horaires"}`` takes opening hours; a list of ``{"colonnes": […], "termes": […],
"cible": "…"}`` gives each target of which a term stands in one of the columns, as a whole word, accents aside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from preau.foundation.text.search import folded
from preau.town.opendata.line import Line
from preau.town.opendata.source import Values

type Declaration = Mapping[str, Any]


def columns_of(declaration: Declaration) -> tuple[str, ...]:
    """The local columns without which the declaration says nothing: those that are renamed."""
    return tuple(entry["colonne"] for entry in declaration.values() if isinstance(entry, dict) and "colonne" in entry)


def fits(declaration: Declaration, first: Values) -> bool:
    line = Line(first)
    return all(line.has(column) for column in columns_of(declaration))


def nationally(declaration: Declaration, values: Values) -> dict[str, Any]:
    """The line in the columns of the national schema."""
    line = Line(values)
    return {column: _value(entry, line) for column, entry in declaration.items()}


def local_column(declaration: Declaration, column: str) -> str:
    """How the territory names a column of the national schema."""
    entry = declaration.get(column)
    return str(entry["colonne"]) if isinstance(entry, dict) and "colonne" in entry else column


def _value(entry: Any, line: Line) -> Any:
    if isinstance(entry, list):
        return [choice["cible"] for choice in entry if _stands(choice["termes"], line, choice["colonnes"])]
    if "joindre" in entry:
        joined = entry["joindre"]
        return joined.get("séparateur", " ").join(filter(None, (line.words(name) for name in joined["colonnes"])))
    return line.get(entry.get("colonne") or entry["osm"])


def _stands(terms: Sequence[str], line: Line, columns: Sequence[str]) -> bool:
    written = " | ".join(folded(line.text(column)) for column in columns)
    return any(re.search(rf"(?<![a-z0-9]){re.escape(folded(term))}(?![a-z0-9])", written) for term in terms)
