"""The list of sheets under its filters, with the number of sheets behind each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.people.organisations.models import Organisation
from preau.people.permissions import Actor
from preau.plan.sheets.enums import SheetState, Theme
from preau.plan.sheets.models import ActionSheet, SheetObjective, SheetTheme
from preau.plan.sheets.permissions import SHEETS
from preau.plan.sheets.queries import sheets_of
from preau.plan.sheets.states import LIVE
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.choices import Choice


@dataclass(frozen=True, slots=True)
class Fact:
    """What the filters need of one sheet."""

    pk: int
    number: int
    state: str
    year: int
    starts_on: date | None
    sides: frozenset[int]
    themes: frozenset[str]
    objectives: frozenset[str]
    is_late: bool

    @property
    def axes(self) -> frozenset[str]:
        return frozenset(code.split(".")[0].removeprefix("A") for code in self.objectives)


MINE, LATE = "de-mon-organisation", "en-retard"
STATES: dict[str, tuple[SheetState, Promise]] = {
    "brouillons": (SheetState.DRAFT, _("Brouillons")),
    "proposees": (SheetState.PROPOSED, _("Proposées")),
    "validees": (SheetState.CO_VALIDATED, _("Validées")),
    "programmees": (SheetState.SCHEDULED, _("Programmées")),
    "en-cours": (SheetState.RUNNING, _("En cours")),
    "bilan-fait": (SheetState.REVIEWED, _("Bilan fait")),
    "archivees": (SheetState.ARCHIVED, _("Archivées")),
    "refusees": (SheetState.REJECTED, _("Refusées")),
    "annulees": (SheetState.CANCELLED, _("Annulées")),
}
_FILTERS = ("etat", "annee", "axe", "objectif", "theme", "organisation")


class SheetList:
    """The filters are read from the address; anything else in it, and any value that makes no sense, is ignored."""

    def __init__(self, plan: TerritorialEducationPlan, who: Actor, today: date, sent: Mapping[str, Any]) -> None:
        self.plan, self.who, self.today = plan, who, today
        asked = {name: str(sent[name]) for name in _FILTERS if sent.get(name)}
        self.kept = {name: value for name, value in asked.items() if _is_known(name, value)}
        self._plan_asked = {"projet": str(sent["projet"])} if sent.get("projet") else {}
        self.base = self._query(self.kept)

    @cached_property
    def chosen(self) -> list[int]:
        """The keys of the sheets of the list: what is late, what comes or is under way, then what is over."""
        found = [fact for fact in self.facts if self._fits(fact, self.kept)]
        return [fact.pk for fact in sorted(found, key=_reading_order)]

    def sheets(self, keys: list[int]) -> list[ActionSheet]:
        """Those of a page, with what its rows show."""
        known = {sheet.pk: sheet for sheet in sheets_of(self.plan).filter(pk__in=keys)}
        return [known[key] for key in keys if key in known]

    @cached_property
    def facts(self) -> list[Fact]:
        """Every sheet that the person may read, in four queries."""
        seen = SHEETS.rows(self.who, "read", ActionSheet.objects.filter(plan=self.plan))
        late = set(seen.late(self.today).values_list("pk", flat=True))  # type: ignore[attr-defined]
        themes: dict[int, set[str]] = {}
        for sheet, theme in SheetTheme.objects.filter(sheet__plan=self.plan).values_list("sheet_id", "theme"):
            themes.setdefault(sheet, set()).add(theme)
        served: dict[int, set[str]] = {}
        for sheet, code in SheetObjective.objects.filter(sheet__plan=self.plan).values_list("sheet_id", "item__code"):
            served.setdefault(sheet, set()).add(code)
        rows = seen.order_by().values_list(
            "pk", "number", "state", "school_year", "starts_on", "owner_id", "co_owner_id"
        )
        return [
            Fact(
                pk,
                number,
                state,
                year,
                starts_on,
                frozenset(side for side in (owner, co_owner) if side),
                frozenset(themes.get(pk, ())),
                frozenset(served.get(pk, ())),
                pk in late,
            )
            for pk, number, state, year, starts_on, owner, co_owner in rows
        ]

    @cached_property
    def late(self) -> set[int]:
        return {fact.pk for fact in self.facts if fact.is_late}

    @property
    def states(self) -> list[Choice]:
        """All, what needs a hand, then the states that some sheet is in."""
        offered: list[tuple[str, str | Promise]] = [(MINE, _("De mon organisation"))] if self.who.organisations else []
        offered += [(LATE, _("En retard")), *((slug, label) for slug, (_state, label) in STATES.items())]
        found = [self._choice("etat", value, label) for value, label in offered]
        return [self._any("etat", _("Toutes")), *(one for one in found if one.count or one.is_current)]

    @property
    def axes(self) -> list[Choice]:
        numbers = sorted({axis for fact in self.facts for axis in fact.axes}, key=lambda text: (len(text), text))
        return [self._any("axe", _("Tous")), *(self._choice("axe", number, number) for number in numbers)]

    @property
    def themes(self) -> list[Choice]:
        present = {theme for fact in self.facts for theme in fact.themes}
        chosen = [self._choice("theme", theme.value, theme.label) for theme in Theme if theme in present]
        return [self._any("theme", _("Tous")), *chosen]

    @cached_property
    def organisations(self) -> list[Choice]:
        sides = {side for fact in self.facts for side in fact.sides}
        named = Organisation.objects.filter(pk__in=sides).order_by("name").values_list("pk", "name")
        chosen = [self._choice("organisation", str(pk), name) for pk, name in named]
        return [self._any("organisation", _("Toutes")), *chosen]

    @property
    def years(self) -> list[Choice]:
        present = sorted({fact.year for fact in self.facts}, reverse=True)
        chosen = [self._choice("annee", str(year), year_name(year)) for year in present]
        return [self._any("annee", _("Toutes")), *chosen]

    @property
    def objective(self) -> str:
        """The code of the objective that the list is about, "" for none."""
        return _code(self.kept.get("objectif", ""))

    def named(self, name: str) -> str:
        """The label of what a filter keeps, to say it when the filter is folded."""
        choices = {"theme": self.themes, "organisation": self.organisations}[name]
        return next((str(one.label) for one in choices if one.is_current and name in self.kept), "")

    @property
    def theme_name(self) -> str:
        return self.named("theme")

    @property
    def organisation_name(self) -> str:
        return self.named("organisation")

    def _choice(self, name: str, value: str, label: str | Promise) -> Choice:
        wanted = {**self.kept, name: value}
        return Choice(label, self._query(wanted), self._count(wanted), self.kept.get(name) == value)

    def _any(self, name: str, label: str | Promise) -> Choice:
        wanted = {key: value for key, value in self.kept.items() if key != name}
        return Choice(label, self._query(wanted), self._count(wanted), name not in self.kept)

    def _query(self, wanted: Mapping[str, str]) -> str:
        return urlencode({**wanted, **self._plan_asked})

    def _count(self, wanted: Mapping[str, str]) -> int:
        return sum(self._fits(fact, wanted) for fact in self.facts)

    def _fits(self, fact: Fact, wanted: Mapping[str, str]) -> bool:
        return all(_TESTS[name](self, fact, value) for name, value in wanted.items())

    def is_in(self, fact: Fact, value: str) -> bool:
        if value == MINE:
            return bool(fact.sides & self.who.organisations)
        return fact.is_late if value == LATE else fact.state == STATES[value][0]


_TESTS: dict[str, Callable[[SheetList, Fact, str], bool]] = {
    "etat": SheetList.is_in,
    "annee": lambda _list, fact, value: fact.year == int(value),
    "axe": lambda _list, fact, value: value in fact.axes,
    "objectif": lambda _list, fact, value: _code(value) in fact.objectives,
    "theme": lambda _list, fact, value: value in fact.themes,
    "organisation": lambda _list, fact, value: int(value) in fact.sides,
}


def _is_known(name: str, value: str) -> bool:
    match name:
        case "etat":
            return value in STATES or value in (MINE, LATE)
        case "theme":
            return value in Theme.values
        case "objectif":
            return len(value) <= 24
        case _:
            return value.isdecimal() and value.isascii() and len(value) < 10


def _reading_order(fact: Fact) -> tuple[bool, bool, bool, date, int, int]:
    dated = fact.starts_on or date.min
    return not fact.is_late, fact.state not in LIVE, fact.starts_on is None, dated, fact.year, fact.number


def _code(value: str) -> str:
    return value.upper().replace("-", ".")
