"""Which papers an organisation owes, for what, for how long, and what happens without them. Pure tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import Public
from preau.people.organisations.enums import OrganisationKind

from .enums import PaperKind, PaperState


class Without(StrEnum):
    """What becomes of the entries that need a paper which is missing or no longer valid."""

    HIDDEN = "hidden"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class PaperRule:
    """``months`` is how long it holds when it says no end itself; ``freshest`` how old it may be when it is given."""

    kind: PaperKind
    without: Without
    has_end: bool
    what: str | Promise
    months: int | None = None
    freshest: int | None = None


RULES: Mapping[PaperKind, PaperRule] = {
    rule.kind: rule
    for rule in (
        PaperRule(
            PaperKind.INSURANCE,
            Without.HIDDEN,
            has_end=True,
            what=_("Le nom de l’assureur et la fin du contrat. La ville regarde l’attestation, elle ne la garde pas."),
        ),
        PaperRule(
            PaperKind.REPUBLICAN,
            Without.FLAGGED,
            has_end=False,
            what=_("Le jour où l’association a signé le contrat d’engagement républicain."),
        ),
        PaperRule(
            PaperKind.HONOUR,
            Without.HIDDEN,
            has_end=True,
            months=36,
            freshest=6,
            what=_(
                "Le jour du contrôle et son résultat pour toutes les personnes qui encadrent. "
                "Aucun document, aucun nom : seulement le résultat."
            ),
        ),
        PaperRule(
            PaperKind.APPROVAL,
            Without.HIDDEN,
            has_end=True,
            months=60,
            what=_("Le numéro de l’agrément donné par l’Éducation nationale, et sa date de fin."),
        ),
    )
}
_OWED_BY = frozenset({OrganisationKind.ASSOCIATION, OrganisationKind.PARENTS})
"""The town answers for its own services, the State for its schools."""
_WITHOUT_PARENTS = frozenset({Public.CHILD.value, Public.YOUNG.value})


def needed(organisation_kind: str, audiences: Collection[str]) -> frozenset[PaperKind]:
    """The papers that an activity for these publics needs from an organisation of that kind."""
    if organisation_kind not in _OWED_BY:
        return frozenset()
    kinds = {PaperKind.INSURANCE, PaperKind.REPUBLICAN}
    if not _WITHOUT_PARENTS.isdisjoint(audiences):
        kinds.add(PaperKind.HONOUR)
    if Public.CLASS in audiences:
        kinds.add(PaperKind.APPROVAL)
    return frozenset(kinds)


class Paper(Protocol):
    """What the rules read of a paper."""

    kind: str
    state: str
    declared_on: date
    valid_until: date | None


class Standing(StrEnum):
    """Where an organisation stands with one kind of paper."""

    VALID = "valid"
    SOON = "soon"
    DECLARED = "declared"
    REFUSED = "refused"
    EXPIRED = "expired"
    MISSING = "missing"

    @property
    def holds(self) -> bool:
        return self in (Standing.VALID, Standing.SOON)


def standing(papers: Iterable[Paper], on: date, *, soon: int) -> tuple[Standing, Paper | None]:
    """Of the papers of one kind, the latest first: the one that speaks, and what it says. ``soon`` in days."""
    given = list(papers)
    for paper in given:
        if paper.state == PaperState.VALID and (paper.valid_until is None or paper.valid_until >= on):
            left = None if paper.valid_until is None else (paper.valid_until - on).days
            return (Standing.SOON if left is not None and left <= soon else Standing.VALID), paper
    if not given:
        return Standing.MISSING, None
    latest = given[0]
    if latest.state == PaperState.DECLARED:
        return Standing.DECLARED, latest
    return (Standing.REFUSED if latest.state == PaperState.REFUSED else Standing.EXPIRED), latest


def hidden_by(kinds: Iterable[PaperKind]) -> list[PaperKind]:
    """Of the papers that do not hold, those without which families don't see the entry; in the order of the table."""
    lacking = set(kinds)
    return [kind for kind, rule in RULES.items() if kind in lacking and rule.without is Without.HIDDEN]
