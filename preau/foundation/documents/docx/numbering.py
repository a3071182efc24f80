"""The numbers that Word writes in front of paragraphs and keeps nowhere in the text: “Axe 1 :”, “2.3”, “b)”.

ECMA-376 part 1, 17.9: a list (``w:num``) points to an abstract list, whose levels say how they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from .names import child, children, number, value

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_HIGHEST = 3999
_SILENT = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class Level:
    pattern: str = ""
    kind: str = "bullet"
    start: int = 1
    style: str = ""


class Numbering:
    """Counts as the document goes on: labels are asked for once each, in order."""

    def __init__(self, root: Element | None) -> None:
        self._levels = dict(_read_levels(root))
        self._abstracts = dict(_read_numbers(root))
        self._restarts = dict(_read_restarts(root))
        self._linked = {(place[0], level.style): place[1] for place, level in self._levels.items() if level.style}
        self._counts: dict[str, dict[int, int]] = {}

    def level_of_style(self, list_id: str, style_id: str) -> int | None:
        """The level of that list which names that style, if one does."""
        return self._linked.get((self._abstracts.get(list_id, ""), style_id))

    def next_label(self, list_id: str, level: int) -> str:
        """What stands in front of the next paragraph of that list; "" for bullets."""
        abstract = self._abstracts.get(list_id, "")
        own = self._levels.get((abstract, level), Level())
        counts = self._counts.setdefault(abstract, {})
        restart = self._restarts.pop((list_id, level), None)
        counts[level] = restart if restart is not None else counts.get(level, own.start - 1) + 1
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]
        if own.kind in _SILENT:
            return ""
        return _PLACE.sub(lambda found: self._number(abstract, int(found[1]) - 1), own.pattern)

    def _number(self, abstract: str, level: int) -> str:
        own = self._levels.get((abstract, level), Level())
        return _written(self._counts[abstract].get(level, own.start), own.kind)


def _written(count: int, kind: str) -> str:
    if not 0 < count <= _HIGHEST:
        return str(count)
    if kind.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("Roman"):
        return _roman(count) if kind.startswith("upper") else _roman(count).lower()
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (count // worth)
        count %= worth
    return written + _ROMAN_UNITS[count]


def _read_levels(root: Element | None) -> Iterator[tuple[tuple[str, int], Level]]:
    for abstract in children(root, "abstractNum") if root is not None else ():
        for element in children(abstract, "lvl"):
            if (depth := number(element, "ilvl")) is not None:
                yield (value(abstract, "abstractNumId") or "", depth), _read_level(element)


def _read_level(element: Element) -> Level:
    start = number(child(element, "start"))
    return Level(
        pattern=value(child(element, "lvlText")) or "",
        kind=value(child(element, "numFmt")) or "decimal",
        start=1 if start is None else start,
        style=value(child(element, "pStyle")) or "",
    )


def _read_numbers(root: Element | None) -> Iterator[tuple[str, str]]:
    for num in children(root, "num") if root is not None else ():
        yield value(num, "numId") or "", value(child(num, "abstractNumId")) or ""


def _read_restarts(root: Element | None) -> Iterator[tuple[tuple[str, int], int]]:
    for num in children(root, "num") if root is not None else ():
        for override in children(num, "lvlOverride"):
            start, depth = number(child(override, "startOverride")), number(override, "ilvl")
            if start is not None and depth is not None:
                yield (value(num, "numId") or "", depth), start
