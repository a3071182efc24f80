"""The checklist of adoption as a page shows it: groups of lines, each gap with the link that leads to its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from preau.plan.adoption.enums import Need
from preau.plan.adoption.rules import Checklist, Line, Missing
from preau.plan.structure.models import TerritorialEducationPlan

FEW = 5
"""How many gaps of a line are on the screen before one asks for the others."""

_GROUPS: tuple[tuple[str | Promise, tuple[Need, ...]], ...] = (
    (_("Le texte"), (Need.BRANCHES, Need.EFFECTS, Need.DECISIONS, Need.POINTS)),
    (_("Ce que chacun a proposé"), (Need.SUGGESTIONS, Need.RETURNS)),
    (_("Qui, et pour quand"), (Need.TERM, Need.OWNERS, Need.HORIZONS)),
    (_("Un conseil"), (Need.INTRODUCTION,)),
)
_LACKING: dict[Need, str | Promise] = {
    Need.BRANCHES: _("Un axe ou un objectif général est vide"),
    Need.EFFECTS: _("Des effets ne répondent à aucun objectif de leur ligne"),
    Need.DECISIONS: _("La ville doit encore décider"),
    Need.POINTS: _("Des points restent ouverts"),
    Need.SUGGESTIONS: _("Des propositions attendent une réponse"),
    Need.RETURNS: _("Des copies renvoyées restent à dépouiller"),
    Need.TERM: _("Les dates du projet ne sont pas fixées"),
    Need.OWNERS: _("Des objectifs n’ont pas de porteur"),
    Need.HORIZONS: _("Des objectifs n’ont pas d’échéance, ou pas dans la durée du projet"),
    Need.INTRODUCTION: _("Présentez le projet aux familles en quelques phrases"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """``code`` is "" where the place is no item; ``label`` is then what the link says."""

    code: str
    label: str
    url: str
    lack: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    sentence: str | Promise
    is_fulfilled: bool
    is_advice: bool
    count: int
    first: list[Gap]
    others: list[Gap]

    @property
    def anchor(self) -> str:
        return self.first[0].url if self.first else ""


@dataclass(frozen=True, slots=True)
class Group:
    title: str | Promise
    lines: list[ShownLine]

    @property
    def remaining(self) -> int:
        return sum(line.count for line in self.lines if not line.is_advice)


class ChecklistPage:
    def __init__(self, plan: TerritorialEducationPlan, checklist: Checklist) -> None:
        self.plan, self.checklist = plan, checklist

    @cached_property
    def groups(self) -> list[Group]:
        by_need = self.checklist.by_need
        return [Group(title, [self._line(by_need[need]) for need in needs]) for title, needs in _GROUPS]

    @property
    def standing(self) -> str:
        """The answer in a sentence."""
        remaining = self.checklist.remaining
        if not remaining:
            return str(_("Le projet peut être adopté"))
        return ngettext(
            "Il reste %(count)s chose avant l’adoption", "Il reste %(count)s choses avant l’adoption", remaining
        ) % {"count": remaining}

    @property
    def fulfilled(self) -> int:
        return sum(line.is_fulfilled for line in self.checklist.lines if not line.is_advice)

    @property
    def blocking(self) -> int:
        return sum(not line.is_advice for line in self.checklist.lines)

    @property
    def first_gap(self) -> Gap | None:
        shown = [line for group in self.groups for line in group.lines if line.first and not line.is_advice]
        return shown[0].first[0] if shown else None

    def _line(self, line: Line) -> ShownLine:
        gaps = [self._gap(line.need, missing) for missing in line.missing]
        sentence = line.need.label if line.is_fulfilled else _LACKING[line.need]
        return ShownLine(sentence, line.is_fulfilled, line.is_advice, len(gaps), gaps[:FEW], gaps[FEW:])

    def _gap(self, need: Need, missing: Missing) -> Gap:
        return Gap(missing.code, missing.words, self._place(need, missing), str(missing.lack.label))

    def _place(self, need: Need, missing: Missing) -> str:
        """The address where the gap is mended."""
        if need in (Need.DECISIONS, Need.POINTS):
            return self._url("points", {"ouvert": missing.key}, f"point-{missing.key}")
        if need == Need.SUGGESTIONS:
            return self._url("suggestions", {}, f"proposition-{missing.key}")
        if need == Need.RETURNS:
            return reverse("workspace:return", args=[missing.key]) + self._query({})
        if need in (Need.TERM, Need.INTRODUCTION):
            return self._url("adoption_preparation", {})
        if not missing.code:
            return self._url("plan", {})
        return reverse("workspace:item", args=[missing.code]) + self._query({})

    def _url(self, name: str, query: dict[str, int], anchor: str = "") -> str:
        return reverse(f"workspace:{name}") + self._query(query) + (f"#{anchor}" if anchor else "")

    def _query(self, query: dict[str, int]) -> str:
        return "?" + urlencode({"projet": self.plan.pk, **query})
