"""What was understood of a document: the plan before anybody has confirmed it.

A draft is plain data: it is read from a document, corrected by a person on the review page, kept as JSON between two
requests, and written to the database at the end. Rules and screens change it through ``edits.py`` only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ItemKind(StrEnum):
    OBJECTIVE = "operational_objective"
    EFFECT = "expected_effect"


class SuggestionKind(StrEnum):
    INSERTION = "insertion"  # old is "", new the words added
    DELETION = "deletion"  # new is "", old the words struck
    REPLACEMENT = "replacement"  # struck and added side by side by one person
    MOVE = "move"  # the same words taken from one place to another
    ROW_INSERTION = "row_insertion"
    ROW_DELETION = "row_deletion"


@dataclass(slots=True)
class Mark:
    """An open drafting mark. ``start`` is the offset of ``quote`` in the item's text, -1 when it has none."""

    type: str
    quote: str
    reason: str  # plain French, one sentence
    needs_town_decision: bool
    start: int = -1


@dataclass(slots=True)
class DraftSuggestion:
    """A tracked change kept open. ``item`` is the id of the item, row, objective or axis that it touches.

    ``start`` is the offset in the item's text where ``old`` stands or where ``new`` would be put.
    ``target`` is, for a move, the id of the item that the words were moved to.
    """

    item: str
    kind: SuggestionKind
    old: str
    new: str
    author: str
    date: datetime | None
    start: int = 0
    target: str = ""


@dataclass(slots=True)
class DraftComment:
    item: str  # "" when the comment stands outside the plan
    author: str
    date: datetime | None
    text: str
    quote: str = ""


@dataclass(slots=True)
class DraftItem:
    """An operational objective or an expected effect, verbatim (outer blanks and bullet sign taken off)."""

    id: str  # A1.G1.O1, A1.G1.E1
    text: str
    bulleted: bool
    line: int
    marks: list[Mark] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)  # sentences that share a bullet, when there are several
    children: list[str] = field(default_factory=list)  # nested list items under this one, verbatim
    is_proposed: bool = False  # the whole item is a tracked insertion


@dataclass(slots=True)
class DraftRow:
    """A row of the original table: effects stand beside a GROUP of objectives, never beside one."""

    id: str  # A1.G1.R1
    objectives: list[DraftItem] = field(default_factory=list)
    effects: list[DraftItem] = field(default_factory=list)


@dataclass(slots=True)
class DraftGeneralObjective:
    id: str  # A1.G1
    text: str
    line: int
    rows: list[DraftRow] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class DraftAxis:
    id: str  # A1
    title: str
    line: int
    general_objectives: list[DraftGeneralObjective] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Leftover:
    """Words of the source that are not in the plan, and why (French)."""

    line: int
    text: str
    reason: str


@dataclass(slots=True)
class PlanDraft:
    title: str
    axes: list[DraftAxis] = field(default_factory=list)
    suggestions: list[DraftSuggestion] = field(default_factory=list)
    comments: list[DraftComment] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    document_marks: list[Mark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what the reader or the importer had to decide, in French
