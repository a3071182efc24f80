"""Paragraphs, lists and tables of an OpenDocument text, in order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from ..bullets import literal_bullet
from ..model import Block, Paragraph, Revision, View
from ..rendering import paragraph_texts
from .inline import InlineReader, Piece, Revisions, merge
from .names import count, short, value
from .story import Story
from .tables import TableReader

_SILENT = frozenset(
    {
        "text:tracked-changes", "text:sequence-decls", "text:variable-decls", "text:user-field-decls",
        "text:note-citation", "text:index-title-template", "office:forms", "office:scripts", "dc:creator", "dc:date",
        "text:table-of-content-source", "text:alphabetical-index-source", "text:illustration-index-source",
        "text:table-index-source", "text:user-index-source", "text:bibliography-source", "text:object-index-source",
    }
)  # fmt: skip
_MARKS = frozenset({"text:change-start", "text:change-end", "office:annotation-end"})
_DEEPEST = 9


class BodyReader:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._tables = TableReader(story, self.blocks)
        self._inline = InlineReader(story, self.text, self.blocks, self._tables.read)

    def blocks(self, container: Element, revisions: Revisions = (), level: int | None = None) -> Iterator[Block]:
        for element in container:
            yield from self._block(element, revisions, level)

    def text(self, container: Element) -> str:
        """All the text of something that lies outside the body, deleted words included."""
        line = self._story.line
        text = "\n".join(paragraph_texts(self.blocks(container), View.MARKED))
        self._story.line = line
        return text

    def _block(self, element: Element, revisions: Revisions, level: int | None) -> Iterator[Block]:
        name = short(element)
        if name in ("text:p", "text:h"):
            yield from self._paragraphs(element, self._inline.pieces(element, revisions), revisions, level)
            yield from self._story.landed()
        elif name == "text:list":
            yield from self.blocks(element, revisions, 0 if level is None else min(level + 1, _DEEPEST))
        elif name == "table:table":
            yield self._tables.read(element, revisions)
        elif name == "text:change":
            yield from self._deleted_blocks(element, level)
        elif name in _MARKS or name == "office:annotation" or name == "draw:frame":
            if pieces := self._inline.stray(element, revisions):
                yield self._paragraph(element, pieces, None, None)
            yield from self._story.landed()
        elif name not in _SILENT:
            yield from self.blocks(element, revisions, level)  # sections, indexes, list items, text boxes

    def _deleted_blocks(self, element: Element, level: int | None) -> Iterator[Block]:
        """A deletion between two paragraphs: the end of each of its paragraphs is deleted too."""
        if region := self._story.take_region(element):
            pieces = [*self._inline.deletion(region), Piece(ends=region.revisions[-1])]
            yield from self._cut(element, pieces, None, level)

    def _paragraphs(
        self, element: Element, pieces: list[Piece], revisions: Revisions, level: int | None
    ) -> Iterator[Block]:
        open_here = (*revisions, *self._story.revisions)
        yield from self._cut(element, [*pieces, Piece(ends=None)], open_here[-1] if open_here else None, level)

    def _cut(self, element: Element, pieces: list[Piece], mark: Revision | None, level: int | None) -> Iterator[Block]:
        """The paragraphs that the pieces make; a deletion may have joined several into this one."""
        here: list[Piece] = []
        last = len(pieces) - 1
        for index, piece in enumerate(pieces):
            if piece.block is not None:
                if here:
                    yield self._paragraph(element, here, None, level)
                    here = []
                yield piece.block
            elif piece.ends is not None:
                yield self._paragraph(element, here, piece.ends, level)
                here = []
            elif index == last:
                yield self._paragraph(element, here, mark, level)
            else:
                here.append(piece)

    def _paragraph(self, element: Element, pieces: list[Piece], mark: Revision | None, level: int | None) -> Paragraph:
        runs = merge(pieces)
        style = value(element, "text:style-name")
        heading = count(element, "text:outline-level", _DEEPEST) if short(element) == "text:h" else None
        return Paragraph(
            runs=runs,
            list_level=level,
            bullet=literal_bullet("".join(run.text for run in runs)) if level is None else "",
            style=self._story.styles.get(style, style).replace("_20_", " "),
            heading_level=heading,
            mark_revision=mark,
            line=self._story.next_line(),
        )
