"""What associations declared, and who asks to join."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from preau.offer.providers.enums import JoinRefusal, PaperKind

from .shapes import at

_GIVEN, _CHECKED = at(9, 10), at(9, 11)


@dataclass(frozen=True, slots=True)
class Paper:
    """``checked_at`` None: the town has not looked yet."""

    who: str
    kind: PaperKind
    on: date
    until: date | None = None
    reference: str = ""
    given_at: datetime = _GIVEN
    checked_at: datetime | None = _CHECKED


_INSURED = {
    "aviron": (date(2027, 8, 31), "Assurance de la fédération"),
    "fabrique": (date(2027, 6, 30), "Mutuelle des ateliers"),
    "main-tendue": (date(2027, 3, 31), "Mutuelle des bénévoles"),
    "basket": (date(2027, 8, 31), "Assurance de la fédération"),
    "dauphins": (date(2027, 8, 31), "Assurance de la fédération"),
    "dojo": (date(2027, 8, 31), "Assurance de la fédération"),
    "pirouette": (date(2026, 12, 20), "Mutuelle du spectacle"),
    "graines": (date(2027, 4, 30), "Mutuelle des jardins"),
    "labo": (date(2027, 9, 30), "Mutuelle des bénévoles"),
    "parents": (date(2027, 8, 31), "Assurance de l’union des parents"),
}
PAPERS: tuple[Paper, ...] = (
    *(Paper(who, PaperKind.INSURANCE, date(2026, 9, 1), until, name) for who, (until, name) in _INSURED.items()),
    *(Paper(who, PaperKind.REPUBLICAN, date(2026, 6, 12)) for who in _INSURED if who != "graines"),
    *(Paper(who, PaperKind.HONOUR, date(2026, 8, 28)) for who in _INSURED if who != "graines"),
    Paper("graines", PaperKind.APPROVAL, date(2025, 9, 1), date(2028, 8, 31), "agrément 2025-114"),
    Paper("labo", PaperKind.APPROVAL, date(2023, 11, 1), date(2026, 10, 31), "agrément 2023-087"),
    Paper("graines", PaperKind.REPUBLICAN, date(2026, 11, 18), given_at=at(11, 20), checked_at=None),
)


@dataclass(frozen=True, slots=True)
class Request:
    name: str
    rna: str
    purpose: str
    person: str
    job: str
    email: str
    asked_at: datetime
    refused: tuple[datetime, JoinRefusal, str] | None = None


REQUESTS: tuple[Request, ...] = (
    Request(
        "L’Échiquier du fleuve",
        "W929990001",
        "Apprendre les échecs aux enfants à partir de six ans, en club et dans les écoles, et jouer en famille le dimanche.",
        "Tarek Mansouri",
        "Président",
        "echiquier@clairval.example",
        at(11, 21, 17),
    ),
    Request(
        "Sport Plus Coaching",
        "W929990002",
        "Cours de sport à domicile et abonnements en salle, avec une séance découverte offerte aux familles de la ville.",
        "Kevin Marchal",
        "Gérant",
        "coaching@clairval.example",
        at(10, 12, 9),
        (
            at(10, 14, 10),
            JoinRefusal.COMMERCIAL,
            "Le catalogue ne fait pas connaître d’offre commerciale. Une association qui ouvrirait des séances au prix "
            "du quotient familial y aurait sa place.",
        ),
    ),
)
