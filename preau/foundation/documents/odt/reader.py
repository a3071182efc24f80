"""From the parts of an .odt to a source document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from ..archive import Archive
from ..contents import Contents
from ..limits import Limits
from ..markup import Calendar, parse
from ..refusals import refusal
from .body import BodyReader
from .names import children, descendants, short, value
from .story import Story

_MANIFEST, _CONTENT, _STYLES = "META-INF/manifest.xml", "content.xml", "styles.xml"
_MARGINS = {
    "style:header": "header",
    "style:header-left": "header",
    "style:header-first": "header",
    "style:footer": "footer",
    "style:footer-left": "footer",
    "style:footer-first": "footer",
}


def read_odt(archive: Archive, limits: Limits, calendar: Calendar, bookmarks: str = "") -> Contents:
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise refusal("password_protected")
    if _CONTENT not in archive:
        raise refusal("missing_body")
    root = parse(archive.read(_CONTENT), limits)
    body = next((text for body in children(root, "office:body") for text in children(body, "office:text")), None)
    if body is None:
        raise refusal("missing_body")
    story = Story.of(root, calendar, limits.cells, _parent_styles(root), bookmarks)
    reader = BodyReader(story)
    blocks = tuple(reader.blocks(body))
    if _STYLES in archive:
        _read_margins(parse(archive.read(_STYLES), limits), reader, story)
    notes = ("Les images du document ne sont pas lues.",) if story.pictures else ()
    return Contents(blocks, tuple(story.comments), tuple(story.asides), notes, story.pictures)


def _parent_styles(root: Element) -> dict[str, str]:
    """Automatic style → the named style it derives from."""
    styles = (style for group in children(root, "office:automatic-styles") for style in children(group, "style:style"))
    pairs = ((value(style, "style:name"), value(style, "style:parent-style-name")) for style in styles)
    return {name: parent for name, parent in pairs if parent}


def _read_margins(root: Element, reader: BodyReader, story: Story) -> None:
    for kind, element in _margins(root):
        story.add_aside(kind, reader.text(element))


def _margins(root: Element) -> Iterator[tuple[str, Element]]:
    for page in descendants(root, "style:master-page"):
        for element in page:
            if kind := _MARGINS.get(short(element)):
                yield kind, element
