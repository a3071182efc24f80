"""What the page shows of an evaluation: verdicts, their figures as charts, other opinions, what will change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from preau.foundation.charts import Chart
from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.models import Dissent, Evaluation, Verdict
from preau.observatory.evaluation.reading import AxisTold, EffectTold, IndicatorTold, Told
from preau.observatory.evaluation.report.series import series_chart
from preau.observatory.indicators.wording import figure_words
from preau.plan.structure.models import PlanItem
from preau.surfaces.shell.verdicts import Tally, statement, tallies, tone_of

_AT_ONCE = 2
"""Figures of an effect that are drawn at once; the others wait behind one gesture."""


@dataclass(frozen=True, slots=True)
class Number:
    """One figure: drawn when it has a past, said otherwise."""

    told: IndicatorTold
    chart: Chart | None

    @property
    def key(self) -> str:
        return f"chiffre-{self.told.indicator.pk}"

    @property
    def title(self) -> str:
        return str(self.told.entry.title)

    @property
    def words(self) -> str:
        return figure_words(self.told.figure.shown, self.told.entry)

    @property
    def why_not(self) -> str:
        return self.told.figure.why_not

    @property
    def until(self) -> date:
        return self.told.figure.until

    @property
    def source(self) -> str:
        return self.told.figure.source


@dataclass(frozen=True)
class Card:
    """One effect and what became of it."""

    effect: PlanItem
    verdict: Verdict
    dissents: list[Dissent]
    numbers: list[Number]

    @property
    def tone(self) -> str:
        return tone_of(self.verdict.told)

    @property
    def is_measured(self) -> bool:
        return self.verdict.told != VerdictKind.NOT_MEASURED

    @property
    def first(self) -> list[Number]:
        return self.numbers[:_AT_ONCE]

    @property
    def rest(self) -> list[Number]:
        return self.numbers[_AT_ONCE:]


@dataclass(frozen=True, slots=True)
class AxisCards:
    """``unmeasured``: effects of which nobody could say anything that year. They are listed, never drawn."""

    axis: PlanItem
    cards: list[Card]
    unmeasured: list[Card]


class ChangesPage:
    def __init__(self, told: Told) -> None:
        self.told = told

    @property
    def evaluation(self) -> Evaluation:
        return self.told.evaluation

    @property
    def statement(self) -> str:
        return statement(self.told)

    @property
    def tallies(self) -> list[Tally]:
        return tallies(self.told)

    @cached_property
    def squares(self) -> list[Card]:
        """One for each effect that could be measured, in the order of the plan."""
        return [card for axis in self.axes for card in axis.cards]

    @cached_property
    def axes(self) -> list[AxisCards]:
        return [axis for each in self.told.axes if (axis := _axis(each)).cards or axis.unmeasured]

    @property
    def unmeasured(self) -> int:
        return self.told.verdicts[VerdictKind.NOT_MEASURED]

    @property
    def changes(self) -> list[Card]:
        return [card for card in self.squares if card.verdict.change]

    @property
    def waiting(self) -> list[PlanItem]:
        """Effects of which the committee has not spoken."""
        return [each.effect for each in self.told.without_verdict]

    @cached_property
    def counted_at(self) -> datetime | None:
        """Of the last snapshot from which a figure of the page comes."""
        known = [each.told.figure.taken_at for card in self.squares for each in card.numbers]
        return max((at for at in known if at), default=None)

    @property
    def has_hidden(self) -> bool:
        return any(
            point.shown.is_hidden for card in self.squares for each in card.numbers for point in each.told.series
        )


def _axis(told: AxisTold) -> AxisCards:
    cards = [_card(each, each.verdict) for each in told.effects if each.verdict]
    return AxisCards(
        told.axis, [each for each in cards if each.is_measured], [each for each in cards if not each.is_measured]
    )


def _card(told: EffectTold, verdict: Verdict) -> Card:
    numbers = [Number(each, _drawn(each)) for each in told.indicators]
    numbers.sort(key=lambda each: (each.chart is None, not each.told.is_known))
    return Card(told.effect, verdict, told.dissents, numbers)


def _drawn(told: IndicatorTold) -> Chart | None:
    """A chart without a single point says nothing: its words do."""
    chart = series_chart(told)
    return chart if chart and any(point.is_drawn for point in chart.points) else None
