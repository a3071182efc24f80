"""What followed the noon campaign: a call that nobody wrote down, found by an appeal and mended; one still to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Contested:
    """``by``: of whom the words are. ``outcome`` empty: still to be answered."""

    child: str
    by: str
    at: datetime
    ground: str
    words: str
    outcome: str = ""
    result: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """``offer`` is a place in the offers of the campaign; asked by ``author``, signed by ``second``."""

    child: str
    offer: int
    reason: str
    words: str
    author: str
    asked_at: datetime
    second: str
    signed_at: datetime
    accepted_at: datetime


CONTESTED = (
    Contested(
        "simon",
        "helene.delattre",
        datetime(2026, 10, 22, 18, 10, tzinfo=UTC),
        "data",
        "Le site dit que nous n’avons pas répondu. J’ai dit oui pour Simon au téléphone, le mercredi 14 octobre vers "
        "midi. Jeanne, elle, préfère attendre l’escalade.",
        "Vous avez raison, et nous vous présentons nos excuses. Votre appel du 14 octobre est bien dans le cahier du "
        "guichet ; il n’avait pas été saisi. Il restait de la place à l’aviron : une place est de nouveau proposée à "
        "Simon, sans la prendre à personne.",
        "upheld",
        datetime(2026, 10, 26, 9, 30, tzinfo=UTC),
    ),
    Contested(
        "nour",
        "samira.haddouche",
        datetime(2026, 11, 3, 20, 45, tzinfo=UTC),
        "situation",
        "Nour a l’escalade le vendredi, merci. Mais depuis la rentrée elle voit l’orthophoniste le vendredi à 12 h 45. "
        "Est-ce que le lundi est possible ?",
    ),
)
MENDED = Mended(
    "simon",
    2,
    "data_error",
    "Accord donné par téléphone le 14 octobre, écrit dans le cahier du guichet, jamais saisi : la proposition a expiré "
    "le 16. Deux places sont libres à l’aviron.",
    "gaspard.emery",
    datetime(2026, 10, 24, 10, 0, tzinfo=UTC),
    "mathilde.aubry",
    datetime(2026, 10, 26, 9, 40, tzinfo=UTC),
    datetime(2026, 10, 26, 17, 20, tzinfo=UTC),
)
