"""What an elected member reads once a month: verdicts, figures that move, what to decide, quarters that lack things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.charts import Chart, Kind, Point, Series, Standing
from preau.foundation.schoolyears import year_name
from preau.observatory.equity.balance import Balance, balance_of
from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.reading import EffectTold, Told, last_adopted, under_way
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.indicators.drawn import point_of
from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.moving import Moved, moving
from preau.observatory.indicators.queries import Known, kept_indicators, years_of
from preau.observatory.indicators.wording import figure_words
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.evaluation import told
from preau.surfaces.shell.verdicts import Tally, concluded, statement, tallies
from preau.town.areas.enums import AreaKind
from preau.town.areas.queries import areas_of_kind


@dataclass(frozen=True, slots=True)
class Mover:
    """A figure that moved, with its years."""

    moved: Moved
    chart: Chart | None

    @property
    def key(self) -> str:
        return f"bouge-{self.moved.indicator.pk}"

    @property
    def title(self) -> str:
        return str(self.moved.entry.title)

    @property
    def words(self) -> str:
        return figure_words(self.moved.now, self.moved.entry)

    @property
    def url(self) -> str:
        return reverse("workspace:indicator", args=[self.moved.indicator.pk])


class SteeringHome:
    def __init__(self, plan: TerritorialEducationPlan, today: date) -> None:
        self.plan, self.today = plan, today
        self.known = Known(plan, facts_in_use(), today)

    # What was concluded ------------------------------------------------------------------------------------------

    @cached_property
    def evaluation(self) -> Evaluation | None:
        """The last one that the committee adopted, of this plan or of the one before."""
        return last_adopted(self.plan) or (last_adopted(self.plan.follows) if self.plan.follows else None)

    @cached_property
    def told(self) -> Told | None:
        return told(self.evaluation, self.today) if self.evaluation else None

    @property
    def statement(self) -> str:
        if self.told is None:
            return _("Aucune évaluation n’est encore adoptée. Voici ce que les chiffres disent déjà.")
        return statement(self.told)

    @property
    def tallies(self) -> list[Tally]:
        return tallies(self.told) if self.told else []

    @cached_property
    def verdicts(self) -> list[EffectTold]:
        """Of the effects that could be measured."""
        rows = concluded(self.told) if self.told else []
        return [each for each in rows if each.kind != VerdictKind.NOT_MEASURED]

    @property
    def unmeasured(self) -> int:
        return self.told.verdicts[VerdictKind.NOT_MEASURED] if self.told else 0

    @cached_property
    def coming(self) -> Evaluation | None:
        """The one that is being made."""
        return under_way(self.plan)

    # What moves ----------------------------------------------------------------------------------------------------

    @cached_property
    def movers(self) -> list[Mover]:
        found = moving(self.known, kept_indicators(self.plan))
        return [Mover(each, self._years(each)) for each in found]

    def _years(self, moved: Moved) -> Chart | None:
        entry: Entry = moved.entry
        points = years_of(moved.indicator, self.known)
        if len(points) < 2:
            return None
        drawn = tuple(
            point_of(year_name(each.span.school_year), each.figure, entry, is_over=each.span.is_over) for each in points
        )
        return Chart.of(Kind.LINE, str(entry.title), drawn, heads=(_("Année scolaire"), _("Chiffre")), is_small=True)

    # What lacks ----------------------------------------------------------------------------------------------------

    @cached_property
    def balance(self) -> list[Balance]:
        facts = self.known.facts
        return balance_of(facts, self.known.current.school_year, self.known.thresholds) if facts else []

    @cached_property
    def _names(self) -> Mapping[str, str]:
        rows = areas_of_kind(self.plan.commune, AreaKind.QUARTER)
        return {slugify(each.name)[:80]: each.name for each in rows}

    @property
    def short(self) -> list[str]:
        """A sentence for each quarter where children live and little takes place."""
        return [
            _("%(quarter)s : %(children)s des enfants de la ville, %(sessions)s des séances.")
            % {
                "quarter": self._names.get(each.area, each.area),
                "children": _percent(each.children),
                "sessions": _percent(each.sessions),
            }
            for each in self.balance
            if each.is_short
        ]

    @property
    def short_lead(self) -> str:
        count = len(self.short)
        if not count:
            return _("Les séances se répartissent à peu près comme les enfants.")
        return ngettext(
            "Un quartier a bien moins de séances que d’enfants.",
            "%(n)d quartiers ont bien moins de séances que d’enfants.",
            count,
        ) % {"n": count}

    @property
    def balance_chart(self) -> Chart | None:
        if not self.balance:
            return None
        return Chart(
            Kind.DOTS,
            _("Où vivent les enfants, où se tiennent les séances"),
            (
                Series(
                    _("enfants de 4 à 17 ans"), tuple(self._point(each.area, each.children) for each in self.balance)
                ),
                Series(_("séances de l’année"), tuple(self._point(each.area, each.sessions) for each in self.balance)),
            ),
            low=0,
            unit="\u00a0%",
            heads=(_("Quartier"), _("Part de la ville")),
        )

    def _point(self, area: str, share: float) -> Point:
        return Point(self._names.get(area, area), round(100 * share), _percent(share), standing=Standing.KNOWN)


def _percent(share: float) -> str:
    return f"{round(100 * share)}\u00a0%"
