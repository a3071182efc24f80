"""The proposals of a plan under their filters, in the order of the plan, with the number behind each filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.numbers import whole
from preau.people.organisations.models import Organisation
from preau.people.permissions import Actor
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.models import PlanComment, SuggestionSupport
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.rules import code_key
from preau.surfaces.shell.choices import Choice

PER_PAGE = 20
NOBODY = "aucune"
"""In place of an organisation: what nobody's organisation proposed, such as the tracked changes of the document."""

OPEN, MINE, ACCEPTED, REFUSED, WITHDRAWN, ALL = "ouvertes", "a-moi", "acceptees", "refusees", "reprises", "toutes"
STATES: dict[str, str | Promise] = {
    OPEN: _("À examiner"),
    MINE: _("On attend ma réponse"),
    ACCEPTED: _("Acceptées"),
    REFUSED: _("Refusées"),
    WITHDRAWN: _("Reprises par leur auteur"),
    ALL: _("Toutes"),
}
_BY_STATE = {
    ACCEPTED: SuggestionState.ACCEPTED,
    REFUSED: SuggestionState.REFUSED,
    WITHDRAWN: SuggestionState.WITHDRAWN,
}

_K = SuggestionKind
FAMILIES: dict[str, tuple[str | Promise, frozenset[str]]] = {
    "texte": (_("Texte"), frozenset({_K.INSERTION, _K.DELETION, _K.REPLACEMENT, _K.REWORDING})),
    "details": (_("Points de détail"), frozenset({_K.DETAILING})),
    "ajout": (_("Ajout"), frozenset({_K.ADDITION, _K.ROW_INSERTION})),
    "retrait": (_("Retrait"), frozenset({_K.REMOVAL, _K.ROW_DELETION})),
    "place": (_("La place"), frozenset({_K.MOVE, _K.RELOCATION})),
    "porteur": (_("Porteur"), frozenset({_K.OWNING})),
    "echeance": (_("Échéance"), frozenset({_K.SCHEDULING})),
}
"""Kinds as people think of them: what of the plan would change."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the filters need of one proposal; the whole list of them is read in one query."""

    pk: int
    code: str
    kind: str
    state: str
    organisation: int | None
    carrier: int | None
    decided_at: datetime | None

    @property
    def axis(self) -> int:
        digits = self.code.split(".")[0].lstrip("A")
        return whole(digits)

    @property
    def is_open(self) -> bool:
        return self.state == SuggestionState.OPEN


