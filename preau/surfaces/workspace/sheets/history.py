"""The history of a sheet in words: what each change did, as a person reads it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.text.differences import Piece, word_differences
from preau.people.organisations.models import Organisation
from preau.plan.sheets.enums import BudgetKind, EventKind, Opinion, PartnerRole
from preau.plan.sheets.models import ActionSheet, SheetEvent
from preau.surfaces.workspace.sheets.words import LABELS, euros, labelled
from preau.town.places.models import Site

_PROSE = frozenset({"title", "summary", "description", "means"})
_SITTING = timedelta(hours=1)
_OPENINGS = frozenset({EventKind.CREATED, EventKind.COPIED})


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact that changed. ``pieces`` for prose; ``gone`` and ``come`` for lists; else ``before`` → ``after``."""

    label: str
    pieces: list[Piece] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    come: list[str] = field(default_factory=list)
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    event: SheetEvent
    facts: list[FactLine]


class History:
    """Three queries for a whole sheet: its events, the names of organisations, those of places."""

    def __init__(self, sheet: ActionSheet) -> None:
        self.sheet = sheet
        commune = sheet.plan.commune_id
        organisations = Organisation.objects.filter(commune=commune).values_list("slug", "name")
        self._organisations: Mapping[str, str] = dict(organisations)
        self._sites: Mapping[str, str] = dict(Site.objects.filter(commune=commune).values_list("slug", "name"))

    def lines(self) -> list[HistoryLine]:
        """The last one first; what somebody changed in one sitting is one line.

        What a sheet said on its first day is on its page, not here.
        """
        told: list[HistoryLine] = []
        for event in self.sheet.events.select_related("by"):
            if told and _same_sitting(told[-1].event, event):
                told[-1].facts.extend(self._facts(event))
            else:
                told.append(HistoryLine(event, self._facts(event)))
        return told

    def standing(self, state: Mapping[str, Any], names: Collection[str]) -> list[FactLine]:
        """What some facts say now, as ``after``."""
        found = []
        for name in LABELS:
            if name in names:
                value = state[name]
                said = (
                    [self._said(name, each) for each in value] if isinstance(value, list) else [self._said(name, value)]
                )
                found.append(FactLine(str(LABELS[name]), after=" · ".join(said) or _("rien")))
        return found

    def _facts(self, event: SheetEvent) -> list[FactLine]:
        if event.kind in _OPENINGS:
            return []
        return [self._line(name, was, became) for name, (was, became) in event.facts.items()]

    def _line(self, name: str, was: Any, became: Any) -> FactLine:
        label = str(LABELS.get(name, name))
        if name in _PROSE:
            return FactLine(label, pieces=word_differences(str(was or ""), str(became or "")))
        if isinstance(became, list) and name != "opinion":
            before, after = ([self._said(name, each) for each in side or ()] for side in (was, became))
            gone, come = [each for each in before if each not in after], [each for each in after if each not in before]
            if name == "milestones":  # ticked or put off: what it says now is enough
                kept = {each[0] for each in became}
                gone = [self._said(name, each) for each in was or () if each[0] not in kept]
            return FactLine(label, gone=gone, come=come)
        return FactLine(label, before=self._said(name, was), after=self._said(name, became))

    def _said(self, name: str, value: Any) -> str:
        match name, value:
            case _, None | "":
                return _("rien")
            case (("starts_on" | "ends_on"), day):
                return long_date(date.fromisoformat(day))
            case (("owner" | "co_owner" | "validations"), slug):
                return self._organisations.get(slug, str(slug))
            case "sites", slug:
                return self._sites.get(slug, str(slug))
            case "contact", _key:
                return _("une autre personne")
            case (("audiences" | "bands" | "themes"), key):
                return labelled(key)
            case _:
                return _row(name, value)


def _same_sitting(later: SheetEvent, earlier: SheetEvent) -> bool:
    both_edits = later.kind == earlier.kind == EventKind.EDITED
    return both_edits and later.by_id == earlier.by_id and later.at - earlier.at < _SITTING and not earlier.reason


def _row(name: str, value: Any) -> str:
    """A line of a list, as its history keeps it (see ``state.py``)."""
    match name, value:
        case "partners", [who, role, task]:
            return ", ".join(filter(None, (who, str(PartnerRole(role).label), task)))
        case "milestones", [label, due_on, is_done]:
            return f"{'✓ ' if is_done else ''}{label}, {long_date(date.fromisoformat(due_on))}"
        case "budget", [kind, who, label, planned]:
            return ", ".join(filter(None, (str(BudgetKind(kind).label), label, who, euros(planned))))
        case "grants", [who, label, granted]:
            return ", ".join(filter(None, (label, who, euros(granted))))
        case "opinion", [app, opinion]:
            return f"{app}, {Opinion(opinion).label}"
        case "apps", [app, *_rest]:
            return str(app)
        case _:
            return str(value)
