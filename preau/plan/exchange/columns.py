"""The columns of the plan as a spreadsheet: the same file goes out and comes back."""

from __future__ import annotations

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
