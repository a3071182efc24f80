"""From the parts of a .docx to a source document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from ..archive import Archive
from ..contents import Contents
from ..limits import Limits
from ..markup import Calendar
from ..model import Comment
from ..refusals import refusal
from .body import BodyReader
from .names import child, children, short, value
from .numbering import Numbering
from .package import Package
from .story import Story
from .styles import Styles

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(archive: Archive, limits: Limits, calendar: Calendar, bookmarks: str = "") -> Contents:
    package = Package(archive, limits)
    root = package.body()
    body = child(root, "body")
    if short(root) != "w:document" or body is None:
        raise refusal("missing_body")
    numbering = Numbering(package.part("numbering"))
    story = Story(Styles(package.part("styles"), numbering), numbering, calendar, limits.cells, wanted=bookmarks)
    reader = BodyReader(story)
    blocks = tuple(reader.blocks(body))
    _read_asides(package, reader)
    comments = tuple(_comments(package, reader, calendar))
    return Contents(blocks, comments, tuple(story.asides), tuple(_notes(story)), story.pictures)


def _read_asides(package: Package, reader: BodyReader) -> None:
    for kind in ("header", "footer"):
        for part in package.parts(kind):
            reader.aside(kind, part)
    for kind in ("footnote", "endnote"):
        for part in package.parts(f"{kind}s"):
            for note in _real_notes(children(part, kind)):
                reader.aside(kind, note)


def _real_notes(notes: Iterable[Element]) -> Iterator[Element]:
    return (note for note in notes if value(note, "type") not in _SEPARATORS)


def _comments(package: Package, reader: BodyReader, calendar: Calendar) -> Iterator[Comment]:
    part = package.part("comments")
    for comment in children(part, "comment") if part is not None else ():
        yield Comment(
            id=value(comment, "id") or "",
            author=value(comment, "author") or "",
            at=calendar.read(value(comment, "date")),
            text=reader.text(comment),
        )


def _notes(story: Story) -> Iterator[str]:
    if story.pictures:
        yield "Les images du document ne sont pas lues."
    if story.foreign_parts:
        yield "Un autre document est inséré dans celui-ci : son texte n’est pas lu."
    if story.hidden_cells:
        yield "Du texte caché sous une fusion de cellules a été gardé dans la cellule fusionnée."
