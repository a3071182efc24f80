"""The list of open points under its filters, with the number of points behind each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.numbers import whole
from preau.plan.drafting.models import OpenPoint
from preau.plan.drafting.queries import points_of
from preau.plan.importing.marks.registry import label_of
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.choices import Choice


@dataclass(frozen=True, slots=True)
class Fact:
    """What the filters need of one point; the whole list of them is read in one query."""

    pk: int
    kind: str
    axis: int
    needs_decision: bool
    owner: int | None
    due_on: date | None
    is_open: bool


OPEN, TO_DECIDE, MINE, LATE, SETTLED = "ouverts", "a-decider", "a-mon-organisation", "en-retard", "regles"
STATES: dict[str, str | Promise] = {
    OPEN: _("Tous les points ouverts"),
    TO_DECIDE: _("À décider"),
    MINE: _("À mon organisation"),
    LATE: _("En retard"),
    SETTLED: _("Réglés"),
}


_IN_READING_ORDER = (
    "-needs_town_decision",
    F("due_on").asc(nulls_last=True),
    F("item__row__position").asc(nulls_first=True),
    "-item__kind",
    "item__position",
    "pk",
)


class PointList:
    """The filters are read from an address or a form; anything else in it is ignored."""

    def __init__(
        self, plan: TerritorialEducationPlan, organisations: frozenset[int], today: date, sent: Mapping[str, Any]
    ) -> None:
        self.plan, self.organisations, self.today = plan, organisations, today
        self.state = sent.get("etat", "") if sent.get("etat", "") in STATES else OPEN
        self.kind = str(sent.get("nature", ""))
        axis = str(sent.get("axe", ""))
        self.axis = whole(axis)
        self.page = str(sent.get("page", ""))
        self.base = urlencode(self.kept() | ({"projet": sent["projet"]} if sent.get("projet") else {}))
        """The address of this list without its page."""

    def kept(self) -> dict[str, str]:
        """The filters in force, as an address carries them."""
        return self._query(self.state, self.kind, self.axis)

    @property
    def points(self) -> QuerySet[OpenPoint]:
        found = points_of(self.plan).filter(self._condition())
        if self.kind:
            found = found.filter(kind=self.kind)
        if self.axis:
            found = found.filter(Q(item__code=f"A{self.axis}") | Q(item__code__startswith=f"A{self.axis}."))
        return found.order_by("-settled_at", "pk") if self.state == SETTLED else found.order_by(*_IN_READING_ORDER)

    @cached_property
    def facts(self) -> list[Fact]:
        rows = (
            points_of(self.plan)
            .order_by()
            .values_list("pk", "kind", "item__code", "needs_town_decision", "owner_id", "due_on", "settled_at")
        )
        return [
            Fact(pk, kind, _axis(code), needs, owner, due, settled is None)
            for pk, kind, code, needs, owner, due, settled in rows
        ]

    @property
    def states(self) -> list[Choice]:
        offered = [state for state in STATES if state != MINE or self.organisations]
        return [
            self._choice(STATES[state], self._query(state, "", 0), self._is_in(state), state == self.state)
            for state in offered
        ]

    @property
    def kinds(self) -> list[Choice]:
        counts = Counter(fact.kind for fact in self._in_state if not self.axis or fact.axis == self.axis)
        found = [
            Choice(label_of(kind), urlencode(self._query(self.state, kind, self.axis)), count, kind == self.kind)
            for kind, count in counts.most_common()
        ]
        return [
            self._any(_("Toutes"), self._query(self.state, "", self.axis), sum(counts.values()), not self.kind),
            *found,
        ]

    @property
    def axes(self) -> list[Choice]:
        counts = Counter(fact.axis for fact in self._in_state if not self.kind or fact.kind == self.kind)
        found = [
            Choice(str(axis), urlencode(self._query(self.state, self.kind, axis)), counts[axis], axis == self.axis)
            for axis in sorted(counts)
            if axis
        ]
        return [
            self._any(_("Tous"), self._query(self.state, self.kind, 0), sum(counts.values()), not self.axis),
            *found,
        ]

    def count(self, state: str) -> int:
        return sum(map(self._is_in(state), self.facts))

    def is_late(self, point: OpenPoint) -> bool:
        return point.is_open and point.due_on is not None and point.due_on < self.today

    @cached_property
    def _in_state(self) -> list[Fact]:
        return list(filter(self._is_in(self.state), self.facts))

    def _is_in(self, state: str) -> Callable[[Fact], bool]:
        return {
            OPEN: lambda fact: fact.is_open,
            TO_DECIDE: lambda fact: fact.is_open and fact.needs_decision,
            MINE: lambda fact: fact.is_open and fact.owner in self.organisations,
            LATE: lambda fact: fact.is_open and fact.due_on is not None and fact.due_on < self.today,
            SETTLED: lambda fact: not fact.is_open,
        }[state]

    def _condition(self) -> Q:
        is_open = Q(settled_at__isnull=True)
        return {
            OPEN: is_open,
            TO_DECIDE: is_open & Q(needs_town_decision=True),
            MINE: is_open & Q(owner__in=self.organisations),
            LATE: is_open & Q(due_on__lt=self.today),
            SETTLED: ~is_open,
        }[self.state]

    def _choice(
        self, label: str | Promise, query: dict[str, str], fits: Callable[[Fact], bool], is_current: bool
    ) -> Choice:
        return Choice(label, urlencode(query), sum(map(fits, self.facts)), is_current)

    def _any(self, label: str | Promise, query: dict[str, str], count: int, is_current: bool) -> Choice:
        return Choice(label, urlencode(query), count, is_current)

    def _query(self, state: str, kind: str, axis: int) -> dict[str, str]:
        asked = {"etat": state if state != OPEN else "", "nature": kind, "axe": str(axis or "")}
        return {name: value for name, value in asked.items() if value}


def _axis(code: str | None) -> int:
    digits = (code or "").split(".")[0].lstrip("A")
    return whole(digits)
