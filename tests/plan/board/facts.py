"""Facts of a board, with what a test does not care about left out."""

from __future__ import annotations

from itertools import count

from preau.plan.board.facts import AxisFact, ObjectiveFact, SheetFact

_NUMBERS = count(1)


def sheet(state="running", **facts):
    number = facts.pop("pk", next(_NUMBERS))
    return SheetFact(
        number, f"F2026-{number}", facts.pop("title", "Apprivoiser l’eau"), state, "Service des sports",
        facts.pop("organisations", frozenset({"sports", "ecole"})), **facts,
    )  # fmt: skip


def objective(*sheets, code="A1.G1.O1", owner="Service des sports", **facts):
    key = "sports" if owner else ""
    return ObjectiveFact(code, "Ouvrir les bassins", owner, key, sheets=sheets, **facts)


def axis(*objectives, number=1, points=()):
    return AxisFact(number, f"Axe {number}", objectives, points)
