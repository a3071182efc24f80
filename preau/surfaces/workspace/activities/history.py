"""The history of an entry in words: who did what, when, and what each fact said before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.text.differences import Piece, word_differences
from preau.offer.activities.models import Activity, EntryStep
from preau.offer.prices.models import PriceRule
from preau.offer.publishing.bulk import BulkLine
from preau.offer.publishing.reasons import ChangeCause, RefusalCause
from preau.town.places.models import Site

from .words import LABELS, said

_VERBS: dict[str, Promise] = {
    "create": gettext_lazy("a créé la fiche"),
    "change": gettext_lazy("a modifié la fiche"),
    "propose": gettext_lazy("a proposé la fiche à la ville"),
    "publish": gettext_lazy("a publié la fiche"),
    "verify": gettext_lazy("a confirmé que tout est juste"),
    "reread": gettext_lazy("a relu ce qui avait changé"),
    "ask": gettext_lazy("a demandé un changement"),
    "refuse": gettext_lazy("n’a pas retenu la fiche"),
    "withdraw": gettext_lazy("a retiré la fiche du catalogue"),
    "redraft": gettext_lazy("a repris la fiche en brouillon"),
    "expire": gettext_lazy("a signalé la fiche à vérifier : un an a passé"),
    "suspend": gettext_lazy("a masqué la fiche : une pièce n’est plus valable"),
    "restore": gettext_lazy("a montré la fiche de nouveau : la pièce est valable"),
}
_PROSE = frozenset({"title", "summary", "description", "price_words", "booking_words"})


@dataclass(frozen=True, slots=True)
class FactLine:
    """``pieces`` for prose, else ``before`` → ``after``; neither for what is about a person."""

    label: str
    pieces: list[Piece] = field(default_factory=list)
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    step: EntryStep
    verb: str
    cause: str
    facts: list[FactLine]


def history_of(activity: Activity) -> list[HistoryLine]:
    """The last one first. Three queries."""
    names = _names(activity)
    return [
        HistoryLine(
            each,
            str(_VERBS.get(each.step, each.step)),
            cause_words(each.cause),
            [_line(name, *pair, names=names) for name, pair in each.facts.items()],
        )
        for each in reversed(activity.steps.select_related("by"))
    ]


def standing(activity: Activity, state: dict[str, Any], wanted: frozenset[str]) -> list[FactLine]:
    """What some facts say now, as ``after``; a person's number is not repeated here."""
    known = _names(activity)
    return [
        FactLine(str(label), after=_inner(state[name], {}) if name == "adaptation" else _now(name, state[name], known))
        for name, label in LABELS.items()
        if name in wanted and name != "adaptation_contact"
    ]


def _names(activity: Activity) -> dict[str, dict[Any, str]]:
    sites = dict(Site.objects.filter(commune=activity.commune_id).values_list("slug", "name"))
    prices = dict(PriceRule.objects.filter(commune=activity.commune_id).values_list("pk", "name"))
    return {"site": sites, "price_rule": prices}


def _now(name: str, value: Any, names: dict[str, dict[Any, str]]) -> str:
    return said(name, names[name].get(value, value) if name in names else value)


def cause_words(cause: str) -> str:
    for words in (ChangeCause, RefusalCause):
        if cause in words.values:
            return str(words(cause).label)
    return ""


def _line(name: str, was: Any, became: Any, *, names: dict[str, dict[Any, str]]) -> FactLine:
    label = str(LABELS.get(name, name))
    if was is None and became is None:
        return FactLine(label)
    if name in _PROSE:
        return FactLine(label, pieces=word_differences(str(was or ""), str(became or "")))
    if name == "adaptation":
        return FactLine(label, before=_inner(was, became), after=_inner(became, was))
    return FactLine(label, before=_now(name, was, names), after=_now(name, became, names))


def _inner(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Of what is adapted, only what differs."""
    told = [
        said(name, value) for name, value in one.items() if value != other.get(name) and value not in ("", [], None)
    ]
    return " · ".join(told) or _("rien")


@dataclass(frozen=True, slots=True)
class BulkRow:
    activity: Activity
    facts: list[FactLine]
    verified: bool
    problem: str


def bulk_lines(lines: Iterable[BulkLine]) -> list[BulkRow]:
    """What a change of many entries would do to each, in words."""
    told = list(lines)
    names = _names(told[0].activity) if told else {}
    return [
        BulkRow(
            each.activity,
            [_line(name, *pair, names=names) for name, pair in each.facts.items()],
            each.verified,
            each.problem,
        )
        for each in told
    ]


def fact_names(names: Iterable[str]) -> str:
    return ", ".join(str(LABELS.get(name, name)) for name in names)
