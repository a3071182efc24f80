"""Where each mark of the four charts stands. Widths are of a hundred, heights in root letters: a chart fits any screen
and grows with the letters of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from preau.foundation.charts import Chart, Kind, Point, Series, Standing
from preau.offer.laboratory import words
from preau.offer.laboratory.findings import Findings, Group, Told

_GAP_LEFT, _GAP_RIGHT = 42.0, 97.0
"""Where the plot of gaps begins and ends; names stand before it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """``y``: of the name; the marks stand below it."""

    told: Told
    name: str
    y: float

    @property
    def css(self) -> str:
        return f"lab-{self.told.letter.lower()}" if self.told.letter else "lab-come"

    @property
    def bar_y(self) -> float:
        return round(self.y + 0.5, 2)

    @property
    def said_y(self) -> float:
        return round(self.y + 2.8, 2)

    @property
    def middle_y(self) -> float:
        return round(self.y + 1.08, 2)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar; ``share`` of a hundred, told when there is room for it."""

    css: str
    x: float
    width: float
    share: int

    @property
    def is_told(self) -> bool:
        return self.width >= 7


@dataclass(frozen=True, slots=True)
class Mark:
    letter: str
    x: float
    y: float
    zero: float

    @property
    def css(self) -> str:
        return f"lab-{self.letter.lower()}"

    @property
    def left(self) -> float:
        return min(self.x, self.zero)

    @property
    def width(self) -> float:
        return round(abs(self.x - self.zero), 2)


@dataclass(frozen=True, slots=True)
class GapRow:
    """A heading (no marks), or a group with a mark for each set of rules."""

    name: str
    y: float
    marks: tuple[Mark, ...] = ()
    is_heading: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableGroup:
    family: str
    name: str
    group: Group
    gaps: tuple[tuple[int, str], ...]
    """Of each set of rules: the share served, and the points more or less than by first come."""


class Charts:
    """What the page of a study shows."""

    def __init__(self, found: Findings) -> None:
        self.found = found

    @property
    def served_said(self) -> str:
        return words.served_sentence(self.found)

    @property
    def ranks_said(self) -> str:
        return words.rank_sentence(self.found)

    @property
    def gaps_said(self) -> str:
        return words.gap_sentence(self.found)

    @property
    def envy_said(self) -> str:
        return words.envy_sentence(self.found)

    @property
    def means_said(self) -> str:
        return words.mean_sentence(self.found)

    @cached_property
    def means(self) -> Chart | None:
        """The mean rank obtained by each group, under each set of rules. Nothing in a document of an older program."""
        if not self.found.has_ranks:
            return None
        rows = [
            (f"{words.FAMILIES[what]} : {words.group_name(group)}", group)
            for what, groups in self.found.families
            for group in groups
        ]
        series = tuple(
            Series(words.name_of(told), tuple(_rank_point(name, group, at) for name, group in rows), told.letter or "·")
            for at, told in enumerate(self.found.every)
        )
        heads = (_("Groupe"), _("Rang moyen obtenu"))
        return Chart(Kind.DOTS, _("Rang moyen du vœu obtenu, groupe par groupe"), series, low=1, heads=heads)

    @cached_property
    def legend(self) -> list[tuple[Told, str, str]]:
        return [(told, f"lab-{told.letter.lower()}", words.own_words(told, self.found)) for told in self.found.sets]

    @cached_property
    def common(self) -> str:
        """What all the sets of rules have."""
        return words.common_words(self.found)

    @cached_property
    def bars(self) -> list[Bar]:
        """One for each set of rules, first come last."""
        return [Bar(each, words.name_of(each), round(1.1 + 4.3 * row, 2)) for row, each in enumerate(self.found.every)]

    @property
    def bars_height(self) -> float:
        return round(4.3 * len(self.found.every), 2)

    @cached_property
    def ranks(self) -> list[tuple[Bar, list[Segment]]]:
        return [(bar, list(_segments(bar.told))) for bar in self.bars]

    @cached_property
    def reach(self) -> int:
        """Points on each side of zero, in tens."""
        most = max((abs(gap) for group in self.found.groups for gap in group.gaps), default=0)
        return max(10, -(-most // 10) * 10)

    @cached_property
    def ticks(self) -> list[tuple[float, str]]:
        half = self.reach // 2
        return [(self._at(gap), words.signed(gap)) for gap in (-self.reach, -half, 0, half, self.reach)]

    @property
    def zero(self) -> float:
        return self._at(0)

    @cached_property
    def gap_rows(self) -> list[GapRow]:
        rows: list[GapRow] = []
        y = 1.6
        for what, groups in self.found.families:
            y += 1.5
            rows.append(GapRow(str(words.FAMILIES[what]), y, is_heading=True))
            for group in groups:
                height = 0.8 * max(2, len(group.gaps)) + 0.4
                marks = tuple(
                    Mark(told.letter, self._at(gap), round(y + 0.65 + 0.8 * place, 2), self.zero)
                    for place, (told, gap) in enumerate(zip(self.found.sets, group.gaps, strict=False))
                )
                rows.append(
                    GapRow(_short(words.group_name(group)), round(y + 0.35 + height / 2, 2), marks, is_hidden=not marks)
                )
                y = round(y + height, 2)
        return rows

    @property
    def gap_height(self) -> float:
        last = self.gap_rows[-1].y if self.gap_rows else 2
        return round(last + 2, 2)

    @cached_property
    def groups(self) -> list[TableGroup]:
        return [
            TableGroup(
                str(words.FAMILIES[what]),
                words.group_name(group),
                group,
                tuple((share, words.signed(gap)) for share, gap in zip(group.served or (), group.gaps, strict=True)),
            )
            for what, groups in self.found.families
            for group in groups
        ]

    @property
    def hides_some(self) -> bool:
        return any(group.served is None for group in self.found.groups)

    def _at(self, gap: int) -> float:
        return round(_GAP_LEFT + (_GAP_RIGHT - _GAP_LEFT) * (gap + self.reach) / (2 * self.reach), 2)


def _segments(told: Told) -> Iterator[Segment]:
    at = 0.0
    for place, of_1000 in enumerate(told.ranks, 1):
        yield Segment(f"lab-rank-{place}", round(at, 1), of_1000 / 10, (of_1000 + 5) // 10)
        at += of_1000 / 10


def _rank_point(name: str, group: Group, at: int) -> Point:
    rank = group.ranks[at] if group.ranks else None
    if rank is None:
        return Point(name, standing=Standing.HIDDEN)
    low, middle, high = (words.rank_words(each) for each in (rank.low, rank.middle, rank.high))
    if rank.is_one:
        return Point(name, rank.middle / 100, middle)
    said = _("%(middle)s (de %(low)s à %(high)s)") % {"middle": middle, "low": low, "high": high}
    return Point(name, rank.middle / 100, said, low=rank.low / 100, high=rank.high / 100)


def _short(name: str) -> str:
    """The whole name is in the table."""
    return name if len(name) <= 15 else f"{name[:14].rstrip()}…"
