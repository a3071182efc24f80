"""The same plan as it was before anybody imported it: a table pasted as text, as towns send it."""

from __future__ import annotations

from .axes import AXES
from .shapes import Row

_TITLES = ("OBJECTIFS GÉNÉRAUX", "OBJECTIFS OPÉRATIONNELS", "EFFETS ATTENDUS")


def flattened() -> str:
    """Each cell begins with a tab; a cell merged with the one above is empty."""
    lines: list[str] = []
    for axis in AXES:
        lines += ["", axis.title.upper(), "", *(f"\t{title}" for title in _TITLES), ""]
        for general in axis.generals:
            for number, row in enumerate(general.rows):
                lines += ["\t", *(["", general.text, ""] if number == 0 else []), *_cells(row)]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> list[str]:
    columns = [[objective.text for objective in row.objectives], list(row.effects)]
    return [
        line for column in columns for line in (*("\t" + "\n\n".join(f"· {text}" for text in column)).split("\n"), "")
    ]
