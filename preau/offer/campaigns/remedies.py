"""What a family can do when it disagrees: before whom, until when, and where to write (brief, c.4 and c.5).

Delays are dated: a change of the law adds a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.foundation.text.days import months_later


@dataclass(frozen=True, slots=True)
class Delays:
    """Months. ``review`` and ``court``: to ask, from the day the decision is told; ``silence``: after which the town
    has said no to a review; ``explanation``: after which it has said no to who asks how the computation went;
    ``access``: to go before the CADA then.
    """

    since: date
    review: int = 2
    court: int = 2
    silence: int = 2
    explanation: int = 1
    access: int = 2


DELAYS = (Delays(date(2016, 1, 1)),)
"""Code des relations entre le public et l’administration, L. 411-2, L. 231-4, R. 311-12, R. 311-15, R. 343-1; code de
justice administrative, R. 421-1 and R. 421-2."""


@dataclass(frozen=True, slots=True)
class Office:
    """Where to write, in lines."""

    name: str
    lines: tuple[str, ...] = ()


DEFENDER = Office(
    "Défenseur des droits", ("Libre réponse 71120, 75342 Paris Cedex 07 (sans timbre)", "defenseurdesdroits.fr")
)
CADA = Office("Commission d’accès aux documents administratifs", ("cada.fr",))
_ONLINE = "citoyens.telerecours.fr"
_COURTS = {
    ("75",): Office("Tribunal administratif de Paris", ("7 rue de Jouy, 75181 Paris Cedex 04", _ONLINE)),
    ("77", "94"): Office(
        "Tribunal administratif de Melun", ("43 rue du Général-de-Gaulle, 77008 Melun Cedex", _ONLINE)
    ),
    ("78", "91"): Office(
        "Tribunal administratif de Versailles", ("56 avenue de Saint-Cloud, 78011 Versailles Cedex", _ONLINE)
    ),
    ("92", "95"): Office(
        "Tribunal administratif de Cergy-Pontoise",
        ("2-4 boulevard de l’Hautil, BP 30322, 95027 Cergy-Pontoise Cedex", _ONLINE),
    ),
    ("93",): Office("Tribunal administratif de Montreuil", ("206 rue de Paris, 93558 Montreuil Cedex", _ONLINE)),
}
"""Code de justice administrative, R. 221-3. Elsewhere the court is found on the site of all of them."""


def delays_on(day: date) -> Delays:
    return next((each for each in reversed(DELAYS) if each.since <= day), DELAYS[0])


def ask_until(told_on: date) -> date:
    """The last day to ask the town to look again, or to go to court."""
    delays = delays_on(told_on)
    return months_later(told_on, min(delays.review, delays.court))


def answer_due(received_on: date) -> date:
    """The day from which silence is a refusal."""
    return months_later(received_on, delays_on(received_on).silence)


def court_of(insee_code: str) -> Office:
    found = next((office for places, office in _COURTS.items() if insee_code[:2] in places), None)
    return found or Office("Tribunal administratif de votre département", (_ONLINE,))
