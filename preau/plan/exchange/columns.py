"""The columns of the plan as a spreadsheet: the same file goes out and comes back."""

from __future__ import annotations

from preau.foundation.text.search import folded
from preau.plan.structure.enums import ItemKind

CODE, UID, KIND, AXIS, GENERAL, ROW, TEXT, POINTS, OWNER, HORIZON, MOMENT = HEADINGS = (
    "Repère",
    "Identifiant",
    "Nature",
    "Axe",
    "Objectif général",
    "Ligne",
    "Texte",
    "Points de détail",
    "Porteur",
    "Échéance",
    "État",
)
WIDTHS = (12, 8, 22, 6, 12, 12, 70, 40, 30, 12, 8)
KINDS = {
    ItemKind.AXIS: "axe",
    ItemKind.GENERAL_OBJECTIVE: "objectif général",
    ItemKind.OPERATIONAL_OBJECTIVE: "objectif opérationnel",
    ItemKind.EXPECTED_EFFECT: "effet attendu",
}

_BY_NAME = {folded(name): name for name in HEADINGS}


def heading(cell: str) -> str:
    """Our name of a column, whatever its capitals and accents; the cell as it is for another one."""
    return _BY_NAME.get(_plain(cell), cell.strip())


def kind_of(cell: str) -> ItemKind | None:
    """Also in the plural."""
    words = " ".join(word.rstrip("s") for word in _plain(cell).split())
    return next((kind for kind, label in KINDS.items() if folded(label) == words), None)


def _plain(cell: str) -> str:
    return " ".join(folded(cell.replace("\u00a0", " ")).split())
