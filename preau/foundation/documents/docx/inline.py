"""The words of one paragraph with their revisions and comments (ECMA-376 part 1, 17.3 and 17.13)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from lxml.etree import _Element as Element

from ..model import Revision, Run
from .names import child, children, short, value
from .story import REVISIONS, Story

type Revisions = tuple[Revision, ...]

_NEWLINE = re.compile(r"\s*[\r\n]\s*")  # layout of the XML: a line break of the text is ``w:br``
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_TEXTS = frozenset({"w:t", "w:delText", "m:t"})
_ENVELOPES = frozenset(
    f"w:{name}"
    for name in ("r", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase")
)
_SILENT = frozenset(
    f"w:{name}"
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "rt", "rubyPr", "ffData", "fldData")
)
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A bit of text, or the ``begin``, ``separate`` or ``end`` of a field."""

    text: str
    revisions: Revisions
    comments: tuple[str, ...]
    field: str = ""
    bookmarks: tuple[str, ...] = ()


class InlineReader:
    """Reads what stands inside paragraphs; ``read_text_box`` is called for the text boxes met on the way."""

    def __init__(self, story: Story, read_text_box: Callable[[Element], None]) -> None:
        self._story = story
        self._read_text_box = read_text_box

    def runs(self, paragraph: Element, revisions: Revisions) -> tuple[Run, ...]:
        return tuple(_merge(_without_field_codes(list(self._walk(paragraph, revisions)))))

    def stray_runs(self, element: Element, revisions: Revisions) -> tuple[Run, ...]:
        """The words of a run that stands where a paragraph should be."""
        return tuple(_merge(_without_field_codes(list(self._read(element, revisions)))))

    def _walk(self, parent: Element, revisions: Revisions) -> Iterator[_Piece]:
        for element in parent:
            yield from self._read(element, revisions)

    def _read(self, element: Element, revisions: Revisions) -> Iterator[_Piece]:
        name = short(element)
        if name in _TEXTS:
            yield self._piece(_NEWLINE.sub(" ", element.text or ""), revisions)
        elif name in _SIGNS:
            yield self._piece(_SIGNS[name], revisions)
        elif name in _ENVELOPES:
            yield from self._walk(element, revisions)
        elif name in REVISIONS:
            yield from self._walk(element, (*revisions, self._story.revision(element)))
        elif name == "mc:AlternateContent":
            yield from self._alternate(element, revisions)
        elif name in _DRAWINGS:
            self._drawing(element)
        elif name not in _SILENT and not self._story.mark_range(element):
            yield from self._rare(name, element, revisions)

    def _rare(self, name: str, element: Element, revisions: Revisions) -> Iterator[_Piece]:
        if name == "w:fldChar":
            yield _Piece("", revisions, (), value(element, "fldCharType") or "")
        elif name == "w:sym":
            yield self._piece(_symbol(value(element, "char")), revisions)
        elif name == "symex:symEx":
            yield self._piece(_symbol(_extended_code(element)), revisions)
        elif name == "w:commentReference":
            yield from self._anchor(value(element, "id") or "", revisions)
        elif name in ("w:altChunk", "w:subDoc"):
            self._story.foreign_parts += 1
        else:
            yield from self._walk(element, revisions)  # math, content controls, whatever a later Word invents

    def _piece(self, text: str, revisions: Revisions) -> _Piece:
        story = self._story
        if text and story.comments:
            story.quoted.update(story.comments)
        return _Piece(text, revisions, story.comments, bookmarks=story.bookmarks)

    def _anchor(self, comment: str, revisions: Revisions) -> Iterator[_Piece]:
        """The place of a comment that is attached to no word."""
        if comment and comment not in self._story.quoted:
            yield _Piece("", revisions, (comment,))

    def _alternate(self, element: Element, revisions: Revisions) -> Iterator[_Piece]:
        """One branch only: the first that says something. The others are copies for older programs."""
        story = self._story
        for branch in element:
            before = _found(story)
            pieces = list(self._walk(branch, revisions))
            yield from pieces
            if pieces or _found(story) != before:
                return

    def _drawing(self, element: Element) -> None:
        boxes = list(_outermost_text_boxes(element))
        for box in boxes:
            self._read_text_box(box)
        self._story.pictures += not boxes


def _found(story: Story) -> tuple[int, int, int]:
    """What a branch may leave outside the paragraph."""
    return len(story.asides), len(story.floating), story.pictures


def _outermost_text_boxes(element: Element) -> Iterator[Element]:
    for inner in element:
        if short(inner) == "w:txbxContent":
            yield inner
        elif short(inner) == "mc:AlternateContent":
            yield from next((found for branch in inner if (found := list(_outermost_text_boxes(branch)))), [])
        else:
            yield from _outermost_text_boxes(inner)


def _symbol(code: str | None) -> str:
    """The character of ``w:sym``. Symbol fonts shift their ASCII into the private use area: it's left there."""
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    return "" if unicodedata.category(character) in ("Cc", "Cs") else character


def _extended_code(element: Element) -> str | None:
    """The code of an emoji, whose attribute has the namespace of its tag."""
    return next((str(code) for name, code in element.items() if str(name).endswith("}char")), None)


def _without_field_codes(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces without what stands between the beginning of a field and its result.

    Only fields that end in the same paragraph have their code taken out: text is never lost to a field left open.
    """
    steps = [0] * (len(pieces) + 1)  # +1 where a hidden stretch begins, -1 where it ends: stretches may be nested
    opened: list[list[int]] = []
    for index, piece in enumerate(pieces):
        if piece.field == "begin":
            opened.append([index])
        elif piece.field == "separate" and opened:
            opened[-1].append(index)
        elif piece.field == "end" and opened:
            begin, stop, *_ = [*opened.pop(), index]
            steps[begin] += 1
            steps[stop] -= 1
    depths = accumulate(steps)
    return (piece for piece, depth in zip(pieces, depths, strict=False) if not piece.field and not depth)


def _merge(pieces: Iterator[_Piece]) -> Iterator[Run]:
    for (revisions, comments, bookmarks), same in groupby(pieces, key=_kind):
        text = "".join(piece.text for piece in same)
        if text or comments:
            yield Run(text, revisions, comments, bookmarks)


def _kind(piece: _Piece) -> tuple[Revisions, tuple[str, ...], tuple[str, ...]]:
    return piece.revisions, piece.comments, piece.bookmarks


def mark_revisions(paragraph: Element, story: Story) -> list[Revision]:
    """The revisions of the paragraph mark, the insertion before the deletion."""
    properties = child(child(paragraph, "pPr"), "rPr")
    if properties is None:
        return []
    names = ("ins", "moveTo", "del", "moveFrom")
    return [story.revision(element) for name in names for element in children(properties, name)]
