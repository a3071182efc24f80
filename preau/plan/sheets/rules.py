"""What a sheet must say before it may go on. Pure: facts are arguments, answers are sentences for people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from preau.people.organisations.enums import OrganisationKind

from .enums import Opinion

YOUNGEST, OLDEST = 0, 25
"""Years of age that an education plan speaks of."""
REVIEW_AFTER = timedelta(days=30)
"""How long after its end the review of an action may still be awaited without being late."""
MILESTONE_NOTICE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Institution:
    """To whom an organisation answers. The services of the town are one institution; every other stands for itself."""

    kind: str
    key: int

    def is_same_as(self, other: Institution) -> bool:
        town = OrganisationKind.TOWN_SERVICE
        return self.key == other.key or (self.kind == town and other.kind == town)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the rules need to know of a sheet."""

    owner: Institution
    co_owner: Institution | None = None
    objectives: int = 0
    audiences: Collection[str] = ()
    bands: Collection[str] = ()
    sites: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    opinions: Collection[tuple[str, str]] = field(default=())
    """(name of the application, opinion)."""


class Lack(NamedTuple):
    """Something that a sheet does not say yet; ``about`` names the fact, for a link to where it is written."""

    about: str
    sentence: str


def lacking_to_propose(facts: SheetFacts) -> list[Lack]:
    """What is missing before two institutions can be asked to agree."""
    checks = [
        (facts.co_owner is None, "co_owner", _("Choisissez une organisation associée, dans une autre institution.")),
        (
            facts.co_owner is not None and facts.owner.is_same_as(facts.co_owner),
            "co_owner",
            _("Les deux organisations sont de la même institution : choisissez-en une d’une autre institution."),
        ),
        (facts.objectives == 0, "objectives", _("Rattachez la fiche à un objectif du projet, au moins.")),
        (
            facts.starts_on is None or facts.ends_on is None,
            "starts_on",
            _("Donnez une date de début et une date de fin."),
        ),
        (not facts.audiences, "audiences", _("Dites pour qui est l’action.")),
    ]
    return [Lack(about, sentence) for is_missing, about, sentence in checks if is_missing]


def lacking_to_schedule(facts: SheetFacts) -> list[Lack]:
    """What is missing before the action gets its place in the calendar."""
    checks = [
        (not facts.bands, "bands", _("Choisissez les temps de la semaine où l’action a lieu.")),
        (facts.sites == 0, "sites", _("Dites dans quels lieux l’action se passe.")),
        *((opinion in _STOPS, "apps", _of_app(name, opinion)) for name, opinion in facts.opinions),
    ]
    return [Lack(about, sentence) for is_missing, about, sentence in checks if is_missing]


_STOPS = frozenset({Opinion.ASKED, Opinion.UNFAVOURABLE})


def _of_app(name: str, opinion: str) -> str:
    if opinion == Opinion.UNFAVOURABLE:
        return _("L’avis sur « %(name)s » est défavorable : choisissez une autre application.") % {"name": name}
    return _("L’avis sur « %(name)s » n’est pas encore donné (protection des données).") % {"name": name}


def review_due_on(ends_on: date) -> date:
    return ends_on + REVIEW_AFTER


def a_year_later(day: date) -> date:
    """The same day of the next year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
