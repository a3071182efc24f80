"""What families pay in Clairval, as its council and two associations decided it. Amounts in euros, as they are said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from preau.offer.prices.rules import Aid, Band, Bands, Flat, Free, Linear, Outsiders, SiblingCut, Terms

COUNCIL = "Conseil municipal du 25 juin 2026, délibération 2026-58"
COUNCIL_BEFORE = "Conseil municipal du 26 juin 2025, délibération 2025-61"
SINCE = date(2026, 9, 1)
UNTIL = date(2027, 8, 31)
SPORT_PASS = Aid(
    "Pass’Sport",
    70_00,
    date(2026, 9, 1),
    date(2026, 12, 31),
    "Pour les jeunes de 14 à 17 ans qui ont l’allocation de rentrée scolaire, sur présentation du code reçu par courriel.",
)
HOLIDAY_VOUCHER = Aid(
    "bon vacances de la Caf",
    25_00,
    date(2027, 1, 1),
    date(2027, 12, 31),
    "Pour les familles qui ont reçu un bon de la Caf au nom de l’enfant.",
)


@dataclass(frozen=True, slots=True)
class Price:
    """``last_year``: what was paid the year before, when it was another amount. ``owner`` "" is the town."""

    key: str
    name: str
    terms: Terms
    unit: str = ""
    owner: str = ""
    decided_by: str = COUNCIL
    until: date | None = UNTIL
    last_year: Terms | None = None


def _grid(*euros: str, unknown: str) -> Bands:
    """The town's seven bands, the same for all its services."""
    return Bands(
        tuple(Band(bound, _cents(amount)) for bound, amount in zip(BOUNDS, euros, strict=True)), _cents(unknown)
    )


def _cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


BOUNDS = (400, 600, 800, 1000, 1300, 1700, None)
_SIBLINGS = (SiblingCut(2, Decimal(10)), SiblingCut(3, Decimal(20)))
_OUTSIDE = Outsiders(at_highest=True, percent=Decimal(15))

PRICES: tuple[Price, ...] = (
    Price("libre", "Accès libre et gratuit", Terms(Free()), until=None),
    Price(
        "ecole-des-sports",
        "École municipale des sports",
        Terms(
            _grid("24", "38", "56", "78", "104", "136", "168", unknown="168"),
            _SIBLINGS,
            _OUTSIDE,
            minimum=20_00,
            aids=(SPORT_PASS,),
        ),
        "un an",
        last_year=Terms(_grid("24", "37", "54", "76", "101", "132", "162", unknown="162"), _SIBLINGS, _OUTSIDE),
    ),
    Price(
        "ateliers-culture",
        "Ateliers de la culture",
        Terms(Linear(Decimal("0.055"), 15_00, 95_00, 95_00), _SIBLINGS, _OUTSIDE),
        "un trimestre",
    ),
    Price(
        "mercredi",
        "Accueil de loisirs du mercredi",
        Terms(_grid("4.20", "6.10", "8.60", "11.40", "14.80", "18.50", "21.90", unknown="21.90"), outsiders=_OUTSIDE),
        "une journée, repas compris",
    ),
    Price(
        "stage-vacances",
        "Stages des vacances",
        Terms(Linear(Decimal("0.062"), 18_00, 110_00, 110_00), (SiblingCut(2, cents=5_00),), _OUTSIDE, aids=(HOLIDAY_VOUCHER,)),
        "une semaine",
    ),
    Price(
        "club-aviron",
        "Adhésion à l’école d’aviron",
        Terms(
            Flat(240_00),
            (SiblingCut(2, Decimal(10)),),
            Outsiders(percent=Decimal(20)),
            aids=(SPORT_PASS,),
        ),
        "un an, licence comprise",
        "aviron",
        "Assemblée générale de Clairval Aviron du 12 juin 2026",
    ),
    Price(
        "club-fabrique",
        "Cotisation de la Fabrique",
        Terms(Flat(60_00)),
        "un an",
        "fabrique",
        "Assemblée générale de la Fabrique des possibles du 3 juin 2026",
    ),
)  # fmt: skip
