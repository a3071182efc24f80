"""The tables of the page: groups against the town, and children whom the town does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from preau.observatory.missing.counting import AREA, NOWHERE, STAGE
from preau.observatory.missing.reading import Line, Told
from preau.observatory.missing.rules.expected import Seen, Side
from preau.offer.outreach.groups import Stage
from preau.surfaces.workspace.missing import words

_FARTHEST = 2.0
"""The drawing of a ratio goes from 0 to twice the town."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """In hundredths of the width: the interval, the ratio itself; the town is at 50."""

    low: int
    wide: int
    at: int


@dataclass(frozen=True, slots=True)
class Row:
    """``names``: what tells the group, in the order asked. ``seen`` None: nothing may be compared."""

    names: Sequence[str]
    children: str
    came: str
    seen: Seen | None
    expected: str = ""
    ratio: str = ""
    side: str = ""
    drawing: Drawing | None = None
    call: str = ""

    @property
    def is_less(self) -> bool:
        return self.seen is not None and self.seen.side is Side.LESS

    @property
    def is_more(self) -> bool:
        return self.seen is not None and self.seen.side is Side.MORE


@dataclass(frozen=True, slots=True)
class Around:
    """Inhabitants by INSEE, those whom the town knows, and pupils of the classes that were declared. "" : not told."""

    name: str
    residents: str
    known: str
    percent: int | None
    pupils: str = ""


def group_rows(told: Told, names: Sequence[str], quarters: Mapping[str, str]) -> list[Row]:
    """The least seen first; what nothing can be said of, last."""
    lines = told.lines(*names)
    lines.sort(key=lambda each: (each.seen is None, each.seen.ratio.ratio if each.seen else 0, *each.told.values()))
    return [_row(line, names, quarters) for line in lines]


def _row(line: Line, names: Sequence[str], quarters: Mapping[str, str]) -> Row:
    told = [words.cell(name, line.told[name], quarters) for name in names]
    children, came = words.figure(line.children), words.figure(line.came)
    if line.seen is None:
        return Row(told, children, came, None)
    return Row(
        told,
        children,
        came,
        line.seen,
        expected=words.number(line.seen.expected),
        ratio=words.ratio(line.seen),
        side=str(words.SIDES[line.seen.side]),
        drawing=_drawing(line.seen),
        call=call_address(line) if line.seen.side is Side.LESS else "",
    )


def call_address(line: Line) -> str:
    """What the form that opens an outreach list reads; "" for a group that no list can name."""
    if not line.may_be_called:
        return ""
    group = line.group
    return urlencode({"quartier": group.quarter, "age": group.stage, "quotient": group.means})


def _drawing(seen: Seen) -> Drawing:
    low = _place(seen.ratio.low if seen.ratio.low is not None else seen.ratio.ratio)
    high = _place(seen.ratio.high if seen.ratio.high is not None else seen.ratio.ratio)
    return Drawing(low, max(2, high - low), _place(seen.ratio.ratio))


def _place(ratio: float) -> int:
    return round(100 * min(ratio, _FARTHEST) / _FARTHEST)


def around_rows(told: Told, elsewhere: Mapping[str, Mapping[str, int]], quarters: Mapping[str, str]) -> list[Around]:
    """By stage over the town, then by quarter. Empty for a town without squares nor classes."""
    residents, pupils = elsewhere.get("residents", {}), elsewhere.get("pupils", {})
    if not residents and not pupils:
        return []
    stages = {line.told[STAGE]: line.children.value for line in told.lines(STAGE)}
    areas = {line.told[AREA]: line.children.value for line in told.lines(AREA)}
    rows = [
        _around(str(stage.label), residents.get(f"/{stage.value}"), stages.get(stage.value), pupils.get(stage.value))
        for stage in Stage
    ]
    rows += [
        _around(quarters.get(area, area), residents.get(f"{area}/"), known)
        for area, known in sorted(areas.items(), key=lambda pair: quarters.get(pair[0], pair[0]))
        if area != NOWHERE
    ]
    return rows


def _around(name: str, residents: int | None, known: int | None, pupils: int | None = None) -> Around:
    share = None if residents is None or known is None else min(100, 5 * round(20 * known / residents))
    return Around(
        name,
        words.number(residents) if residents else "",
        words.number(known) if known is not None else "",
        share,
        words.number(pupils) if pupils else "",
    )
