"""Tracked changes of OpenDocument (1.3, 5.5): a list of regions ahead of the text, and their places inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from ..markup import Calendar
from ..model import Revision, RevisionKind
from .names import child_text, children, descendants, short, value

_KINDS = {"text:insertion": RevisionKind.INSERTION, "text:deletion": RevisionKind.DELETION}


@dataclass(frozen=True, slots=True)
class Region:
    """``deleted`` holds the words that were taken out, as paragraphs."""

    revisions: tuple[Revision, ...]
    deleted: tuple[Element, ...] = ()


def read_regions(body: Element, calendar: Calendar) -> dict[str, Region]:
    """Each region by its id. Changes of format only have no words: they are left out."""
    regions: dict[str, Region] = {}
    for element in descendants(body, "text:changed-region"):
        region = _region(element, calendar)
        for identifier in (value(element, "xml:id"), value(element, "text:id")):
            if identifier and region.revisions:
                regions[identifier] = region
    return regions


def _region(element: Element, calendar: Calendar) -> Region:
    parts = sorted(
        (part for part in element if short(part) in _KINDS), key=lambda part: list(_KINDS).index(short(part))
    )
    revisions = tuple(_revision(part, calendar) for part in parts)
    deleted = (child for part in parts if short(part) == "text:deletion" for child in part)
    return Region(revisions, tuple(child for child in deleted if short(child) != "office:change-info"))


def _revision(part: Element, calendar: Calendar) -> Revision:
    information = next(children(part, "office:change-info"), part)
    author, date = child_text(information, "dc:creator"), child_text(information, "dc:date")
    return Revision(_KINDS[short(part)], author, calendar.read(date))


def leaves(elements: tuple[Element, ...]) -> Iterator[Element]:
    """The paragraphs and tables of what was deleted, lists and sections taken apart."""
    for element in elements:
        if short(element) in ("text:p", "text:h", "table:table"):
            yield element
        else:
            yield from leaves(tuple(element))
