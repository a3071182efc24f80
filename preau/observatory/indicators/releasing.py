"""Showing what is counted of people: protected first, knowing all that was shown before; then kept as it was shown.

Done when facts are taken, and when the town chooses an indicator. A page works nothing out of people: it reads what was
released. What counts no person needs none of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial

from preau.foundation.schoolyears import school_year_of
from preau.observatory.disclosure import Publication, Safe, Thresholds, protect
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import WorkOut, release, thresholds_on, told_of
from preau.people.organisations.models import Commune

from .computing import Facts, known_until, settle_earliest_day
from .counted import Part, cut_parts, has_answers, values_of, whole_part
from .enums import Breakdown, Sensitivity, Unit
from .figures import Figure, Missing
from .kept_figures import figures_of, settle
from .library import BY_CODE
from .measures import MEASURES, Asked, Measure, Of
from .models import Indicator
from .spans import Span, may_be_compared, same_span_before, terms_of, year_span
from .taking_part import presences_on
from .written import shares_written, values_written

YEARS_SHOWN = 5
_CUT_YEARS = 2
"""This year and the one before are told by quarter, by age…"""
_PLACES = {Unit.POINTS: 1, Unit.GAP: 1, Unit.MEAN: 1, Unit.HOURS: 1, Unit.INDEX: 2, Unit.RATIO: 2}
"""Decimals of what is worked out of people; none for the others. No figure is kept finer than it is written."""


def series_of(code: str, span: Span, current: int) -> str:
    """``same``: a year that is over, up to the same day as the one that runs."""
    return f"{prefix_of(code)}{span.school_year}{'' if span.is_over or span.school_year == current else '/same'}"


def prefix_of(code: str) -> str:
    return f"indicators/{code}/"


def release_all(commune: Commune, facts: Facts, *, now: datetime) -> int:
    """Every measure that the town looks at. How many were looked at."""
    codes = _looked_at(commune)
    _settle_things(commune, codes, facts)
    return release_codes(commune, codes, facts, now=now)


def _looked_at(commune: Commune) -> set[str]:
    kept = Indicator.objects.kept().filter(plan__commune=commune).exclude(code="")
    return {each.entry.same_as or each.code for each in kept}


def _settle_things(commune: Commune, codes: Iterable[str], facts: Facts) -> None:
    """What counts no person is worked out at night too, for all that pages show of it: none of them waits."""
    until = known_until(facts)
    year = school_year_of(until)
    years = [year_span(each, until) for each in range(year - YEARS_SHOWN, year + 1)]
    spans = [*years, same_span_before(years[-1]), *terms_of(year, until)]
    asked = [Asked(span, presences_on(commune, span.until)) for span in spans]
    things = sorted(code for code in codes if code in MEASURES and MEASURES[code].of is Of.THINGS)
    settle_earliest_day(facts)
    settle(((code, each) for code in things for each in asked), facts)


def release_codes(commune: Commune, codes: Iterable[str], facts: Facts, *, now: datetime) -> int:
    wanted = sorted(code for code in codes if code in MEASURES and MEASURES[code].of is not Of.THINGS)
    until = known_until(facts)
    thresholds = thresholds_on(commune, until)
    year = school_year_of(until)
    first = facts.ask("SELECT min(school_year) FROM presences", {})[0][0]
    for code in wanted:
        showing = _Showing(commune, code, facts, thresholds, now)
        for each in range(max(year - YEARS_SHOWN + 1, year if first is None else first), year + 1):
            showing.year(year_span(each, until), year)
        same = same_span_before(year_span(year, until))
        if first is not None and first < year and may_be_compared(year_span(year, until), same) and not same.is_over:
            showing.same(same, year)
    return len(wanted)


class _Showing:
    """One measure, span after span."""

    def __init__(self, commune: Commune, code: str, facts: Facts, thresholds: Thresholds, now: datetime) -> None:
        self.commune, self.code, self.facts, self.now = commune, code, facts, now
        self.measure: Measure = MEASURES[code]
        self.thresholds = thresholds
        self.is_sensitive = BY_CODE[code].sensitivity == Sensitivity.SENSITIVE

    def year(self, span: Span, current: int) -> None:
        series = series_of(self.code, span, current)
        figure = self._ask(span)[0]
        shown = self._whole(series, span, figure, told_of(self.commune, f"{series}/same"))
        if shown is None or self.measure.needs_next_year or span.school_year <= current - _CUT_YEARS:
            return
        if self.measure.of is Of.SMALLEST or _is_exact(shown.safe, span.until):
            for by in self.measure.breakdowns:
                self._cut(series, span, by, figure)

    def same(self, span: Span, current: int) -> None:
        over = told_of(self.commune, f"{prefix_of(self.code)}{span.school_year}")
        self._whole(series_of(self.code, span, current), span, self._ask(span)[0], over)

    def _whole(self, series: str, span: Span, figure: Figure, besides: Sequence[Safe]) -> Release | None:
        if figure.missing not in (None, Missing.NOBODY, Missing.OUTSIDE):
            return None
        part = whole_part(self.measure, figure)
        protected = partial(self._all_or_nothing, part, series, span.until)
        return release(
            self.commune, series, protected, now=self.now, work_out=self._written(None, [figure]), besides=besides
        )

    def _cut(self, series: str, span: Span, by: Breakdown, whole: Figure) -> None:
        cells = {each.cell: each for each in self._ask(span, by) if each.missing in (None, Missing.OUTSIDE)}
        margins = told_of(self.commune, series)
        beside = None if self.measure.of is Of.SMALLEST else margins.pop()
        for part in cut_parts(self.measure, by, whole, cells, values_of(by, self.facts)):
            name = f"{series}/{part.name}"
            release(
                self.commune,
                name,
                partial(self._protected, part, name, span.until, beside=beside),
                now=self.now,
                work_out=self._written(by, cells.values()),
                besides=margins if beside else (),
            )

    def _protected(
        self, part: Part, series: str, day: date, earlier: Sequence[Safe], *, beside: Safe | None = None
    ) -> Safe | None:
        """``beside``: the whole as it is told. A cut that would tell it otherwise is not told: what was, stays."""
        publication = Publication(
            series=series, day=day, cube=part.cube, tables=(part.table,), sensitive=self.is_sensitive
        )
        safe = protect(publication, self.thresholds, earlier=earlier)
        return safe if beside is None or _agrees(safe, beside) else None

    def _all_or_nothing(self, part: Part, series: str, day: date, earlier: Sequence[Safe]) -> Safe | None:
        """The whole is told of one day: its parts and their sum, or all as they were."""
        safe = self._protected(part, series, day, earlier)
        return None if safe is None or (earlier and not _is_exact(safe, day)) else safe

    def _written(self, by: Breakdown | None, figures: Iterable[Figure]) -> WorkOut:
        if self.measure.of is Of.SMALLEST:
            return partial(values_written, self._values(figures))
        return partial(shares_written, by) if has_answers(self.measure) else lambda _safe, _before: {}

    def _values(self, figures: Iterable[Figure]) -> dict[str, float]:
        """Rounded as they are written; no percentage of a few."""
        few, unit = self.thresholds.percentage, BY_CODE[self.code].unit
        return {
            each.cell: round(each.value, _PLACES.get(Unit(unit), 0))
            for each in figures
            if each.value is not None and (each.among is None or each.among >= few)
        }

    def _ask(self, span: Span, by: Breakdown | None = None) -> list[Figure]:
        presences = presences_on(self.commune, span.until)
        return figures_of(self.code, Asked(span, presences, by), self.facts)


def _is_exact(safe: Safe, day: date) -> bool:
    """Told of that very day, and entirely."""
    figures = [figure for table in safe.tables.values() for figure in table.figures.values()]
    return safe.day == day and all(figure.value is not None and figure.since is None for figure in figures)


def _agrees(safe: Safe, whole: Safe) -> bool:
    return all(
        safe.tables[names].figures[labels] == figure
        for names, table in whole.tables.items()
        for labels, figure in table.figures.items()
    )
