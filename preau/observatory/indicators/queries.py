"""What screens read of indicators: the effects with what is looked at, and one indicator from all sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from preau.foundation.schoolyears import school_year_of
from preau.observatory.disclosure import Thresholds
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import last_of, last_under, thresholds_on
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan

from .computing import Facts, known_until, why_not
from .enums import Breakdown, Status
from .figures import Figure, Missing
from .kept_figures import figures_of
from .library import Entry, beside
from .measures import MEASURES, Asked, Of
from .models import Indicator, Value
from .releasing import YEARS_SHOWN, prefix_of, series_of
from .shown import Reading, Shown, of_things
from .spans import Span, SpanKind, may_be_compared, same_span_before, terms_of, year_span
from .taking_part import presences_on


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator as a list tells it. ``figure`` for what counts itself, ``value`` for what was typed last."""

    indicator: Indicator
    entry: Entry
    figure: Shown | None = None
    value: Value | None = None

    @property
    def is_empty(self) -> bool:
        return self.value is None and (self.figure is None or not self.figure.is_known)


@dataclass(frozen=True, slots=True)
class EffectLines:
    effect: PlanItem
    lines: list[Line]
    proposed: int
    """How many of the library stand beside it and were not chosen."""


@dataclass(frozen=True, slots=True)
class AxisLines:
    axis: PlanItem
    effects: list[EffectLines]

    @property
    def followed(self) -> list[EffectLines]:
        return [each for each in self.effects if each.lines]

    @property
    def bare(self) -> list[EffectLines]:
        """Effects for which nothing is looked at."""
        return [each for each in self.effects if not each.lines]


@dataclass(frozen=True, slots=True)
class Point:
    """A span and what may be read of it."""

    span: Span
    figure: Shown


@dataclass(frozen=True, slots=True)
class Known:
    """The snapshot, the town's rules and what was released, asked once for a page. ``facts`` None: none was taken."""

    plan: TerritorialEducationPlan
    facts: Facts | None
    today: date
    _presences: dict[date, int] = field(default_factory=dict)
    _released: dict[str, dict[str, Release]] = field(default_factory=dict)
    _ahead: dict[str, Release | None] = field(default_factory=dict)
    _thresholds: list[Thresholds] = field(default_factory=list)

    @property
    def until(self) -> date:
        return min(self.today, known_until(self.facts)) if self.facts else self.today

    @property
    def thresholds(self) -> Thresholds:
        if not self._thresholds:
            self._thresholds.append(thresholds_on(self.plan.commune, self.today))
        return self._thresholds[0]

    def year(self, year: int) -> Span:
        return year_span(year, self.until)

    @property
    def current(self) -> Span:
        return self.year(school_year_of(self.until))

    def whole(self, indicator: Indicator, span: Span) -> Shown:
        measure = MEASURES[indicator.code]
        if self.facts is None:
            return Shown(Figure.none(Missing.NO_FACTS))
        asked = self._asked(span)
        if measure.of is Of.THINGS:
            figures = figures_of(indicator.code, asked, self.facts, outside_of(indicator, span))
            return of_things(figures[0], self.thresholds.percentage)
        released = self._one(indicator.code, self._series(indicator, span))
        if released is not None and span.kind == SpanKind.YEAR:
            return self._reading(indicator, span).whole(released)
        return Shown(Figure.none(why_not(measure, asked, self.facts) or Missing.NO_FACTS))

    def cut(self, indicator: Indicator, span: Span, by: Breakdown) -> list[Shown]:
        """One for each value that may be, whoever has it; empty where this cut is not told."""
        series, reading = self._series(indicator, span), self._reading(indicator, span)
        under = f"{series}/{by.value}/"
        apart = {name: each for name, each in self._of(indicator.code).items() if name.startswith(under)}
        if apart:
            return [reading.cell(each, by, name.removeprefix(under)) for name, each in sorted(apart.items())]
        released = self._of(indicator.code).get(f"{series}/{by.value}")
        return [reading.cell(released, by, value) for value in reading.values(released, by)] if released else []

    def look_up(self, codes: Iterable[str], spans: Sequence[Span] = ()) -> None:
        """What several measures tell of these spans, or of this year, in one query: a list of them will be shown."""
        year, asked = self.current.school_year, spans or [self.current]
        series = [series_of(code, span, year) for code in codes if code in MEASURES for span in asked]
        self._ahead.update({**dict.fromkeys(series), **last_of(self.plan.commune, series)})

    def _one(self, code: str, series: str) -> Release | None:
        return self._ahead[series] if series in self._ahead else self._of(code).get(series)

    def _of(self, code: str) -> dict[str, Release]:
        """By series."""
        if code not in self._released:
            self._released[code] = last_under(self.plan.commune, prefix_of(code))
        return self._released[code]

    def _series(self, indicator: Indicator, span: Span) -> str:
        return series_of(indicator.code, span, self.current.school_year)

    def _reading(self, indicator: Indicator, span: Span) -> Reading:
        outside = list(outside_of(indicator, span).values())
        return Reading(indicator.code, self.thresholds, outside[0] if outside else None)

    def _asked(self, span: Span) -> Asked:
        if span.until not in self._presences:
            self._presences[span.until] = presences_on(self.plan.commune, span.until)
        return Asked(span, self._presences[span.until])


