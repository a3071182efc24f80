"""Headings and whole tables."""

from __future__ import annotations

from .book import edit, one, words_from
from .document import Document, W, fresh, is_header, plain, restart, runs, say, unmarked


@edit
def reword_axis(document: Document, pick: int, what: int, how: int) -> None:
    heading = one(document.headings, pick)
    if heading is None or not runs(heading):
        return
    say(runs(heading)[-1], f"Un autre titre {what % 9}")
    if how % 2 and len(runs(heading)) > 1:
        heading.remove(runs(heading)[0])


@edit
def delete_axis(document: Document, pick: int, what: int, how: int) -> None:
    heading = one(document.headings, pick)
    if heading is None or len(document.headings) < 2:
        return
    while (after := heading.getnext()) is not None and after not in document.headings and after.tag != f"{W}sectPr":
        after.getparent().remove(after)
    heading.getparent().remove(heading)


@edit
def add_axis(document: Document, pick: int, what: int, how: int) -> None:
    """A heading and a table, copied from another axis and written anew."""
    heading, table = one(document.headings, pick), one(document.tables, pick)
    if heading is None or table is None or not document.rows:
        return
    last = document.body[-1]
    new = unmarked(fresh(table))
    for row in new.findall(f"{W}tr"):
        if not is_header(row):
            new.remove(row)
    row = unmarked(fresh(one(document.rows, pick)))
    for number, cell in enumerate(row.findall(f"{W}tc")):
        for paragraph in cell.findall(f"{W}p"):
            cell.remove(paragraph)
        cell.append(plain(words_from(what + number), name="PreauGeneral" if not number else "PreauObjectif"))
    merge = restart(row)
    if merge is not None:
        merge.getparent().remove(merge)
    new.append(row)
    last.addprevious(plain(f"Axe {len(document.headings) + 1} : Un axe de plus {what % 9}", heading))
    last.addprevious(new)


@edit
def move_axis(document: Document, pick: int, what: int, how: int) -> None:
    heading, target = one(document.headings, pick), one(document.headings, what)
    if heading is None or target is heading:
        return
    block = [heading]
    while (after := block[-1].getnext()) is not None and after not in document.headings and after.tag != f"{W}sectPr":
        block.append(after)
    for element in block:
        target.addprevious(element)
