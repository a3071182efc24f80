"""A copy that came back, read cell by cell: what it says of each item, before anybody decides which item it is.

Pure: from a source document (tracked changes taken as accepted) to flat lists. Nothing of the text is lost: words
that stand in no cell and in no heading are given apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from preau.foundation.documents.model import Block, Cell, Paragraph, Row, SourceDocument, Table, View
from preau.plan.exchange.cover import COLUMNS, HOW_TO
from preau.plan.exchange.marks import moment_in, split_axis, split_code, uid_of
from preau.plan.structure.enums import ItemKind

_KINDS = (ItemKind.GENERAL_OBJECTIVE, ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
_COVER_STYLES = frozenset({"plan – titre", "plan – note", "preautitre", "preaunote", "title"})


@dataclass(slots=True)
class ReturnedItem:
    """``key`` numbers it in reading order. ``branch`` and ``axis`` are keys of the items it stands under.

    ``row`` numbers the table row. ``mark`` is the uid that its bookmark names, ``code`` what is written before it.
    ``owner`` and ``horizon_on`` are told by spreadsheets only; None elsewhere.
    """

    key: int
    kind: ItemKind
    text: str
    mark: str = ""
    code: str = ""
    axis: int | None = None
    branch: int | None = None
    row: int | None = None
    sub_points: list[str] = field(default_factory=list)
    author: str = ""
    at: datetime | None = None
    comment_ids: tuple[str, ...] = ()
    owner: str | None = None
    horizon_on: str | None = None


@dataclass(slots=True)
class ReturnedPlan:
    """``row_hints`` maps a table row to the code of the plan's row, where the copy says it (spreadsheets)."""

    items: list[ReturnedItem] = field(default_factory=list)
    moment: int | None = None
    leftovers: list[str] = field(default_factory=list)
    row_hints: dict[int, str] = field(default_factory=dict)

    @property
    def has_marks(self) -> bool:
        return any(item.mark for item in self.items)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph as it reads once every tracked change is taken; a removed paragraph mark has joined two."""

    text: str
    paragraph: Paragraph
    marks: tuple[str, ...]
    author: str
    at: datetime | None
    comment_ids: tuple[str, ...]


def read_returned(document: SourceDocument) -> ReturnedPlan:
    return _Reader().read(document)


class _Reader:
    def __init__(self) -> None:
        self.plan = ReturnedPlan()
        self.axis: ReturnedItem | None = None
        self.branch: ReturnedItem | None = None
        self.rows = 0

    def read(self, document: SourceDocument) -> ReturnedPlan:
        pending: list[Paragraph] = []
        for block in document.blocks:
            if isinstance(block, Paragraph):
                pending.append(block)
                continue
            self._headings(pending)
            pending = []
            self._table(block)
        self._headings(pending)
        return self.plan

    def _headings(self, paragraphs: list[Paragraph]) -> None:
        for line in _lines(paragraphs):
            for mark in line.marks:
                moment = moment_in(mark)
                self.plan.moment = moment if moment is not None else self.plan.moment
            code, title = split_axis(line.text.strip())
            if line.paragraph.heading_level == 1 or code or _uid(line):
                self.axis = self._add(ItemKind.AXIS, line, title, code)
                self.branch = None
            elif not _is_cover(line):
                self.plan.leftovers.append(line.text.strip())

    def _table(self, table: Table) -> None:
        self.branch = None
        for row in table.rows:
            if _is_gone(row) or _is_header(row):
                continue
            self.rows += 1
            for cell in row.cells:
                if cell.revision is None or cell.revision.is_in(View.ACCEPTED):
                    self._cell(cell)

    def _cell(self, cell: Cell) -> None:
        lines = list(_lines(_paragraphs(cell.blocks)))
        if cell.column == 0:
            self._general(lines)
            return
        kind = _KINDS[min(cell.column, 2)]
        last: ReturnedItem | None = None
        for line in lines:
            level = line.paragraph.list_level
            if last is not None and level is not None and level > 0 and not _uid(line):
                last.sub_points.append(line.text.strip())
                _sign(last, line)
                continue
            last = self._add(kind, line, *reversed(split_code(line.text.strip())))

    def _general(self, lines: list[_Line]) -> None:
        """The cell of the general objective; what was typed under it belongs to it."""
        for number, line in enumerate(lines):
            code, text = split_code(line.text.strip())
            if number and self.branch is not None and not _uid(line):
                self.branch.text += "\n" + line.text.strip()
                _sign(self.branch, line)
            else:
                self.branch = self._add(ItemKind.GENERAL_OBJECTIVE, line, text, code)

    def _add(self, kind: ItemKind, line: _Line, text: str, code: str) -> ReturnedItem:
        in_row = kind in (ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
        item = ReturnedItem(
            key=len(self.plan.items),
            kind=kind,
            text=text.strip(),
            mark=_uid(line),
            code=code,
            axis=self.axis.key if self.axis and kind != ItemKind.AXIS else None,
            branch=self.branch.key if self.branch and in_row else None,
            row=self.rows if in_row else None,
        )
        _sign(item, line)
        self.plan.items.append(item)
        return item


def _uid(line: _Line) -> str:
    return next((uid for mark in line.marks if (uid := uid_of(mark))), "")


def _sign(item: ReturnedItem, line: _Line) -> None:
    item.author = item.author or line.author
    item.at = item.at or line.at
    item.comment_ids = (*item.comment_ids, *line.comment_ids)


def _is_cover(line: _Line) -> bool:
    style = line.paragraph.style.casefold()
    return style in _COVER_STYLES or line.text.strip() == HOW_TO or any(line.marks)


def _is_gone(row: Row) -> bool:
    return row.revision is not None and not row.revision.is_in(View.ACCEPTED)


def _is_header(row: Row) -> bool:
    texts = [_text(cell).casefold() for cell in row.cells]
    return row.is_header or texts == [name.casefold() for name in COLUMNS]


def _text(cell: Cell) -> str:
    return " ".join(line.text.strip() for line in _lines(_paragraphs(cell.blocks)))


def _paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """Those of the cell, and of tables that somebody nested in it."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found.extend(line for row in block.rows for cell in row.cells for line in _paragraphs(cell.blocks))
    return found


def _lines(paragraphs: list[Paragraph]) -> Iterator[_Line]:
    """The paragraphs of one container with every tracked change taken; empty ones are left out.

    A paragraph whose mark is deleted runs on into the next one. Who changed something is told, the last one first.
    """
    together: list[Paragraph] = []
    for paragraph in paragraphs:
        together.append(paragraph)
        if paragraph.has_mark(View.ACCEPTED):
            yield from _line(together)
            together = []
    yield from _line(together)


def _line(paragraphs: list[Paragraph]) -> Iterator[_Line]:
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    kept = [run for run in runs if run.is_in(View.ACCEPTED)]
    text = "".join(run.text for run in kept)
    if not text.strip():
        return
    changes = [revision for run in runs for revision in run.revisions]
    changes += [mark for each in paragraphs if (mark := each.mark_revision) is not None]
    last = changes[-1] if changes else None
    bearer = next((each for each in paragraphs if any(run in kept and run.text.strip() for run in each.runs)), None)
    yield _Line(
        text,
        bearer or paragraphs[0],
        tuple(dict.fromkeys(name for run in kept if run.text.strip() for name in run.bookmarks)),
        last.author if last else "",
        last.at if last else None,
        tuple(dict.fromkeys(identifier for run in kept for identifier in run.comment_ids)),
    )
