"""The two plans of the round trip: the fictional town's, and the real one where the folder of real documents is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from preau.demo.content import town
from preau.demo.content.axes import AXES
from preau.demo.draft import draft_of
from preau.foundation.documents import read
from preau.plan.exchange.cover import Cover
from preau.plan.importing.understanding import understand
from preau.plan.importing.writing import write_plan
from preau.plan.structure.ledger import Hand
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
