"""Gaps by income and from quarter to quarter, with the balance of what is offered. Read only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.foundation.schoolyears import year_name
from preau.observatory.equity.permissions import EQUITY
from preau.observatory.equity.rules.gradient import Interval
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.missing.counting import AREA, MEANS, told_elsewhere
from preau.observatory.missing.gaps import Apart, Income, by_income, by_quarter
from preau.observatory.missing.offered import Offered, offered_by_quarter
from preau.observatory.missing.reading import Line, Told, years_told
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import require
from preau.surfaces.workspace.missing import words
from preau.surfaces.workspace.missing.asking import Choice, asked
from preau.surfaces.workspace.missing.views import town, year_asked
from preau.town.areas.quarters import quarter_names


@dataclass(frozen=True, slots=True)
class Band:
    """``percent`` None: too few for a share, or not told."""

    name: str
    children: str
    came: str
    percent: int | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """An index with its interval, drawn from −1 to 1 over a hundred; "" where it may not be told."""

    year: str
    value: str
    low: int = 0
    wide: int = 0
    at: int = 0
    said: str = ""


@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    require(request, EQUITY, "read")
    commune = town()
    years = years_told(commune)
    told = year_asked(years, asked(request.GET, [each.year for each in years]))
    context: dict[str, Any] = {"told": told}
    if told is not None:
        context |= _page(told, years, commune)
    return render(request, "workspace/missing/gaps.html", context)


def _page(told: Told, years: list[Told], commune: Commune) -> dict[str, Any]:
    names, income, apart = quarter_names(commune), by_income(told), by_quarter(told)
    return {
        "answer": _answer(income),
        "lead": words.lead(told),
        "bands": [_band(line, MEANS, names, told.least) for line in income.lines],
        "income_said": _income_said(income),
        "rows": [_year_row(each) for each in years],
        "apart_said": _apart_said(apart),
        "quarters": sorted(
            (_band(line, AREA, names, told.least) for line in apart.lines),
            key=lambda each: (each.percent is None, each.percent or 0, each.name),
        ),
        "offered": _offered(told, names),
        "years": [Choice(year_name(each.year), f"annee={each.year}", each.year == told.year) for each in years],
    }


def _answer(income: Income) -> str:
    if income.index is None or income.index.erreygers is None:
        return _("Trop peu d’enfants par tranche pour dire si l’on vient plus quand on a plus")
    index = income.index.erreygers
    if index.low > 0:
        return _("Plus le quotient est haut, plus les enfants viennent")
    if index.high < 0:
        return _("Plus le quotient est bas, plus les enfants viennent")
    return _("On vient autant que l’on ait peu ou beaucoup, pour ce que l’on en sait")


def _income_said(income: Income) -> str:
    if income.index is None or income.index.erreygers is None:
        return ""
    facts = {"index": _index(income.index.erreygers), "unknown": words.number(income.index.unknown)}
    return _("Indice de concentration : %(index)s. %(unknown)s enfants de quotient inconnu n’y entrent pas.") % facts


def _index(interval: Interval) -> str:
    facts = {name: words.times(getattr(interval, name)) for name in ("value", "low", "high")}
    return _("%(value)s (entre %(low)s et %(high)s)") % facts


def _year_row(told: Told) -> YearRow:
    found = by_income(told).index
    if found is None or found.erreygers is None:
        return YearRow(words.span(told), _("masqué"))
    low, at, high = (round(50 + 50 * getattr(found.erreygers, name)) for name in ("low", "value", "high"))
    return YearRow(words.span(told), _index(found.erreygers), low, max(1, high - low), at, "told")


def _apart_said(apart: Apart) -> str:
    if apart.share is None or apart.by_chance is None:
        return _("Trop peu d’enfants dans l’un des quartiers pour le dire.")
    facts = {"share": round(100 * apart.share), "chance": round(100 * apart.by_chance)}
    if apart.is_more_than_chance:
        return (
            _(
                "%(share)d %% des enfants venus devraient habiter un autre quartier pour être répartis comme ceux que "
                "la ville connaît. Le hasard seul en donnerait %(chance)d %%."
            )
            % facts
        )
    return (
        _(
            "Les enfants venus sont répartis comme ceux que la ville connaît : l’écart est de %(share)d %%, et le "
            "hasard seul en donnerait %(chance)d %%."
        )
        % facts
    )


def _band(line: Line, name: str, quarters: Mapping[str, str], least: int) -> Band:
    known, came = line.children, line.came
    percent = None
    if known.value is not None and came.value is not None and known.since == came.since and known.value >= least:
        percent = round(100 * came.value / known.value)
    return Band(words.cell(name, line.told[name], quarters), words.figure(known), words.figure(came), percent)


def _offered(told: Told, names: Mapping[str, str]) -> list[tuple[str, Offered]]:
    """What takes place in each quarter over the year, for a hundred children who live there; the least first."""
    facts = facts_in_use()
    if facts is None:
        return []
    residents = told_elsewhere(facts, year=told.year)["residents"]
    found = offered_by_quarter(facts, year=told.year, until=told.until, residents=residents)
    return [(names.get(each.area, each.area), each) for each in found]
