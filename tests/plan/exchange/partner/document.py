"""The Word file as XML on a partner's desk: fast to edit, and every paragraph still knows what it truly is.

The attribute TRUTH (no reader looks at it) holds the uid of the item that a paragraph was written for.
"""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from preau.plan.exchange.marks import item_mark, uid_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRUTH = "{urn:truth}is"
ITEMS = ("PreauObjectif", "PreauEffet")


class Document:
    """The body of a Word file, open on the partner's desk."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])
        self.body = self.root.find(f"{W}body")
        for mark in self.body.iter(f"{W}bookmarkStart"):
            if uid := uid_of(mark.get(f"{W}name")):
                mark.getparent().set(TRUTH, uid)

    def saved(self, root: Element | None = None) -> bytes:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            for name, content in self._parts.items():
                is_body = name == "word/document.xml"
                package.writestr(name, etree.tostring(self.root if root is None else root) if is_body else content)
        return stream.getvalue()

    def stripped(self, *, truth: bool = False) -> bytes:
        """Without a bookmark; with ``truth``, each paragraph bears one that says what it truly is."""
        root = deepcopy(self.root)
        for mark in [*root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        if truth:
            for number, paragraph in enumerate(root.iter(f"{W}p")):
                if uid := paragraph.get(TRUTH):
                    _cover(paragraph, item_mark(uid), str(number))
        return self.saved(root)

    @property
    def tables(self) -> list[Element]:
        return self.body.findall(f"{W}tbl")

    @property
    def headings(self) -> list[Element]:
        return [p for p in self.body.findall(f"{W}p") if style(p) == "Heading1"]

    @property
    def rows(self) -> list[Element]:
        return [row for table in self.tables for row in table.findall(f"{W}tr") if not is_header(row)]

    @property
    def cells(self) -> list[Element]:
        """Those of objectives and effects."""
        return [cell for row in self.rows for cell in row.findall(f"{W}tc")[1:]]

    @property
    def items(self) -> list[Element]:
        return [p for cell in self.cells for p in cell.findall(f"{W}p") if style(p) in ITEMS and text(p).strip()]

    @property
    def points(self) -> list[Element]:
        return [p for cell in self.cells for p in cell.findall(f"{W}p") if level(p) > 0]

    @property
    def generals(self) -> list[Element]:
        found = [row.find(f"{W}tc").findall(f"{W}p") for row in self.rows]
        return [p for paragraphs in found for p in paragraphs if text(p).strip()]


def _cover(paragraph: Element, name: str, number: str) -> None:
    place = 1 if paragraph.find(f"{W}pPr") is not None else 0
    paragraph.insert(place, etree.Element(f"{W}bookmarkStart", {f"{W}id": number, f"{W}name": name}))
    paragraph.append(etree.Element(f"{W}bookmarkEnd", {f"{W}id": number}))


def style(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val") if found is not None else ""


def level(paragraph: Element) -> int:
    found = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return int(found.get(f"{W}val")) if found is not None else -1


def text(paragraph: Element) -> str:
    """The words, as they stand once tracked changes are taken."""
    words = []
    for piece in paragraph.iter(f"{W}t", f"{W}br"):
        words.append("\n" if piece.tag == f"{W}br" else piece.text or "")
    return "".join(words)


def is_header(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def runs(paragraph: Element) -> list[Element]:
    """Those of the item's own words: without its code."""
    return [
        run
        for run in paragraph.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is None and run.find(f"{W}t") is not None and run.getparent().tag != f"{W}del"
    ]


def say(run: Element, words: str) -> None:
    for piece in run.findall(f"{W}t") + run.findall(f"{W}br") + run.findall(f"{W}tab"):
        run.remove(piece)
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        piece = etree.SubElement(run, f"{W}t")
        piece.text = line
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def plain(words: str, like: Element | None = None, *, name: str = "PreauObjectif", at: int | None = None) -> Element:
    """A paragraph without mark, in the style of another one."""
    paragraph = etree.Element(f"{W}p")
    properties = like.find(f"{W}pPr") if like is not None else None
    if properties is not None:
        paragraph.append(deepcopy(properties))
    else:
        etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle", {f"{W}val": name})
    if at is not None:
        numbers = etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}numPr")
        etree.SubElement(numbers, f"{W}ilvl", {f"{W}val": str(at)})
        etree.SubElement(numbers, f"{W}numId", {f"{W}val": "90"})
    say(etree.SubElement(paragraph, f"{W}r"), words)
    return paragraph


def unmarked(element: Element) -> Element:
    for mark in [*element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    return element


def fresh(element: Element) -> Element:
    """A copy: it is nothing of the plan, whatever its bookmarks say."""
    copy = deepcopy(element)
    for paragraph in copy.iter(f"{W}p"):
        paragraph.attrib.pop(TRUTH, None)
    return copy


def tidy(cell: Element) -> None:
    """A cell ends with a paragraph."""
    if cell.find(f"{W}p") is None:
        etree.SubElement(cell, f"{W}p")


def with_points(paragraph: Element) -> list[Element]:
    group = [paragraph]
    while (after := group[-1].getnext()) is not None and after.tag == f"{W}p" and level(after) > 0:
        group.append(after)
    return group


def take(paragraph: Element) -> list[Element]:
    group = with_points(paragraph)
    cell = paragraph.getparent()
    for element in group:
        cell.remove(element)
    tidy(cell)
    return group


def put(cell: Element, group: list[Element], place: int) -> None:
    """Before the item of that number in the cell, its points kept with it; at the end otherwise."""
    heads = [p for p in cell.findall(f"{W}p") if level(p) <= 0]
    if place < len(heads):
        for element in group:
            heads[place].addprevious(element)
    else:
        for element in group:
            cell.append(element)


def restart(row: Element) -> Element | None:
    """The vertical merge of its first cell."""
    return row.find(f"{W}tc/{W}tcPr/{W}vMerge")


def follows(row: Element) -> bool:
    """Whether its first cell is merged into the one above."""
    merge = restart(row)
    return merge is not None and merge.get(f"{W}val") is None