def outside_of(indicator: Indicator, span: Span) -> dict[str, float]:
    """The outside numbers that were typed for that school year, or the last ones known before it."""
    told = [each for each in indicator.values.all() if each.part and each.school_year <= span.school_year]
    standing = sorted(told, key=lambda each: (each.school_year, each.typed_at, each.pk))
    return {each.part: float(each.amount) for each in standing}


def kept_indicators(plan: TerritorialEducationPlan) -> list[Indicator]:
    """With their effects and the values that stand. Two queries."""
    standing = Value.objects.standing().select_related("proof")
    rows = plan.indicators.kept().select_related("effect", "effect__owner", "carrier", "plan__commune")
    return list(rows.prefetch_related(Prefetch("values", standing)))


def effects_with_lines(known: Known) -> list[AxisLines]:
    """Axis by axis, in the order of the plan."""
    by_effect: dict[int, list[Line]] = defaultdict(list)
    kept = kept_indicators(known.plan)
    known.look_up({each.code for each in kept})
    for each in kept:
        by_effect[each.effect_id].append(line_of(each, known))
    items = known.plan.items.present().select_related("row", "parent").in_order()
    effects = [item for item in items if item.kind == ItemKind.EXPECTED_EFFECT]
    effects.sort(key=lambda item: _natural(item.code))
    axes = sorted((item for item in items if item.kind == ItemKind.AXIS), key=lambda item: _natural(item.code))
    return [
        AxisLines(axis, [_effect(each, by_effect) for each in effects if each.axis_number == axis.axis_number])
        for axis in axes
    ]


def _effect(effect: PlanItem, by_effect: dict[int, list[Line]]) -> EffectLines:
    lines = by_effect.get(effect.pk, [])
    chosen = {each.indicator.code for each in lines}
    return EffectLines(effect, lines, sum(each.code not in chosen for each in beside(effect.code)))


def line_of(indicator: Indicator, known: Known) -> Line:
    entry = indicator.entry
    if entry.status == Status.COUNTED:
        return Line(indicator, entry, figure=known.whole(indicator, known.current))
    return Line(indicator, entry, value=last_value(indicator))


def last_value(indicator: Indicator) -> Value | None:
    told = [each for each in indicator.values.all() if not each.part]
    return max(told, key=lambda each: (each.school_year, each.known_on, each.pk), default=None)


def years_of(indicator: Indicator, known: Known) -> list[Point]:
    """The last years, the oldest first, down to the first one that has something to say; the running one, cut today."""
    year = known.current.school_year
    spans = [known.year(each) for each in range(year - YEARS_SHOWN + 1, year + 1)]
    points = [Point(span, known.whole(indicator, span)) for span in spans]
    while points and not _says_something(points[0].figure):
        points.pop(0)
    return points


def _says_something(each: Shown) -> bool:
    return each.is_known or each.is_hidden or bool(each.figure.counted)


def terms_shown(indicator: Indicator, known: Known) -> list[Point]:
    """Of the running year; only for what counts no person: two dates close together could tell of an arrival."""
    measure = MEASURES[indicator.code]
    spans = terms_of(known.current.school_year, known.until)
    if measure.of is not Of.THINGS or measure.yearly or len(spans) < 2:
        return []
    return [Point(span, known.whole(indicator, span)) for span in spans]


def same_period(indicator: Indicator, known: Known) -> Point | None:
    """The same days a year earlier; None when they can't be set side by side."""
    before = same_span_before(known.current)
    if not may_be_compared(known.current, before):
        return None
    return Point(before, known.whole(indicator, before))


def objectives_beside(effect: PlanItem) -> list[PlanItem]:
    """Those of its row: the plan never says which one of them answers to it."""
    row = effect.plan.items.present().filter(row=effect.row, kind=ItemKind.OPERATIONAL_OBJECTIVE)
    return list(row.select_related("owner").in_order())


def by_code(lines: Iterable[Line]) -> dict[str, Line]:
    return {each.indicator.code: each for each in lines if each.indicator.code}


def _natural(code: str) -> list[int]:
    return [int(part[1:]) for part in code.split(".")]
