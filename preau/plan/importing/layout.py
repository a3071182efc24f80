"""The plan's tables, whichever way they were written: what every reading of a document gives to ``understanding``."""

from __future__ import annotations

from dataclasses import dataclass, field

from preau.foundation.documents.model import Paragraph, Revision
from preau.plan.importing.draft import Leftover

ARTEFACT = "Trace laissée par le traitement de texte."


@dataclass(slots=True)
class TableLine:
    """A row of the plan: the paragraphs of its objectives beside those of its effects.

    ``general`` is what stands in the first column when a new general objective begins there, else None.
    ``extra``: the paragraphs of other columns (indicators, calendar…).
    """

    general: list[Paragraph] | None
    objectives: list[Paragraph] = field(default_factory=list)
    effects: list[Paragraph] = field(default_factory=list)
    extra: list[Paragraph] = field(default_factory=list)
    revision: Revision | None = None


@dataclass(slots=True)
class PlanTable:
    """A table, and the title of the axis that it is about; no title when it goes on with the axis before."""

    title: list[Paragraph]
    lines: list[TableLine] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    tables: list[PlanTable] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    other_titles: list[str] = field(default_factory=list)  # titles of columns of tables that are not a plan's
