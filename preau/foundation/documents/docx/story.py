"""What is open while a document is being read from start to end: comments, moves, the text outside the body."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ..markup import Calendar
from ..model import Aside, Block, Revision, RevisionKind
from .names import short, value
from .numbering import Numbering
from .styles import Styles

_KINDS = {
    "w:ins": RevisionKind.INSERTION,
    "w:cellIns": RevisionKind.INSERTION,
    "w:del": RevisionKind.DELETION,
    "w:cellDel": RevisionKind.DELETION,
    "w:moveFrom": RevisionKind.MOVE_FROM,
    "w:moveTo": RevisionKind.MOVE_TO,
}
_OPEN = 30  # comments or moves at one place: more is a file made to slow a reader down
REVISIONS = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})


@dataclass(slots=True)
class Story:
    styles: Styles
    numbering: Numbering
    calendar: Calendar
    cells_left: int
    asides: dict[Aside, None] = field(default_factory=dict)  # a set in order: each page repeats its header
    floating: list[Block] = field(default_factory=list)  # tables found in a text box, for the end of the paragraph
    pictures: int = 0
    foreign_parts: int = 0  # documents embedded as such (w:altChunk, w:subDoc): not read
    hidden_cells: int = 0  # text found in cells that a merge covers
    line: int = 0
    comments: tuple[str, ...] = ()
    wanted: str = ""  # prefix of the bookmarks to keep; none of them when empty
    bookmarks: tuple[str, ...] = ()
    _bookmark_names: dict[str, str] = field(default_factory=dict)
    quoted: set[str] = field(default_factory=set)  # comments that have words of their own
    _moves: dict[str, tuple[str, str]] = field(default_factory=dict)  # id of the range → (kind of range, name)

    def next_line(self) -> int:
        self.line += 1
        return self.line

    def landed(self) -> list[Block]:
        """The floating blocks, taken."""
        blocks, self.floating = self.floating, []
        return blocks

    def mark_range(self, element: Element) -> bool:
        """Takes note of the start or end of a comment or a move; False if the element is something else."""
        name, identifier = short(element), value(element, "id") or ""
        if name == "w:commentRangeStart":
            self.comments = (*(c for c in self.comments if c != identifier), identifier)[-_OPEN:]
        elif name == "w:commentRangeEnd":
            self.comments = tuple(c for c in self.comments if c != identifier)
        elif name in ("w:moveFromRangeStart", "w:moveToRangeStart"):
            self._moves[identifier] = (name.removesuffix("RangeStart"), value(element, "name") or "")
            if len(self._moves) > _OPEN:
                del self._moves[next(iter(self._moves))]
        elif name in ("w:moveFromRangeEnd", "w:moveToRangeEnd"):
            self._moves.pop(identifier, None)
        else:
            return self._bookmark(name, element, identifier)
        return True

    def _bookmark(self, name: str, element: Element, identifier: str) -> bool:
        if name == "w:bookmarkStart":
            bookmark = value(element, "name") or ""
            if self.wanted and bookmark.startswith(self.wanted):
                self._bookmark_names[identifier] = bookmark
                self.bookmarks = (*(b for b in self.bookmarks if b != bookmark), bookmark)[-_OPEN:]
        elif name == "w:bookmarkEnd":
            ended = self._bookmark_names.pop(identifier, "")
            self.bookmarks = tuple(b for b in self.bookmarks if b != ended)
        else:
            return False
        return True

    def revision(self, element: Element, kind: RevisionKind | None = None) -> Revision:
        name = short(element)
        moves = [move for side, move in self._moves.values() if side == name]
        return Revision(
            kind=kind or _KINDS[name],
            author=value(element, "author") or "",
            at=self.calendar.read(value(element, "date")),
            move_name=moves[-1] if moves else "",
        )
