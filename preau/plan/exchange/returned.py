"""A copy that came back, read cell by cell: what it says of each item, before anybody decides which item it is.

Pure: from a source document (tracked changes taken as accepted) to flat lists. Nothing of the text is lost: words
that stand in no cell and in no heading are given apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from preau.foundation.documents.model import Cell, Paragraph, SourceDocument, Table
from preau.plan.exchange.cover import HOW_TO
from preau.plan.exchange.grid import Line, lines_of, paragraphs_of, read_grid
from preau.plan.exchange.marks import moment_in, split_axis, split_code
from preau.plan.structure.enums import ItemKind

_KINDS = (ItemKind.GENERAL_OBJECTIVE, ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
_COVER_STYLES = frozenset({"plan – titre", "plan – note", "preautitre", "preaunote", "title"})
_DETAIL_STYLES = frozenset({"plan – point de détail", "preaudetail"})
_FOUND_AGAIN = 0.5
"""Share of the items that must bear a mark for the copy to have kept them."""


@dataclass(slots=True)
class ReturnedItem:
    """``key`` numbers it in reading order. ``branch`` and ``axis`` are keys of the items it stands under.

    ``row`` numbers the table row. ``mark`` is the uid that its bookmark names, ``code`` what is written before it,
    ``above`` the code that a spreadsheet gives of what it stands under. ``text`` is "" where the copy leaves it out.
    None where the copy does not tell: ``sub_points``, ``owner``, ``horizon_on``; ``is_placed`` is then False for a row.
    """

    key: int
    kind: ItemKind
    text: str
    mark: str = ""
    code: str = ""
    axis: int | None = None
    branch: int | None = None
    row: int | None = None
    sub_points: list[str] | None = field(default_factory=list)
    author: str = ""
    at: datetime | None = None
    comment_ids: tuple[str, ...] = ()
    owner: str | None = None
    horizon_on: str | None = None
    above: str = ""
    is_placed: bool = True


@dataclass(slots=True)
class ReturnedPlan:
    """``row_hints`` maps a table row to the code of the plan's row, where the copy says it (spreadsheets).

    ``loose`` numbers the table rows whose own general objective has no words: they read as if under the one above.
    ``may_be_partial``: lines may be sorted or filtered out, as spreadsheets do, without anybody meaning it.
    """

    items: list[ReturnedItem] = field(default_factory=list)
    moment: int | None = None
    leftovers: list[str] = field(default_factory=list)
    row_hints: dict[int, str] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)
    may_be_partial: bool = False

    @property
    def has_marks(self) -> bool:
        return any(item.mark for item in self.items)

    @property
    def keeps_marks(self) -> bool:
        """Whether an item without a mark is most likely a new one."""
        return sum(1 for item in self.items if item.mark) >= _FOUND_AGAIN * len(self.items)


def read_returned(document: SourceDocument) -> ReturnedPlan:
    return _Reader().read(document)


class _Reader:
    def __init__(self) -> None:
        self.plan = ReturnedPlan()
        self.axis: ReturnedItem | None = None
        self.branch: ReturnedItem | None = None
        self.rows = 0
        self.seen: set[str] = set()

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
        for line in lines_of(paragraphs):
            for mark in line.marks:
                moment = moment_in(mark)
                self.plan.moment = moment if moment is not None else self.plan.moment
            code, title = split_axis(line.text.strip())
            if line.paragraph.heading_level == 1 or code or line.uid:
                self.axis = self._add(ItemKind.AXIS, line, title, code)
                self.branch = None
            elif not _is_cover(line):
                self.plan.leftovers.append(line.text.strip())

    def _table(self, table: Table) -> None:
        """A table that goes on after a page break goes on with its general objective."""
        waiting: list[ReturnedItem] = []  # above the first general objective: they are its own
        for row in read_grid(table):
            self.rows += 1
            if not row.has_general:
                self.plan.loose.add(self.rows)
            first = len(self.plan.items)
            for column, cell in row.cells:
                self._cell(column, cell)
            if self.branch is None:
                waiting += self.plan.items[first:]
        for item in waiting if self.branch is not None else ():
            item.branch = next(other.key for other in self.plan.items[item.key :] if other.kind == _KINDS[0])

    def _cell(self, column: int | None, cell: Cell) -> None:
        lines = list(lines_of(paragraphs_of(cell.blocks)))
        if column is None:
            self.plan.leftovers.extend(line.text.strip() for line in lines)
        elif column == 0:
            self._general(lines)
        else:
            self._column(_KINDS[column], lines)

    def _column(self, kind: ItemKind, lines: list[Line]) -> None:
        last: ReturnedItem | None = None
        for line in lines:
            if last is not None and self._is_detail(line):
                _detail(last, line)
                continue
            last = self._add(kind, line, *reversed(split_code(line.text.strip())))

    def _general(self, lines: list[Line]) -> None:
        """The cell of the general objective; what was typed under it belongs to it."""
        last: ReturnedItem | None = None
        for line in lines:
            if last is not None and self._is_detail(line):
                _detail(last, line)
            elif last is not None and line.uid in ("", last.mark):
                last.text += "\n" + line.text.strip()
                _sign(last, line)
            else:
                code, text = split_code(line.text.strip())
                last = self.branch = self._add(ItemKind.GENERAL_OBJECTIVE, line, text, code)

    def _is_detail(self, line: Line) -> bool:
        """By its level or its style. The mark of an item cut in two covers what was typed between its halves."""
        level = line.paragraph.list_level or 0
        is_below = level > 0 or line.paragraph.style.casefold() in _DETAIL_STYLES
        return is_below and (not line.uid or line.uid in self.seen)

    def _add(self, kind: ItemKind, line: Line, text: str, code: str) -> ReturnedItem:
        in_row = kind in (ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
        item = ReturnedItem(
            key=len(self.plan.items),
            kind=kind,
            text=text.strip(),
            mark=line.uid,
            code=code,
            axis=self.axis.key if self.axis and kind != ItemKind.AXIS else None,
            branch=self.branch.key if self.branch and in_row else None,
            row=self.rows if in_row else None,
            sub_points=None if kind == ItemKind.AXIS else [],
        )
        _sign(item, line)
        self.seen.add(item.mark)
        self.plan.items.append(item)
        return item


def _detail(item: ReturnedItem, line: Line) -> None:
    item.sub_points = [*(item.sub_points or ()), " ".join(line.text.split("\n")).strip()]
    _sign(item, line)


def _sign(item: ReturnedItem, line: Line) -> None:
    item.author = item.author or line.author
    item.at = item.at or line.at
    item.comment_ids = (*item.comment_ids, *line.comment_ids)


def _is_cover(line: Line) -> bool:
    style = line.paragraph.style.casefold()
    return style in _COVER_STYLES or line.text.strip() == HOW_TO or any(line.marks)
