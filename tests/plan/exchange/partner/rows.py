"""Rows, merged cells, general objectives, tables."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from .book import edit, one, words_from
from .document import Document, W, follows, fresh, is_header, plain, restart, runs, say, unmarked


@edit
def delete_row(document: Document, pick: int, what: int, how: int) -> None:
    """Of a merged group, the first one too: the next row then starts the group, without words."""
    row = one(document.rows, pick)
    if row is None or len(document.rows) < 2:
        return
    after = row.getnext()
    if not follows(row) and after is not None and follows(after):
        restart(after).set(f"{W}val", "restart")
    row.getparent().remove(row)


@edit
def add_row(document: Document, pick: int, what: int, how: int) -> None:
    row = one(document.rows, pick)
    if row is None:
        return
    copy = fresh(row)
    for number, cell in enumerate(copy.findall(f"{W}tc")):
        for paragraph in cell.findall(f"{W}p"):
            cell.remove(paragraph)
        cell.append(plain(words_from(what + number)) if number and (how + number) % 3 else etree.Element(f"{W}p"))
    merge = restart(copy)
    if merge is not None:
        if how % 2 and restart(row) is not None:
            merge.attrib.pop(f"{W}val", None)  # inside the group
        else:
            merge.getparent().remove(merge)
    row.addnext(copy)


@edit
def add_general(document: Document, pick: int, what: int, how: int) -> None:
    """A row with an objective of its own, after the last row of a group."""
    row = one(document.rows, pick)
    if row is None:
        return
    while row.getnext() is not None and follows(row.getnext()):
        row = row.getnext()
    copy = fresh(row)
    for number, cell in enumerate(copy.findall(f"{W}tc")):
        for paragraph in cell.findall(f"{W}p"):
            cell.remove(paragraph)
        cell.append(plain(words_from(what + number), name="PreauGeneral" if not number else "PreauObjectif"))
    merge = restart(copy)
    if merge is not None:
        merge.getparent().remove(merge)
    row.addnext(copy)


@edit
def copy_row(document: Document, pick: int, what: int, how: int) -> None:
    """Pasted under itself or elsewhere in its table, bookmarks and all."""
    row = one(document.rows, pick)
    if row is not None and not list(row.find(f"{W}tc").itertext()):
        copy = fresh(row)
        row.addnext(copy)
        if how % 2:
            unmarked(copy)


@edit
def move_row(document: Document, pick: int, what: int, how: int) -> None:
    """To another place, where it follows the objective above it; only rows that bear no objective of their own."""
    movable = [row for row in document.rows if not "".join(row.find(f"{W}tc").itertext()).strip()]
    row, target = one(movable, pick), one(document.rows, what)
    if row is None or target is None or row is target:
        return
    if target.getnext() is not None and follows(target.getnext()) and restart(row) is None:
        return
    merge = restart(row)
    if merge is not None:
        merge.getparent().remove(merge)
    if restart(target) is not None:
        etree.SubElement(row.find(f"{W}tc/{W}tcPr"), f"{W}vMerge")
    target.addnext(row)


def _group(row: Element) -> list[Element]:
    """The rows of one general objective, from the one that bears it."""
    group = [row]
    while (after := group[-1].getnext()) is not None and not "".join(after.find(f"{W}tc").itertext()).strip():
        group.append(after)
    return group


def _bearing(document: Document) -> list[Element]:
    return [row for row in document.rows if "".join(row.find(f"{W}tc").itertext()).strip()]


@edit
def swap_rows(document: Document, pick: int, what: int, how: int) -> None:
    """What stands beside the first column changes place; the merged cell stays."""
    row, other = one(document.rows, pick), one(document.rows, what)
    if row is None or other is None or row is other:
        return
    for mine, theirs in zip(row.findall(f"{W}tc")[1:], other.findall(f"{W}tc")[1:], strict=True):
        ones, twos = mine.findall(f"{W}p"), theirs.findall(f"{W}p")
        for element in ones:
            theirs.append(element)
        for element in twos:
            mine.append(element)


@edit
def move_general(document: Document, pick: int, what: int, how: int) -> None:
    """All the rows of a general objective, before another one, or to the end of a table."""
    row, target = one(_bearing(document), pick), one(_bearing(document), what)
    table = one(document.tables, how)
    if row is None or target is None or table is None:
        return
    group = _group(row)
    if target in group:
        return
    if len(row.getparent().findall(f"{W}tr")) - len(group) < 2:
        return  # an axis left without a row: its own test
    for element in group:
        if how % 2:
            table.append(element)
        else:
            target.addprevious(element)


@edit
def delete_general(document: Document, pick: int, what: int, how: int) -> None:
    row = one(_bearing(document), pick)
    if row is not None and len(_bearing(document)) > 1:
        for element in _group(row):
            element.getparent().remove(element)


@edit
def reword_general(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.generals, pick)
    if paragraph is not None and runs(paragraph):
        run = runs(paragraph)[0]
        said = "".join(piece.text or "" for piece in run.findall(f"{W}t"))
        say(run, f"{said} davantage" if how % 2 else f"Mieux {said}")


@edit
def lose_merges(document: Document, pick: int, what: int, how: int) -> None:
    table = one(document.tables, pick)
    for merge in [*table.iter(f"{W}vMerge")] if table is not None else ():
        merge.getparent().remove(merge)


@edit
def split_table(document: Document, pick: int, what: int, how: int) -> None:
    """In two by a page break; the second half has no heading row, and a cell cut in two starts again, empty."""
    table = one(document.tables, pick)
    rows = [row for row in table.findall(f"{W}tr") if not is_header(row)] if table is not None else []
    if len(rows) < 2:
        return
    second = deepcopy(table)
    for row in second.findall(f"{W}tr"):
        second.remove(row)
    moved = rows[1 + what % (len(rows) - 1) :]
    if follows(moved[0]):
        restart(moved[0]).set(f"{W}val", "restart")
    for row in moved:
        second.append(row)
    gap = etree.Element(f"{W}p")
    table.addnext(gap)
    gap.addnext(second)


@edit
def resize_columns(document: Document, pick: int, what: int, how: int) -> None:
    """A border dragged in one row only: the grid gets a column more, and the other rows span it."""
    table = one(document.tables, pick)
    row = (
        one([r for r in table.findall(f"{W}tr") if len(r.findall(f"{W}tc")) == 3], what) if table is not None else None
    )
    if row is None or table.find(f".//{W}gridSpan") is not None:
        return
    wide, narrow = (1, 2) if how % 2 else (2, 1)
    for other in table.findall(f"{W}tr"):
        cells = other.findall(f"{W}tc")
        if len(cells) == 3:
            chosen = cells[wide if other is row else narrow].find(f"{W}tcPr")
            chosen.insert(1, etree.Element(f"{W}gridSpan", {f"{W}val": "2"}))
