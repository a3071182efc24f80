"""One indicator from all sides: the answer, how it moved, how it may mislead, what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from preau.foundation.charts import Chart, Kind
from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.schoolyears import year_name
from preau.observatory.indicators.cells import names_of
from preau.observatory.indicators.entering import parts_of, takes_a_value
from preau.observatory.indicators.enums import Breakdown, Sensitivity, Status
from preau.observatory.indicators.figures import Figure
from preau.observatory.indicators.library import BY_CODE, Entry
from preau.observatory.indicators.measures import MEASURES
from preau.observatory.indicators.models import Indicator, Value
from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.indicators.queries import (
    Known,
    Line,
    kept_indicators,
    line_of,
    objectives_beside,
    same_period,
    terms_shown,
    years_of,
)
from preau.observatory.indicators.shown import Shown
from preau.observatory.indicators.spans import Span
from preau.observatory.indicators.using import is_used_by
from preau.observatory.indicators.wording import (
    LEAST_ANSWERS,
    among_words,
    change_words,
    figure_words,
    minutes_words,
    number_words,
    since_words,
    value_words,
    why_words,
)
from preau.offer.activities.models import Activity
from preau.people.permissions import Actor
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.structure.models import PlanItem
from preau.surfaces.workspace.indicators.charts import chart

_MOST = 8
"""Actions and entries of an objective that the thread names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Strand:
    """An objective beside the effect, with the actions and the entries that serve it."""

    objective: PlanItem
    sheets: list[ActionSheet]
    entries: list[Activity]
    more: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A counter-indicator: ``line`` when the town looks at it too."""

    entry: Entry
    line: Line | None

    @property
    def words(self) -> str:
        return line_words(self.line) if self.line else ""


class IndicatorPage:
    def __init__(self, indicator: Indicator, known: Known, who: Actor, by: Breakdown | None) -> None:
        self.indicator, self.known, self.who = indicator, known, who
        self.entry = indicator.entry
        self.by = by if by in self.breakdowns else None

    @property
    def counts_itself(self) -> bool:
        return self.entry.status == Status.COUNTED

    # The answer -------------------------------------------------------------------------------------------------

    @cached_property
    def line(self) -> Line:
        return line_of(self.indicator, self.known)

    @cached_property
    def answer(self) -> str:
        return line_words(self.line)

    @property
    def among(self) -> str:
        figure = self.line.figure
        told = among_words(figure, self.entry) if figure else ""
        return told if told != self.answer else ""

    @property
    def why(self) -> str:
        return why_words(self.line.figure) if self.line.figure else ""

    @property
    def since(self) -> str:
        return since_words(self.line.figure, self.known.until) if self.line.figure else ""

    @property
    def change(self) -> str:
        if not self.line.figure:
            return ""
        before = same_period(self.indicator, self.known)
        return capfirst(change_words(self.line.figure, before.figure, self.entry)) if before else ""

    @property
    def span_words(self) -> str:
        if self.counts_itself:
            return _span_words(self.known.current)
        value = self.line.value
        if value is None:
            return ""
        told = {"year": value.year_name, "source": value.source, "day": long_date(value.known_on)}
        return _("Année scolaire %(year)s, d’après : %(source)s, le %(day)s.") % told

    # How it moved -----------------------------------------------------------------------------------------------

    @cached_property
    def years(self) -> Chart | None:
        if not self.counts_itself:
            return self._typed_years()
        points = years_of(self.indicator, self.known)
        named = [(year_name(each.span.school_year), each.figure, not each.span.is_over) for each in points]
        return chart(Kind.LINE, _("Par année scolaire"), named, self.entry) if named else None

    def _typed_years(self) -> Chart | None:
        """What was typed, year after year; one year alone needs no chart."""
        told = sorted((each for each, _words, _part in self.values if not each.part), key=lambda each: each.school_year)
        named = [(each.year_name, _as_figure(each, self.known.thresholds.percentage), False) for each in told]
        return chart(Kind.LINE, _("Par année scolaire"), named, self.entry) if len(named) > 1 else None

    @cached_property
    def terms(self) -> Chart | None:
        points = terms_shown(self.indicator, self.known) if self.counts_itself else []
        named = [(_term_name(each.span), each.figure, not each.span.is_over) for each in points]
        return chart(Kind.BARS, _("Par trimestre"), named, self.entry) if named else None

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        measure = MEASURES.get(self.indicator.code)
        return measure.breakdowns if measure and not measure.needs_next_year else ()

    @cached_property
    def cut(self) -> Chart | None:
        if self.by is None:
            return None
        names = names_of(self.by, self.indicator.plan.commune)
        order = list(names)
        cells = self.known.cut(self.indicator, self.known.current, self.by)
        cells.sort(key=lambda each: order.index(each.figure.cell) if each.figure.cell in names else len(order))
        named = [(names.get(each.figure.cell, each.figure.cell), each, False) for each in cells]
        if all(each.is_hidden for each in cells):
            return None
        return chart(Kind.BARS, capfirst(str(self.by.label)), named, self.entry)

    @cached_property
    def values(self) -> list[tuple[Value, str, str]]:
        """(value, in words, the outside number that it is)."""
        told = self.indicator.values.standing().select_related("proof", "typed_by")
        parts = parts_of(self.indicator)
        return [(each, self._words(each), str(parts.get(each.part, ""))) for each in told]

    def _words(self, value: Value) -> str:
        return number_words(float(value.amount), "count") if value.part else value_words(value, self.entry)

    # How it may mislead -----------------------------------------------------------------------------------------

    @cached_property
    def beside(self) -> list[Beside]:
        chosen = {each.code: each for each in kept_indicators(self.indicator.plan) if each.code}
        return [
            Beside(BY_CODE[code], line_of(chosen[code], self.known) if code in chosen else None)
            for code in self.entry.read_with
        ]

    @property
    def threshold(self) -> int:
        return self.known.thresholds.of(sensitive=self.entry.sensitivity == Sensitivity.SENSITIVE)

    @property
    def minutes(self) -> str:
        return minutes_words(self.entry.minutes)

    # What it hangs on -------------------------------------------------------------------------------------------

    @cached_property
    def thread(self) -> list[Strand]:
        return [self._strand(each) for each in objectives_beside(self.indicator.effect)]

    def _strand(self, objective: PlanItem) -> Strand:
        sheets = SHEETS.rows(self.who, "read", ActionSheet.objects.filter(objectives=objective))
        entries = Activity.objects.shown().filter(objectives=objective)
        more = max(sheets.count() - _MOST, 0) + max(entries.count() - _MOST, 0)
        return Strand(objective, list(sheets.order_by("-school_year", "number")[:_MOST]), list(entries[:_MOST]), more)

    # What may be done -------------------------------------------------------------------------------------------

    @cached_property
    def may_type(self) -> bool:
        return takes_a_value(self.indicator) and self._may("type")

    @cached_property
    def may_leave(self) -> bool:
        return self._may("leave")

    @cached_property
    def is_used(self) -> bool:
        person = self.who.user
        return person is not None and is_used_by(self.indicator, person.pk, self.known.today)

    def _may(self, action: str) -> bool:
        return self.indicator.is_kept and INDICATORS.may(self.who, action, self.indicator)


def line_words(line: Line) -> str:
    if line.figure is not None:
        return figure_words(line.figure, line.entry)
    if line.value is not None:
        return value_words(line.value, line.entry)
    return _("pas encore de valeur")


def _as_figure(value: Value, percentage: int) -> Shown:
    hidden = value.answers is not None and value.answers < LEAST_ANSWERS
    counted, among = (float(each) if each is not None else None for each in (value.counted, value.among))
    figure = Figure(counted=counted, among=among, value=float(value.amount))
    return Shown(figure, is_hidden=hidden, as_percent=among is None or among >= percentage)


def _span_words(span: Span) -> str:
    told = {"year": year_name(span.school_year), "day": long_date(span.until)}
    if span.is_over:
        return _("Année scolaire %(year)s, entière.") % told
    return _("Année scolaire %(year)s, jusqu’au %(day)s : elle n’est pas finie.") % told


def _term_name(span: Span) -> str:
    names = {9: _("Septembre à décembre"), 1: _("Janvier à mars"), 4: _("Avril à août")}
    return names[span.first.month]
