"""A plan written without a table: headings and lists, each announced by its name (Axe, Objectif général…)."""

from __future__ import annotations

import re

from preau.foundation.documents.model import Paragraph, View
from preau.plan.importing.columns import folded
from preau.plan.importing.draft import Leftover
from preau.plan.importing.layout import Layout, PlanTable, TableLine

_AXIS = re.compile(r"axe\b")
_GENERAL = re.compile(r"(objectifs?|buts?) (general|generaux|strategiques?)\b")
_OBJECTIVES = re.compile(r"(objectifs?|buts?) (operationnels?|specifiques?)\b")
_EFFECTS = re.compile(r"(effets?|resultats?) (attendus?|vises?)\b")


def outline_layout(paragraphs: list[Paragraph]) -> Layout:
    """No table at all unless objectives AND effects are announced somewhere."""
    layout, reading = Layout(), _Reading()
    for paragraph in paragraphs:
        if not paragraph.is_empty:
            reading.take(paragraph, layout)
    lines = [line for table in layout.tables for line in table.lines]
    if not any(line.objectives for line in lines) or not any(line.effects for line in lines):
        return Layout()
    return layout


class _Reading:
    def __init__(self) -> None:
        self.place = ""

    def take(self, paragraph: Paragraph, layout: Layout) -> None:
        text = folded(paragraph.text(View.MARKED))
        announced = _announced(text)
        if announced == "axis":
            layout.tables.append(PlanTable([paragraph]))
            self.place = "axis"
        elif announced and ":" not in paragraph.text(View.MARKED).rstrip(" :\u00a0") and len(text) < 40:
            layout.leftovers.append(Leftover(paragraph.line, paragraph.text(View.MARKED).strip(), "Titre de rubrique."))
            self.place = announced
            if announced == "objectives":
                self._line(layout, None)
        elif announced == "general" or self.place == "general":
            self._line(layout, [paragraph])
        elif announced in ("objectives", "effects") or self.place in ("objectives", "effects"):
            self.place = announced or self.place
            self._add(layout, paragraph)
        else:
            layout.leftovers.append(
                Leftover(paragraph.line, paragraph.text(View.MARKED).strip(), "Texte hors du plan.")
            )

    def _line(self, layout: Layout, general: list[Paragraph] | None) -> None:
        if not layout.tables:
            layout.tables.append(PlanTable([]))
        lines = layout.tables[-1].lines
        if general is None and lines and not (lines[-1].objectives or lines[-1].effects):
            return
        lines.append(TableLine(general))

    def _add(self, layout: Layout, paragraph: Paragraph) -> None:
        if not layout.tables or not layout.tables[-1].lines:
            self._line(layout, None)
        line = layout.tables[-1].lines[-1]
        (line.objectives if self.place == "objectives" else line.effects).append(paragraph)


def _announced(text: str) -> str:
    for name, pattern in (("axis", _AXIS), ("objectives", _OBJECTIVES), ("effects", _EFFECTS), ("general", _GENERAL)):
        if pattern.match(text):
            return name
    return ""
