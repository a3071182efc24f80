"""The words of one OpenDocument paragraph (1.3, 6.1), in pieces that share revisions and comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import _Element as Element

from ..model import Block, Revision, Run
from .changes import Region, leaves
from .names import count, descendants, short, value
from .story import Story

type Revisions = tuple[Revision, ...]

_BLANKS = re.compile(r"[ \t\r\n]+")
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
_SILENT = frozenset(
    "text:" + name for name in ("tracked-changes", "ruby-text", "script", "note-citation", "sequence-decls")
) | {"office:event-listeners", "office:forms"}
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text; or, where ``ends`` is set, the end of a paragraph that a deletion took away."""

    text: str = ""
    revisions: Revisions = ()
    comments: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    ends: Revision | None = None
    block: Block | None = None  # a table inside a deletion


class InlineReader:
    def __init__(
        self,
        story: Story,
        read_text: Callable[[Element], str],
        read_blocks: Callable[[Element], Iterable[Block]],
        read_table: Callable[[Element, Revisions], Block],
    ) -> None:
        self._story = story
        self._read_text = read_text
        self._read_blocks = read_blocks
        self._read_table = read_table
        self._after_blank = True

    def pieces(self, paragraph: Element, revisions: Revisions = ()) -> list[Piece]:
        self._after_blank = True  # blanks that open a paragraph are only layout of the XML
        return list(self._walk(paragraph, revisions))

    def stray(self, element: Element, revisions: Revisions) -> list[Piece]:
        """What is given by an element that stands between paragraphs."""
        self._after_blank = True
        return list(self._read(element, revisions))

    def deletion(self, region: Region, revisions: Revisions = ()) -> Iterator[Piece]:
        """The words that were deleted here, with the ends of paragraphs between them."""
        blank = self._after_blank
        changes = (*revisions, *region.revisions)
        previous_is_text = False
        for element in leaves(region.deleted):
            if short(element) == "table:table":
                yield Piece(block=self._read_table(element, changes))
                previous_is_text = False
                continue
            if previous_is_text:
                yield Piece(ends=changes[-1])
            yield from self.pieces(element, changes)
            previous_is_text = True
        self._after_blank = blank

    def _walk(self, parent: Element, revisions: Revisions) -> Iterator[Piece]:
        yield from self._literal(parent.text, revisions)
        for element in parent:
            yield from self._read(element, revisions)
            yield from self._literal(element.tail, revisions)

    def _read(self, element: Element, revisions: Revisions) -> Iterator[Piece]:
        name = short(element)
        if name in _SIGNS:
            yield self._exact(_SIGNS[name], revisions)
        elif name == "text:s":
            yield self._exact(" " * self._story.take_spaces(count(element, "text:c", _MANY)), revisions)
        elif name == "text:change":
            if region := self._story.take_region(element):
                yield from self.deletion(region, (*revisions, *self._story.revisions))
        elif not self._mark(name, element) and name not in _SILENT:
            yield from self._rare(name, element, revisions)

    def _mark(self, name: str, element: Element) -> bool:
        """Takes note of what opens or closes here; False if the element is something else."""
        marks = {
            "text:change-start": self._story.start_change,
            "text:change-end": self._story.end_change,
            "text:bookmark-start": self._story.start_bookmark,
            "text:bookmark-end": self._story.end_bookmark,
            "office:annotation-end": self._story.end_comment,
        }
        if name in marks:
            marks[name](element)
        return name in marks

    def _rare(self, name: str, element: Element, revisions: Revisions) -> Iterator[Piece]:
        if name == "office:annotation":
            if anchor := self._story.open_comment(element, self._apart(element)):
                yield Piece("", (*revisions, *self._story.revisions), (anchor,))
        elif name == "text:note":
            self._story.add_aside(value(element, "text:note-class") or "footnote", self._apart(element))
        elif name.startswith("draw:"):
            self._drawing(element)
        else:
            yield from self._walk(element, revisions)

    def _apart(self, element: Element) -> str:
        blank = self._after_blank
        text = self._read_text(element)
        self._after_blank = blank
        return text

    def _drawing(self, element: Element) -> None:
        """A frame is beside the text, unless it holds a table: then it's part of the body."""
        if next(descendants(element, "table:table"), None) is not None:
            self._land(element)
        elif (text := self._apart(element)).strip():
            self._story.add_aside("text_box", text)
        else:
            self._story.pictures += 1

    def _land(self, frame: Element) -> None:
        outer, blank = self._story.landed(), self._after_blank
        blocks = list(self._read_blocks(frame))
        self._story.floating, self._after_blank = [*outer, *blocks], blank

    def _literal(self, text: str | None, revisions: Revisions) -> Iterator[Piece]:
        """Text with runs of blanks folded into one space: real ones are written ``text:s`` (6.1.2)."""
        if not text:
            return
        folded = _BLANKS.sub(" ", text)
        if self._after_blank and folded[0] == " ":
            folded = folded[1:]
        if folded:
            self._after_blank = folded[-1] == " "
            yield self._piece(folded, revisions)

    def _exact(self, text: str, revisions: Revisions) -> Piece:
        self._after_blank = False
        return self._piece(text, revisions)

    def _piece(self, text: str, revisions: Revisions) -> Piece:
        story = self._story
        return Piece(text, (*revisions, *story.revisions), story.open_comments, story.bookmarks)


def merge(pieces: list[Piece]) -> tuple[Run, ...]:
    runs = []
    for (revisions, comments, bookmarks), same in groupby(pieces, key=_kind):
        text = "".join(piece.text for piece in same)
        if text or comments:
            runs.append(Run(text, revisions, comments, bookmarks))
    return tuple(runs)


def _kind(piece: Piece) -> tuple[Revisions, tuple[str, ...], tuple[str, ...]]:
    return piece.revisions, piece.comments, piece.bookmarks
