"""What the review page shows: one section of the draft beside its source, and one open item at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from preau.foundation.text.numbers import whole
from preau.people.organisations.models import Organisation
from preau.plan.importing.draft import DraftGeneralObjective, DraftItem, DraftRow, ItemKind, Mark, PlanDraft
from preau.plan.importing.models import PlanImport
from preau.surfaces.workspace.imports.review.display import ItemView, Said
from preau.surfaces.workspace.imports.review.sections import Section, items_of, sections
from preau.surfaces.workspace.imports.review.source import Lines, source_by_owner

TO_DECIDE = "a-decider"
_LONGEST_ROW_LIST = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is in the review: carried by every link and form, so that each answer comes back to it."""

    part: int = 1
    only_to_decide: bool = False
    open_code: str = ""
    row_code: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> Place:
        part = sent.get("partie", "1")
        return cls(
            whole(part, 1),
            sent.get("filtre") == TO_DECIDE,
            sent.get("ouvert", "").upper().replace("-", "."),
            sent.get("ligne", "").upper().replace("-", "."),
        )

    @property
    def query(self) -> str:
        kept = {"partie": str(self.part)}
        if self.only_to_decide:
            kept["filtre"] = TO_DECIDE
        return urlencode(kept)

    def url(self, plan_import: PlanImport, anchor: str = "") -> str:
        opened = f"&ouvert={slug(self.open_code)}" if self.open_code else ""
        path = reverse("workspace:import", args=[plan_import.pk])
        return f"{path}?{self.query}{opened}" + (f"#{slug(anchor)}" if anchor else "")

    def closed(self) -> Place:
        return replace(self, open_code="", row_code="")


def slug(code: str) -> str:
    return code.lower().replace(".", "-")


@dataclass(slots=True)
class RowView:
    row: DraftRow
    source: Lines
    objectives: list[ItemView]
    effects: list[ItemView]

    @property
    def slug(self) -> str:
        return slug(self.row.id)


@dataclass(slots=True)
class BlockView:
    general: ItemView
    source: Lines
    rows: list[RowView]


@dataclass(frozen=True, slots=True)
class Counts:
    axes: int
    general_objectives: int
    rows: int
    objectives: int
    effects: int
    points: int
    to_decide: int
    settled: int
    suggestions: int
    comments: int
    leftovers: int