class SuggestionList:
    """The filters are read from an address; anything else in it is ignored. ``default`` is the state shown first."""

    def __init__(
        self,
        plan: TerritorialEducationPlan,
        who: Actor,
        sent: Mapping[str, Any],
        *,
        organisation: Organisation | None = None,
        default: str = OPEN,
    ) -> None:
        self.plan, self.who, self.only, self.default = plan, who, organisation, default
        self.state = str(sent.get("etat", "")) if sent.get("etat", "") in STATES else default
        self.family = str(sent.get("nature", "")) if sent.get("nature", "") in FAMILIES else ""
        self.organisation = str(organisation.pk) if organisation else str(sent.get("organisation", ""))
        axis = str(sent.get("axe", ""))
        self.axis = whole(axis)
        self.number = str(sent.get("page", ""))
        self.project = {"projet": str(sent["projet"])} if sent.get("projet") else {}

    @property
    def base(self) -> str:
        """The address of this list without its page."""
        return urlencode(self.kept() | self.project)

    def kept(self, **other: Any) -> dict[str, str]:
        """The filters in force, as an address carries them, but for those given otherwise."""
        now = {"etat": self.state, "nature": self.family, "axe": self.axis, "organisation": self.organisation} | other
        if now["etat"] == self.default:
            now["etat"] = ""
        if self.only is not None:
            now["organisation"] = ""
        return {name: str(value) for name, value in now.items() if value}

    @cached_property
    def facts(self) -> list[Fact]:
        rows = self.plan.suggestions.order_by().values_list(
            "pk", "item__code", "place", "kind", "state", "organisation_id", "item__owner_id", "decided_at"
        )
        facts = [
            Fact(pk, code or place, kind, state, organisation, carrier, decided)
            for pk, code, place, kind, state, organisation, carrier, decided in rows
        ]
        return sorted(facts, key=lambda fact: (code_key(fact.code), fact.pk))

    @cached_property
    def page(self) -> Page[Fact]:
        chosen = [fact for fact in self.facts if self._fits(fact)]
        if self.state in _BY_STATE and self.only is None:
            chosen.sort(key=lambda fact: fact.decided_at.timestamp() if fact.decided_at else 0, reverse=True)
        return Paginator(chosen, PER_PAGE).get_page(self.number)

    @property
    def shown(self) -> list[int]:
        return [fact.pk for fact in self.page.object_list]

    @property
    def states(self) -> list[Choice]:
        counts = {state: self.count(state) for state in STATES}
        always = {OPEN, ACCEPTED, REFUSED, self.state, self.default}
        offered = [state for state in STATES if state in always or (counts[state] and state != ALL)]
        if self.decides and MINE in offered and self.state != MINE:
            offered.remove(MINE)  # every open proposal waits for the coordination
        return [self._choice(STATES[state], counts[state], state == self.state, etat=state) for state in offered]

    @property
    def axes(self) -> list[Choice]:
        axes = sorted({fact.axis for fact in self.facts if self._fits(fact, axis=0)} - {0})
        found = [self._choice(str(axis), self.tally(axis=axis), axis == self.axis, axe=axis) for axis in axes]
        return [self._choice(_("Tous"), self.tally(axis=0), not self.axis, axe=0), *found]

    @property
    def families(self) -> list[tuple[str, str | Promise]]:
        return [(word, label) for word, (label, _kinds) in FAMILIES.items()]

    @cached_property
    def organisations(self) -> list[Organisation]:
        """Those that have proposed something."""
        keys = {fact.organisation for fact in self.facts if fact.organisation}
        return list(Organisation.objects.filter(pk__in=keys))

    @cached_property
    def decides(self) -> bool:
        return SUGGESTIONS.may(self.who, "decide")

    def count(self, state: str) -> int:
        return self.tally(state=state)

    def tally(self, **other: Any) -> int:
        """How many there are when one filter is another."""
        return sum(1 for fact in self.facts if self._fits(fact, **other))

    def _fits(self, fact: Fact, *, state: str | None = None, axis: int | None = None) -> bool:
        axis = self.axis if axis is None else axis
        wanted = self.organisation
        return (
            self._is_in(self.state if state is None else state)(fact)
            and (not axis or fact.axis == axis)
            and (not self.family or fact.kind in FAMILIES[self.family][1])
            and (not wanted or str(fact.organisation or NOBODY) == wanted)
        )

    def _is_in(self, state: str) -> Callable[[Fact], bool]:
        if state == OPEN or (state == MINE and self.decides):
            return lambda fact: fact.is_open
        if state == MINE:
            return lambda fact: fact.pk in self.awaited
        if state == ALL:
            return lambda _fact: True
        return lambda fact: fact.state == _BY_STATE[state]

    @cached_property
    def awaited(self) -> set[int]:
        """Others' proposals on what my organisation carries, of which it said nothing; mine where others spoke last."""
        mine = self.who.organisations
        if not mine:
            return set()
        spoken = PlanComment.objects.filter(suggestion__plan=self.plan, removed_at__isnull=True)
        last = dict(spoken.order_by("written_at", "pk").values_list("suggestion_id", "organisation_id"))
        ours = set(spoken.filter(organisation__in=mine).values_list("suggestion_id", flat=True))
        backed = SuggestionSupport.objects.filter(suggestion__plan=self.plan, organisation__in=mine)
        ours |= set(backed.values_list("suggestion_id", flat=True))
        return {
            fact.pk
            for fact in self.facts
            if fact.is_open
            and (
                (fact.organisation in mine and fact.pk in last and last[fact.pk] not in mine)
                or (fact.organisation not in mine and fact.carrier in mine and fact.pk not in ours)
            )
        }

    def _choice(self, label: str | Promise, count: int, is_current: bool, **filters: Any) -> Choice:
        return Choice(label, urlencode(self.kept(**filters) | self.project), count, is_current)
