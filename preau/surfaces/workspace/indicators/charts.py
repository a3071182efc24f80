"""Where each bar stands. Widths are of a hundred, heights in root letters: a chart fits any screen and grows with the
letters of whoever reads it. The table beside it says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from preau.observatory.indicators.enums import Unit
from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.shown import Shown
from preau.observatory.indicators.wording import among_words, figure_words

_STEP = 3.6
"""Root letters from one bar to the next."""


@dataclass(frozen=True, slots=True)
class Bar:
    """``y`` of its name; the bar stands below it. ``detail``: how many among how many."""

    name: str
    words: str
    detail: str
    y: float
    x: float
    width: float
    is_partial: bool = False
    is_hidden: bool = False
    is_empty: bool = False

    @property
    def bar_y(self) -> float:
        return round(self.y + 0.5, 2)

    @property
    def hatched(self) -> bool:
        return self.is_hidden or self.is_empty


@dataclass(frozen=True, slots=True)
class Chart:
    bars: list[Bar]
    zero: float
    """Where nothing is, of a hundred."""

    @property
    def height(self) -> float:
        return round(len(self.bars) * _STEP, 2)

    @property
    def said(self) -> str:
        return " ; ".join(f"{bar.name} : {bar.words}" for bar in self.bars)

    @property
    def has_partial(self) -> bool:
        return any(bar.is_partial for bar in self.bars)

    @property
    def has_hidden(self) -> bool:
        return any(bar.is_hidden for bar in self.bars)


def chart(named: Sequence[tuple[str, Shown, bool]], entry: Entry) -> Chart:
    """(name, figure, is it a span that is not over)."""
    values = [each.value for _name, each, _partial in named if each.value is not None]
    low, high = _ends(values, entry)
    bars = []
    for rank, (name, each, is_partial) in enumerate(named):
        value = each.value if each.value is not None else None
        start, end = sorted((0.0, value or 0.0))
        bars.append(
            Bar(
                name,
                figure_words(each, entry),
                among_words(each, entry),
                round(1.1 + rank * _STEP, 2),
                _place(start, low, high),
                round(_place(end, low, high) - _place(start, low, high), 2),
                is_partial,
                each.is_hidden,
                value is None and not each.is_hidden,
            )
        )
    return Chart(bars, _place(0, low, high))


def _ends(values: Sequence[float], entry: Entry) -> tuple[float, float]:
    if entry.unit == Unit.SHARE:
        return 0, 100
    return min([0.0, *values]), max([0.0, *values])


def _place(value: float, low: float, high: float) -> float:
    return round(100 * (value - low) / (high - low), 2) if high > low else 0.0
