"""A figure of one year as an evaluation tells it: live from the facts, typed, or as the committee had it before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from preau.foundation.schoolyears import last_day, year_name
from preau.observatory.disclosure import Thresholds
from preau.observatory.indicators.enums import Sensitivity, Status
from preau.observatory.indicators.figures import Figure, Missing
from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.models import Indicator, Value
from preau.observatory.indicators.queries import Known
from preau.observatory.indicators.releasing import YEARS_SHOWN
from preau.observatory.indicators.shown import HIDDEN, Shown, of_answers, of_things
from preau.observatory.indicators.wording import LEAST_ANSWERS, among_words, figure_words, why_words

from .models import AdoptedFigure


@dataclass(frozen=True, slots=True)
class FigureTold:
    """``shown`` went through what hides small numbers. ``snapshot`` and ``taken_at``: the facts it was counted from;
    ``source``: who said it, for what was typed. ``until``: the last day that is known of the year."""

    school_year: int
    shown: Shown
    is_over: bool
    until: date
    snapshot: str = ""
    taken_at: datetime | None = None
    source: str = ""

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    @property
    def value(self) -> float | None:
        return self.shown.value

    @property
    def says_something(self) -> bool:
        """A first year of nothing tells that nothing was recorded, not that nothing happened."""
        return self.shown.is_hidden or bool(self.shown.value) or bool(self.shown.figure.counted)

    def words(self, entry: Entry) -> str:
        return figure_words(self.shown, entry)

    def among(self, entry: Entry) -> str:
        return among_words(self.shown, entry)

    @property
    def why_not(self) -> str:
        """The sentence under a figure that is not there."""
        return why_words(self.shown)


def live_series(indicator: Indicator, known: Known, year: int) -> list[FigureTold]:
    """The last years up to that one, the oldest first, from the first that says something; never without that year."""
    told = [_live(indicator, known, each) for each in range(year - YEARS_SHOWN + 1, year + 1)]
    while len(told) > 1 and not told[0].says_something:
        told.pop(0)
    return told


def look_ahead(indicators: Iterable[Indicator], known: Known, year: int) -> None:
    """Before ``live_series`` of several of them: what they tell is read in one query."""
    spans = [known.year(each) for each in range(year - YEARS_SHOWN + 1, year + 1)]
    known.look_up({each.code for each in indicators}, spans)


def _live(indicator: Indicator, known: Known, year: int) -> FigureTold:
    if indicator.entry.status != Status.COUNTED:
        return _typed(indicator, known, year)
    span = known.year(year)
    name, taken_at = (known.facts.version, known.facts.taken_at) if known.facts else ("", None)
    return FigureTold(year, known.whole(indicator, span), span.is_over, span.until, name, taken_at)


def _typed(indicator: Indicator, known: Known, year: int) -> FigureTold:
    """Reads ``values`` that stand: prefetch them."""
    values = [each for each in indicator.values.all() if each.school_year == year and not each.part]
    if not values:
        return FigureTold(year, Shown(Figure.none(Missing.NOT_TYPED)), True, last_day(year))
    value = max(values, key=lambda each: (each.typed_at, each.pk))
    told = shown_value(value, indicator.entry, known.thresholds)
    return FigureTold(year, told, True, value.known_on, taken_at=value.typed_at, source=value.source)


def shown_value(value: Value, entry: Entry, thresholds: Thresholds) -> Shown:
    """A survey that few answered says nothing; one that many did hides its small answers as facts do."""
    counted, among = _float(value.counted), _float(value.among)
    figure = Figure(counted=counted, among=among, value=float(value.amount), people=value.answers)
    if value.answers is not None:
        if value.answers < LEAST_ANSWERS:
            return HIDDEN
        return of_answers(figure, thresholds, sensitive=entry.threshold() == Sensitivity.SENSITIVE)
    return of_things(figure, thresholds.percentage)


def adopted(kept: AdoptedFigure) -> FigureTold:
    """As it was shown on the day of the committee."""
    figure = Figure(
        counted=kept.counted,
        among=kept.among,
        value=kept.value,
        missing=Missing(kept.missing) if kept.missing else None,
    )
    shown_then = Shown(figure, kept.is_hidden, kept.as_percent, kept.since)
    return FigureTold(kept.school_year, shown_then, kept.is_over, kept.until, kept.snapshot, kept.taken_at, kept.source)


def to_keep(told: FigureTold) -> AdoptedFigure:
    """The row that keeps it, without its verdict and its indicator."""
    figure = told.shown.figure
    return AdoptedFigure(
        school_year=told.school_year,
        counted=None if told.shown.is_hidden else figure.counted,
        among=None if told.shown.is_hidden else figure.among,
        value=told.shown.value,
        as_percent=told.shown.as_percent,
        since=told.shown.since,
        is_hidden=told.shown.is_hidden,
        missing=figure.missing or "",
        is_over=told.is_over,
        until=told.until,
        snapshot=told.snapshot,
        taken_at=told.taken_at,
        source=told.source,
    )


def _float(value: object) -> float | None:
    return None if value is None else float(value)  # type: ignore[arg-type]
