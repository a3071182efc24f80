"""What a paragraph takes from its style: a name, a heading level, a place in a list (ECMA-376, 17.7 and 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from .names import child, children, number, value
from .numbering import Numbering

_HEADING = re.compile(r"(?:heading|titre) ([1-9])", re.IGNORECASE)
_NO_LIST = "0"
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Style:
    id: str
    name: str
    based_on: str
    outline: int | None
    list_id: str | None
    level: int | None


class Styles:
    def __init__(self, styles: Element | None, numbering: Numbering) -> None:
        self._styles = {style.id: style for style in _read_styles(styles)}
        self._default = _default_id(styles)
        self._numbering = numbering

    def name_of(self, properties: Element | None) -> str:
        chosen = value(child(properties, "pStyle"))
        if chosen is None:
            return ""
        return self._styles[chosen].name if chosen in self._styles else chosen

    def heading_level(self, properties: Element | None) -> int | None:
        """1 to 9, or None for body text."""
        outline = number(child(properties, "outlineLvl"))
        if outline is None:
            outline = next((style.outline for style in self._chain(properties) if style.outline is not None), None)
        return outline + 1 if outline is not None and 0 <= outline <= _DEEPEST else None

    def list_place(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and the level in it, 0 for the outermost; None without numbering, or where ``numId`` 0 ends it."""
        direct = child(properties, "numPr")
        list_id, level = value(child(direct, "numId")), number(child(direct, "ilvl"))
        for style in self._chain(properties):
            if list_id is None and style.list_id is not None:
                list_id = style.list_id
                # Numbering that comes through a style is at the level that names this style.
                linked = self._numbering.level_of_style(list_id, style.id)
                level = level if linked is None else linked
            level = style.level if level is None else level
        if list_id is None or list_id == _NO_LIST:
            return None
        return list_id, min(max(level or 0, 0), _DEEPEST)

    def _chain(self, properties: Element | None) -> Iterator[Style]:
        """The style and those it is based on. A circle of styles ends where it closes."""
        seen: set[str] = set()
        style_id = value(child(properties, "pStyle")) or self._default
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].based_on


def _read_styles(root: Element | None) -> Iterator[Style]:
    for style in children(root, "style") if root is not None else ():
        if value(style, "type") in (None, "paragraph"):
            yield _read_style(style)


def _read_style(style: Element) -> Style:
    properties = child(style, "pPr")
    numbering = child(properties, "numPr")
    name = value(child(style, "name")) or ""
    outline = number(child(properties, "outlineLvl"))
    if outline is None and (heading := _HEADING.fullmatch(name)):
        outline = int(heading[1]) - 1
    return Style(
        id=value(style, "styleId") or "",
        name=name,
        based_on=value(child(style, "basedOn")) or "",
        outline=outline,
        list_id=value(child(numbering, "numId")),
        level=number(child(numbering, "ilvl")),
    )


def _default_id(root: Element | None) -> str:
    styles = children(root, "style") if root is not None else ()
    defaults = (style for style in styles if value(style, "default") in ("1", "true", "on"))
    return next((value(style, "styleId") or "" for style in defaults if value(style, "type") == "paragraph"), "")
