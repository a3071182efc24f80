"""A document as it was written, whatever its file format: paragraphs, tables, revisions, comments.

Every reader (docx, odt, plain text, legacy doc) gives a :class:`SourceDocument`; nothing above this
package knows a file format. Text is verbatim: nothing is trimmed, folded or corrected here.

Revisions follow ECMA-376 part 1, 17.13.5 (``w:ins``, ``w:del``, ``w:moveFrom``, ``w:moveTo``) and their
twins of OpenDocument 1.3, 5.5 (``text:tracked-changes``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RevisionKind(StrEnum):
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"


class View(StrEnum):
    """Which state of the tracked changes to read."""

    REJECTED = "rejected"  # the text before anybody's changes
    ACCEPTED = "accepted"  # the text if every change is taken
    MARKED = "marked"  # both, one after the other, as a flattened copy shows them


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change. ``author`` is "" and ``at`` is None where the file does not say."""

    kind: RevisionKind
    author: str = ""
    at: datetime | None = None
    move_name: str = ""  # pairs a MOVE_FROM with its MOVE_TO

    def is_in(self, view: View) -> bool:
        """Whether what this revision marks is part of the text in that view."""
        if view is View.MARKED:
            return True
        added = self.kind in (RevisionKind.INSERTION, RevisionKind.MOVE_TO)
        return added == (view is View.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one state of revision. Line breaks are ``\\n``, tabs ``\\t``.

    ``revisions`` is empty for plain text; two entries mean text inserted by one person and deleted by another.
    ``bookmarks`` names those that cover it, among those that the reader was asked for.
    """

    text: str
    revisions: tuple[Revision, ...] = ()
    comment_ids: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()

    def is_in(self, view: View) -> bool:
        return all(revision.is_in(view) for revision in self.revisions)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a list item.

    ``list_level`` is None outside a list, else 0 for the outermost level. ``bullet`` is the literal sign where the
    bullet is part of the text of the source (flattened text), else "". ``mark_revision`` is the revision of the
    paragraph mark itself: a deleted mark joins the paragraph to the next one when accepted.
    ``label`` is the automatic number that the word processor shows before it ("Axe 1 :"), told for .docx only.
    ``line`` is the 1-based line (text formats) or the 1-based order of the paragraph in the document body.
    """

    runs: tuple[Run, ...]
    list_level: int | None = None
    bullet: str = ""
    style: str = ""
    heading_level: int | None = None
    mark_revision: Revision | None = None
    line: int = 0
    label: str = ""
    mark_removal: Revision | None = None  # the deletion of a mark that ``mark_revision`` inserted

    def has_mark(self, view: View) -> bool:
        """Whether the paragraph ends here in that view; if not, it runs on into the next one."""
        return all(change is None or change.is_in(view) for change in (self.mark_revision, self.mark_removal))

    def text(self, view: View = View.REJECTED) -> str:
        return "".join(run.text for run in self.runs if run.is_in(view))

    @property
    def is_empty(self) -> bool:
        return not any(run.text.strip() for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its place in the grid. A vertical or horizontal merge is ONE cell with its spans (never repeated)."""

    blocks: tuple[Paragraph | Table, ...]
    column: int
    row_span: int = 1
    column_span: int = 1
    revision: Revision | None = None  # cell inserted or deleted as such


@dataclass(frozen=True, slots=True)
class Row:
    """A row holds the cells that START in it; ``cells`` may be empty where all of them are covered from above."""

    cells: tuple[Cell, ...]
    revision: Revision | None = None  # row inserted or deleted as such
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    column_count: int


type Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Comment:
    id: str
    author: str
    at: datetime | None
    text: str
    quote: str = ""  # the words it was attached to, marked view


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that lies outside the body: header, footer, footnote, endnote, text box."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """``format`` is one of docx, odt, text, doc. ``sha256`` is that of the bytes received."""

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    asides: tuple[Aside, ...] = ()
    encoding: str = ""
    notes: tuple[str, ...] = field(default=())  # what the reader had to decide, one French sentence each

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body in reading order, those of nested tables included."""
        yield from _paragraphs(self.blocks)

    def tables(self) -> Iterator[Table]:
        """The tables of the body, outermost only, in order."""
        return (block for block in self.blocks if isinstance(block, Table))


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from _paragraphs(cell.blocks)
