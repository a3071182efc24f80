"""The plan as a Word document: a table for each axis, three columns, the layout that people know.

The package, its styles and its fields come from python-docx; the rows are written as XML, since a plan of a thousand
items would take its table model minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any

from docx import Document
from lxml import etree
from lxml.etree import _Element as Element

from preau.plan.exchange.cover import COLUMNS, HOW_TO, Cover
from preau.plan.exchange.layout import fits_a_page
from preau.plan.exchange.marks import cover_mark, item_mark, moment_mark
from preau.plan.exchange.wordstyles import (
    BULLETS,
    CODE,
    DETAIL,
    EFFECT,
    GENERAL,
    HEADER,
    NOTE,
    OBJECTIVE,
    PLAN_TITLE,
    WIDTHS,
    axis_colours,
    prepare,
)
from preau.plan.structure.snapshot import PlanSnapshot, SnapshotAxis, SnapshotBranch, SnapshotRow
from preau.plan.structure.state import ItemState

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINE = "B9AF9C"
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n"}


def write_word(snapshot: PlanSnapshot, cover: Cover, *, codes: bool = True) -> bytes:
    """A .docx of the whole plan. ``codes`` writes A1.G2.O3 before each item, in small grey letters."""
    document = Document()
    prepare(document, cover)
    writer = _Writer(codes)
    body = document.element.body
    end = body[-1]  # the properties of the section stay last
    for element in writer.everything(snapshot, cover):
        end.addprevious(element)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Writer:
    def __init__(self, codes: bool) -> None:
        self._codes = codes
        self._numbers = count(1)

    def everything(self, snapshot: PlanSnapshot, cover: Cover) -> Iterator[Element]:
        yield self._paragraph(PLAN_TITLE, cover.title, mark=moment_mark(cover.moment))
        for number, line in enumerate(filter(None, (cover.term, cover.state_line, HOW_TO))):
            yield self._paragraph(NOTE, line, mark=cover_mark(number))
        for axis in snapshot.axes:
            heading = f"Axe {axis.item.code.removeprefix('A')} : "
            yield self._paragraph("Heading1", axis.item.text, lead=heading, mark=item_mark(axis.item.uid))
            yield self._table(axis)

    def _table(self, axis: SnapshotAxis) -> Element:
        ink, tint = axis_colours(axis.item.code)
        table = _make("tbl")
        properties = _add(table, "tblPr")
        _add(properties, "tblStyle", val="TableGrid")
        _add(properties, "tblW", w=str(sum(WIDTHS)), type="dxa")
        borders = _add(properties, "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            _add(borders, side, val="single", sz="4", space="0", color=_LINE)
        _add(properties, "tblLayout", type="fixed")
        margins = _add(properties, "tblCellMar")
        for side, width in (("top", 70), ("left", 110), ("bottom", 50), ("right", 110)):
            _add(margins, side, w=str(width), type="dxa")
        _add(properties, "tblLook", val="0620", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0")
        _add(properties, "tblCaption", val=f"Axe {axis.item.code.removeprefix('A')}")
        grid = _add(table, "tblGrid")
        for width in WIDTHS:
            _add(grid, "gridCol", w=str(width))
        table.append(self._header(ink, tint))
        for branch in axis.branches:
            table.extend(self._branch(branch))
        if not axis.branches:
            table.append(self._row([[], [], []]))
        return table

    def _header(self, ink: str, tint: str) -> Element:
        cells = [[self._paragraph(HEADER, name, colour=ink)] for name in COLUMNS]
        return self._row(cells, is_header=True, fill=tint)

    def _branch(self, branch: SnapshotBranch) -> Iterator[Element]:
        rows = branch.rows or [SnapshotRow("")]
        for number, row in enumerate(rows):
            general = [self._item(GENERAL, branch.item), *self._points(branch.item)] if number == 0 else []
            merge = "" if len(rows) == 1 else "continue" if number else "restart"
            objectives = [line for item in row.objectives for line in self._lines(OBJECTIVE, item)]
            effects = [line for item in row.effects for line in self._lines(EFFECT, item)]
            yield self._row([general, objectives, effects], merge=merge, is_whole=fits_a_page(row))

    def _row(
        self,
        cells: list[list[Element]],
        *,
        is_header: bool = False,
        is_whole: bool = True,
        merge: str = "",
        fill: str = "",
    ) -> Element:
        row = _make("tr")
        if is_whole:
            properties = _add(row, "trPr")
            _add(properties, "cantSplit")
            if is_header:
                _add(properties, "tblHeader")
        for column, paragraphs in enumerate(cells):
            cell = _add(row, "tc")
            properties = _add(cell, "tcPr")
            _add(properties, "tcW", w=str(WIDTHS[column]), type="dxa")
            if column == 0 and merge:
                _add(properties, "vMerge", **({"val": "restart"} if merge == "restart" else {}))
            if fill:
                _add(properties, "shd", val="clear", color="auto", fill=fill)
            cell.extend(paragraphs or [_make("p")])
        return row

    def _lines(self, style: str, item: ItemState) -> Iterator[Element]:
        yield self._item(style, item, level=0)
        yield from self._points(item)

    def _points(self, item: ItemState) -> Iterator[Element]:
        for point in item.sub_points:
            yield self._paragraph(DETAIL, " ".join(point.split("\n")), level=1)

    def _item(self, style: str, item: ItemState, level: int | None = None) -> Element:
        lead = f"{item.code}\u00a0" if self._codes else ""
        return self._paragraph(style, item.text, lead=lead, mark=item_mark(item.uid), level=level)

    def _paragraph(
        self, style: str, text: str, *, lead: str = "", mark: str = "", level: int | None = None, colour: str = ""
    ) -> Element:
        paragraph = _make("p")
        properties = _add(paragraph, "pPr")
        _add(properties, "pStyle", val=style)
        if level is not None:
            numbering = _add(properties, "numPr")
            _add(numbering, "ilvl", val=str(level))
            _add(numbering, "numId", val=str(BULLETS))
        if lead:
            _run(paragraph, lead, style=CODE if style != "Heading1" else "")
        number = str(next(self._numbers))
        if mark:
            _add(paragraph, "bookmarkStart", id=number, name=mark)
        _run(paragraph, text, colour=colour)
        if mark:
            _add(paragraph, "bookmarkEnd", id=number)
        return paragraph


def _run(paragraph: Element, text: str, *, style: str = "", colour: str = "") -> None:
    run = _add(paragraph, "r")
    if style or colour:
        properties = _add(run, "rPr")
        if style:
            _add(properties, "rStyle", val=style)
        if colour:
            _add(properties, "color", val=colour)
    for number, line in enumerate(text.translate(_CONTROLS).split("\n")):
        if number:
            _add(run, "br")
        for place, stretch in enumerate(line.split("\t")):
            if place:
                _add(run, "tab")
            if stretch:
                _add(run, "t").text = stretch
                run[-1].set(_XML_SPACE, "preserve")


def _make(tag: str, /, **attributes: str) -> Element:
    element = etree.Element(f"{{{_W}}}{tag}", nsmap={"w": _W})
    for key, value in attributes.items():
        element.set(f"{{{_W}}}{key}", value)
    return element


def _add(parent: Any, tag: str, /, **attributes: str) -> Element:
    element = etree.SubElement(parent, f"{{{_W}}}{tag}")
    for key, value in attributes.items():
        element.set(f"{{{_W}}}{key}", value)
    return element
