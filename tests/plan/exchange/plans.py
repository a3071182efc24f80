"""The two plans of the round trip: the fictional town's, and the real one where the folder of real documents is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from preau.demo.content import town
from preau.demo.content.axes import AXES
from preau.demo.draft import draft_of
from preau.foundation.documents import read
from preau.people.accounts.hand import Hand
from preau.plan.exchange.cover import Cover
from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, PlanDraft
from preau.plan.importing.understanding import understand
from preau.plan.importing.writing import write_plan
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast import make_commune
from tests.conftest import NOW

DAY = date(2026, 11, 24)


def demo_plan() -> TerritorialEducationPlan:
    return write_plan(draft_of(AXES, DAY), title=town.TITLE, commune=make_commune(), hand=Hand(None, NOW), decisions=[])


def real_plan(shared: Path) -> TerritorialEducationPlan:
    document = read((shared / "mission/pedt.txt").read_bytes(), "pedt.txt")
    return write_plan(
        understand(document, today=DAY), title="Le vrai", commune=make_commune(), hand=Hand(None, NOW), decisions=[]
    )


def cover(plan: TerritorialEducationPlan, moment: int) -> Cover:
    return Cover(town=plan.commune.name, title=plan.title, made_on=DAY, moment=moment)


_SMALL = {
    "Découvrir et pratiquer": {
        "Donner le goût de la culture": [
            (
                "Voir un spectacle chaque année / Chanter dans une chorale ‣ le midi ‣ le soir",
                "Moins d'écarts entre écoles",
            ),
            ("Prêter les salles : le mercredi", "Des salles occupées / Des voisins qui se parlent"),
        ],
        "Bouger tous les jours": [("Apprendre à nager / Aller à l'école à vélo...", "Des enfants en forme")],
    },
    "Accueillir chacun": {
        "Mieux accueillir les familles": [
            (
                "Nommer un référent / Écrire un guide / Ouvrir le portail",
                "Moins d'écarts entre écoles / Des familles à l'aise",
            ),
            ("Traduire les « mots » du carnet", ""),
            ("", "Des parents « élus » mieux entendus"),
        ],
    },
}
"""Items are set apart by "/", points of detail come behind "‣"."""


def small_draft() -> PlanDraft:
    """Two axes, three general objectives, six rows, one of each with an empty side; two effects in the same words."""
    axes = [
        DraftAxis(f"A{a}", title, 0, [_general(f"A{a}.G{g}", *each) for g, each in enumerate(generals.items(), 1)])
        for a, (title, generals) in enumerate(_SMALL.items(), 1)
    ]
    return PlanDraft("Grandir ensemble", axes)


def _general(code: str, text: str, rows: list[tuple[str, str]]) -> DraftGeneralObjective:
    general = DraftGeneralObjective(code, text, 0)
    count = {"O": 0, "E": 0}
    for r, cells in enumerate(rows, 1):
        row = DraftRow(f"{code}.R{r}")
        for letter, column, cell in zip("OE", (row.objectives, row.effects), cells, strict=True):
            for words in filter(None, cell.split(" / ")):
                count[letter] += 1
                item, *points = words.split(" ‣ ")
                column.append(DraftItem(f"{code}.{letter}{count[letter]}", item, True, 0, children=points))
        general.rows.append(row)
    return general
