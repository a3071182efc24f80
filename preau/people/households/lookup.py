"""Reading a home's quotient outside, with the family's agreement: the port, what goes through it, and the one way in.

Nothing that comes back is kept here: it is shown first, and kept by ``record_quotient`` if it is the right one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import QuotientRefusal
from preau.people.households.models import Consent, Household
from preau.people.households.quotients import WrongQuotient, may_look

FRANCE = "99100"
"""How the State numbers the country, among birth places."""


@dataclass(frozen=True, slots=True)
class CivilIdentity:
    """Who is asked about, as on the identity paper. Used for the call, then forgotten.

    Months and days of birth may be unknown (0). ``country`` and ``commune`` are codes of the official geographic code;
    whoever is born in France is told by ``commune``, or by ``commune_name`` and ``departement``.
    """

    birth_name: str
    first_names: tuple[str, ...]
    sex: str  # "F" or "M"
    year: int = 0
    month: int = 0
    day: int = 0
    country: str = FRANCE
    commune: str = ""
    commune_name: str = ""
    departement: str = ""
    usual_name: str = ""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody of the file that was found: enough to recognise the family. ``born`` as written there, maybe partial."""

    name: str
    born: str


@dataclass(frozen=True, slots=True)
class FoundQuotient:
    value: int
    provider: str  # "CNAF" or "MSA"
    month: date
    holders: tuple[FoundPerson, ...] = ()
    children: tuple[FoundPerson, ...] = ()


class LookupFailure(models.TextChoices):
    """Why nothing came back: what the family reads."""

    NO_FILE = (
        "no_file",
        _(
            "La CAF et la MSA n’ont pas de dossier à cette identité. C’est courant : toutes les familles n’en ont pas."
            " Une attestation en papier convient aussi."
        ),
    )
    OUR_FAULT = (
        "our_fault",
        _("La ville n’a pas pu poser la question, et ce n’est pas de votre fait. Une attestation en papier convient."),
    )
    IN_PROGRESS = (
        "in_progress",
        _("La même question est déjà posée. Attendez quelques secondes, puis recommencez."),
    )
    WRONG_FIELD = "wrong_field", _("Une information ne convient pas : vérifiez l’état civil et le lieu de naissance.")
    LATER = "later", _("Trop de questions sont posées en ce moment. Recommencez dans une minute.")
    AWAY = (
        "away",
        _("La CAF ou la MSA ne répond pas en ce moment. Recommencez plus tard, ou donnez une attestation en papier."),
    )
    UNREADABLE = (
        "unreadable",
        _("La réponse reçue n’est pas lisible. La ville en est prévenue ; une attestation en papier convient."),
    )


class LookupFailed(Exception):
    """Nothing came back. ``field`` names the part of ``CivilIdentity`` that was refused, when it is known."""

    def __init__(self, failure: LookupFailure, *, field: str = "", code: str = "") -> None:
        super().__init__(f"{failure.value} {code}".strip())
        self.failure, self.field, self.code = failure, field, code


class FamilyQuotientProvider(Protocol):
    """Whoever can be asked for a family's quotient."""

    def ask(self, identity: CivilIdentity, *, month: date | None = None) -> FoundQuotient:
        """Raises LookupFailed."""


def look_up(
    household: Household,
    identity: CivilIdentity,
    *,
    consent: Consent | None,
    provider: FamilyQuotientProvider,
    hand: Hand,
) -> FoundQuotient:
    """Asks, once the family has agreed. Raises WrongQuotient without a living agreement, LookupFailed.

    The journal keeps that it was asked, under which agreement, with what result: no identity, no amount.
    """
    if consent is None or not may_look(household, consent, timezone.localdate(hand.now)):
        raise WrongQuotient(QuotientRefusal.NO_CONSENT)
    result = "found"
    try:
        return provider.ask(identity)
    except LookupFailed as met:
        result = str(met.failure.value)
        raise
    finally:
        details = {"consent": consent.pk, "result": result}
        record("quotient.looked_up", household, by=hand.by_id, now=hand.now, details=details)