class Review:
    """One page of the review of an import."""

    def __init__(self, plan_import: PlanImport, place: Place, owners: Sequence[Organisation] = ()) -> None:
        self.plan_import, self.place, self.owners = plan_import, place, owners
        self.draft = plan_import.draft
        self.said = Said(self.draft, plan_import.decisions)

    @cached_property
    def sections(self) -> list[Section]:
        return sections(self._to_decide if self.place.only_to_decide else self.draft)

    @cached_property
    def part(self) -> int:
        """The number of the section on display: that of the open item wherever it went, else the one asked for."""
        for number, section in enumerate(self.sections, 1):
            if self.place.open_code and section.holds(self.place.open_code):
                return number
        return min(max(self.place.part, 1), max(len(self.sections), 1))

    @property
    def section(self) -> Section | None:
        return self.sections[self.part - 1] if self.sections else None

    @property
    def here(self) -> Place:
        return replace(self.place, part=self.part)

    @cached_property
    def axis(self) -> ItemView | None:
        section = self.section
        return self.said.view(section.axis.id, section.axis.title, section.axis.marks) if section else None

    @cached_property
    def blocks(self) -> list[BlockView]:
        blocks = self.section.blocks if self.section else []
        return [
            BlockView(
                self._general(block.general),
                self.source.get(block.general.id, []),
                [self.row_view(row) for row in block.rows],
            )
            for block in blocks
        ]

    @cached_property
    def source(self) -> dict[str, Lines]:
        return source_by_owner(self.draft, self.plan_import.source)

    def row_view(self, row: DraftRow) -> RowView:
        return RowView(
            row,
            self.source.get(row.id, []),
            self._column(row.objectives, ItemKind.OBJECTIVE),
            self._column(row.effects, ItemKind.EFFECT),
        )

    def row(self, code: str) -> RowView | None:
        found = next((row for row in self.rows if row.id == code), None)
        return self.row_view(found) if found else None

    def row_of(self, item: str) -> str:
        """The id of the row that holds the item, "" for an axis or a general objective."""
        return next((row.id for row in self.rows if any(held.id == item for held in items_of(row))), "")

    @cached_property
    def rows(self) -> list[DraftRow]:
        return [row for general in self.generals for row in general.rows]

    @property
    def generals(self) -> list[DraftGeneralObjective]:
        return [general for axis in self.draft.axes for general in axis.general_objectives]

    @cached_property
    def offered_rows(self) -> list[DraftRow]:
        """The rows that a move is offered: all of them, or those of this page in a very large document."""
        rows = self.rows
        return rows if len(rows) <= _LONGEST_ROW_LIST or self.section is None else self.section.rows

    def find(self, code: str) -> ItemView | None:
        """The axis, objective or effect of that id, wherever it stands."""
        for row in self.rows:
            for column, kind in ((row.objectives, ItemKind.OBJECTIVE), (row.effects, ItemKind.EFFECT)):
                if any(item.id == code for item in column):
                    return next(view for view in self._column(column, kind) if view.id == code)
        for axis in self.draft.axes:
            if axis.id == code:
                return self.said.view(axis.id, axis.title, axis.marks)
        return next((self._general(general) for general in self.generals if general.id == code), None)

    def marks_of(self, code: str) -> list[Mark]:
        """The marks of the item of that id; "" is the document as a whole."""
        view = self.find(code) if code else None
        return self.draft.document_marks if not code else [shown.mark for shown in view.marks] if view else []

    @cached_property
    def counts(self) -> Counts:
        marks = self._all_marks()
        waiting = [mark for code, mark in marks if mark.needs_town_decision and not self._settled(code, mark)]
        return Counts(
            axes=len(self.draft.axes),
            general_objectives=len(self.generals),
            rows=len(self.rows),
            objectives=sum(len(row.objectives) for row in self.rows),
            effects=sum(len(row.effects) for row in self.rows),
            points=len(marks),
            to_decide=len(waiting),
            settled=sum(1 for code, mark in marks if self._settled(code, mark)),
            suggestions=len(self.draft.suggestions),
            comments=len(self.draft.comments),
            leftovers=len(self.draft.leftovers),
        )

    @cached_property
    def _to_decide(self) -> PlanDraft:
        """The draft with only the rows where a decision is awaited (and the row of the open item)."""
        axes = []
        for axis in self.draft.axes:
            generals = [
                replace(general, rows=rows)
                for general in axis.general_objectives
                if (rows := [row for row in general.rows if self._row_awaits(row)])
                or self._awaits(general.id, general.marks)
            ]
            if generals or self._awaits(axis.id, axis.marks):
                axes.append(replace(axis, general_objectives=generals))
        return replace(self.draft, axes=axes)

    def _row_awaits(self, row: DraftRow) -> bool:
        return any(item.id == self.place.open_code or self._awaits(item.id, item.marks) for item in items_of(row))

    def _awaits(self, code: str, marks: list[Mark]) -> bool:
        return any(mark.needs_town_decision and not self._settled(code, mark) for mark in marks)

    def _settled(self, code: str, mark: Mark) -> bool:
        return bool(self.said.decisions.get((code, mark.type, mark.quote), {}).get("outcome"))

    def _all_marks(self) -> list[tuple[str, Mark]]:
        holders = [(axis.id, axis.marks) for axis in self.draft.axes]
        holders += [(general.id, general.marks) for general in self.generals]
        holders += [(item.id, item.marks) for row in self.rows for item in items_of(row)]
        holders.append(("", self.draft.document_marks))
        return [(code, mark) for code, marks in holders for mark in marks]

    def _general(self, general: DraftGeneralObjective) -> ItemView:
        return self.said.view(general.id, general.text, general.marks)

    def _column(self, items: list[DraftItem], kind: ItemKind) -> list[ItemView]:
        following = [item.id for item in items[1:]] + [""]
        return [
            self.said.view(item.id, item.text, item.marks, item=item, kind=kind.value, next_id=after)
            for item, after in zip(items, following, strict=True)
        ]
