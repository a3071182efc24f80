"""Paragraphs and tables of a Word text, in order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from ..bullets import literal_bullet
from ..model import Aside, Block, Paragraph, Table, View
from ..rendering import paragraph_texts
from .inline import InlineReader, Revisions, mark_revisions
from .names import child, descendants, short
from .story import REVISIONS, Story
from .tables import TableReader

_ENVELOPES = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:body", "mc:Choice", "mc:Fallback"})
_STRAY = frozenset({"w:r", "w:hyperlink", "w:fldSimple", "m:oMathPara", "m:oMath"})


class BodyReader:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._inline = InlineReader(story, self._text_box)
        self._tables = TableReader(story, self.blocks)

    def blocks(self, container: Element, revisions: Revisions = ()) -> Iterator[Block]:
        for element in container:
            yield from self._block(element, revisions)

    def text(self, container: Element) -> str:
        """All the text of a part that lies outside the body, deleted words included."""
        line, self._story.line = self._story.line, 0
        text = "\n".join(paragraph_texts(self.blocks(container), View.MARKED))
        self._story.line = line
        return text.strip()

    def aside(self, kind: str, container: Element) -> None:
        aside = Aside(kind, self.text(container))
        if aside.text:
            self._story.asides[aside] = None

    def _block(self, element: Element, revisions: Revisions) -> Iterator[Block]:
        name = short(element)
        if name == "w:p":
            yield self._paragraph(element, revisions)
            yield from self._story.landed()
        elif name == "w:tbl":
            yield from self._table(element, revisions)
        elif name in _ENVELOPES:
            yield from self.blocks(element, revisions)
        elif name in REVISIONS:
            yield from self.blocks(element, (*revisions, self._story.revision(element)))
        elif name == "mc:AlternateContent":
            yield from next((found for branch in element if (found := list(self.blocks(branch, revisions)))), [])
        elif name in ("w:altChunk", "w:subDoc"):
            self._story.foreign_parts += 1
        elif not self._story.mark_range(element) and name in _STRAY:
            yield Paragraph(self._inline.stray_runs(element, revisions), line=self._story.next_line())

    def _table(self, element: Element, revisions: Revisions) -> Iterator[Table]:
        table = self._tables.read(element, revisions)
        if table.rows:
            yield table

    def _paragraph(self, element: Element, revisions: Revisions) -> Paragraph:
        properties = child(element, "pPr")
        styles = self._story.styles
        line = self._story.next_line()
        runs = self._inline.runs(element, revisions)
        marks = [*mark_revisions(element, self._story), *revisions[-1:]]
        place = styles.list_place(properties)
        return Paragraph(
            runs=runs,
            list_level=place[1] if place else None,
            bullet="" if place else literal_bullet("".join(run.text for run in runs)),
            style=styles.name_of(properties),
            heading_level=styles.heading_level(properties),
            mark_revision=marks[0] if marks else None,
            mark_removal=marks[1] if len(marks) > 1 else None,
            line=line,
            label=self._story.numbering.next_label(*place) if place else "",
        )

    def _text_box(self, box: Element) -> None:
        """A text box is beside the text, unless somebody laid a table in it: then it's part of the body."""
        if next(descendants(box, "tbl"), None) is None:
            self.aside("text_box", box)
        else:
            outer = self._story.landed()
            blocks = list(self.blocks(box))
            self._story.floating = [*outer, *blocks]
