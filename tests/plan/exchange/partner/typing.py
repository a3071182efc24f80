"""What word processors do by themselves, and tracked changes."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from .book import edit, one, words_from
from .document import Document, W, plain, put, runs, say


@edit
def autocorrect(document: Document, pick: int, what: int, how: int) -> None:
    for paragraph in document.items + document.generals if how % 2 else [one(document.items, pick)]:
        for run in runs(paragraph) if paragraph is not None else ():
            for piece in run.findall(f"{W}t"):
                said = re.sub(r" ([:;?!])", "\u00a0\\1", piece.text or "").replace("'", "’").replace("...", "…")
                piece.text = re.sub(r"« ?(.*?) ?»", "«\u00a0\\1\u00a0»", said)


@edit
def bold_words(document: Document, pick: int, what: int, how: int) -> None:
    """The words in several runs, one of them in bold."""
    paragraph = one(document.items + document.generals, pick)
    run = runs(paragraph)[0] if paragraph is not None and runs(paragraph) else None
    if run is None or run.find(f"{W}br") is not None:
        return
    said = "".join(piece.text or "" for piece in run.findall(f"{W}t"))
    at = what % (len(said) + 1)
    second = etree.Element(f"{W}r")
    etree.SubElement(etree.SubElement(second, f"{W}rPr"), f"{W}b")
    say(second, said[at:])
    say(run, said[:at])
    run.addnext(second)


@edit
def blank_lines(document: Document, pick: int, what: int, how: int) -> None:
    cell = one([*document.cells, *(row.find(f"{W}tc") for row in document.rows)], pick)
    if cell is not None:
        blank = etree.Element(f"{W}p")
        say(etree.SubElement(blank, f"{W}r"), " \u00a0" if what % 2 else "")
        put(cell, [blank], how % 3)


@edit
def soft_break(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items, pick)
    run = runs(paragraph)[0] if paragraph is not None and runs(paragraph) else None
    if run is not None and run.find(f"{W}br") is None:
        said = "".join(piece.text or "" for piece in run.findall(f"{W}t")).split(" ")
        at = what % len(said)
        say(run, " ".join(said[:at]) + ("\n" if at else "") + " ".join(said[at:]))


@edit
def comment(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items, pick)
    if paragraph is not None:
        place = 1 if paragraph.find(f"{W}pPr") is not None else 0
        paragraph.insert(place, etree.Element(f"{W}commentRangeStart", {f"{W}id": "7"}))
        paragraph.append(etree.Element(f"{W}commentRangeEnd", {f"{W}id": "7"}))


# Tracked changes


def _signed(name: str) -> Element:
    return etree.Element(f"{W}{name}", {f"{W}id": "900", f"{W}author": "Claire", f"{W}date": "2026-11-20T10:00:00Z"})


def _delete_mark(paragraph: Element) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    marks = properties.find(f"{W}rPr")
    marks = etree.SubElement(properties, f"{W}rPr") if marks is None else marks
    marks.append(_signed("del"))


@edit
def tracked_words(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items + document.generals, pick)
    run = runs(paragraph)[0] if paragraph is not None and runs(paragraph) else None
    if run is None or run.getparent().tag == f"{W}ins" or run.find(f"{W}br") is not None:
        return
    said = "".join(piece.text or "" for piece in run.findall(f"{W}t")).split(" ")
    at = what % len(said)
    gone = etree.Element(f"{W}r")
    etree.SubElement(gone, f"{W}delText").text = said[at]
    new = etree.Element(f"{W}r")
    say(new, "suivi")
    before, after = etree.Element(f"{W}r"), etree.Element(f"{W}r")
    say(before, " ".join([*said[:at], ""]) if at else "")
    say(after, " ".join(["", *said[at + 1 :]]) if said[at + 1 :] else "")
    removed, added = _signed("del"), _signed("ins")
    removed.append(gone)
    added.append(new)
    for element in (before, removed, added, after):
        run.addprevious(element)
    run.getparent().remove(run)


@edit
def tracked_removal(document: Document, pick: int, what: int, how: int) -> None:
    """The words and the end of the paragraph: it joins the next one once taken."""
    paragraph = one(document.items, pick)
    if paragraph is None or paragraph.getnext() is None or paragraph.getnext().tag != f"{W}p":
        return
    for run in [r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None]:
        if run.getparent().tag != f"{W}p":
            return
        for piece in run.findall(f"{W}t"):
            piece.tag = f"{W}delText"
        removed = _signed("del")
        run.addprevious(removed)
        removed.append(run)
    _delete_mark(paragraph)


@edit
def tracked_addition(document: Document, pick: int, what: int, how: int) -> None:
    cell = one(document.cells, pick)
    if cell is not None:
        paragraph = plain(words_from(what))
        added = _signed("ins")
        paragraph.append(added)
        added.append(paragraph.find(f"{W}r"))
        etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}rPr").append(_signed("ins"))
        put(cell, [paragraph], how % 3)


@edit
def tracked_row_removal(document: Document, pick: int, what: int, how: int) -> None:
    row = one(document.rows, pick)
    if row is not None:
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.append(_signed("del"))
