"""What Clairval looks at: a score of indicators on its effects, some typed, one of its own, some left to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CHOSEN_ON = date(2026, 10, 15)
"""The committee of October: everything is young, and nothing is proposed to be let go yet."""

CHOSEN = (
    ("A1.G1.E1", "A2.G2.E4.i1"),
    ("A1.G1.E1", "A4.G1.E6.i1"),
    ("A1.G1.E5", "A2.G2.E3.i2"),
    ("A1.G1.E6", "A1.G1.E10.i2"),
    ("A1.G1.E7", "A1.G1.E1.i1"),
    ("A1.G1.E7", "A1.G1.E1.i3"),
    ("A1.G1.E8", "A1.G1.E1.i2"),
    ("A1.G2.E1", "A1.G1.E9.i1"),
    ("A1.G2.E1", "A1.G1.E11.i1"),
    ("A1.G2.E2", "A1.G1.E12.i2"),
    ("A1.G2.E2", "A1.G2.E2.i1"),
    ("A1.G2.E2", "A1.G1.E2.i2"),
    ("A1.G2.E3", "A1.G2.E3.i1"),
    ("A1.G2.E5", "A1.G2.E6.i1"),
    ("A1.G2.E6", "A1.G2.E7.i1"),
    ("A1.G2.E7", "A1.G2.E8.i1"),
    ("A1.G2.E9", "A1.G2.E10.i1"),
    ("A2.G1.E2", "A2.G1.E4.i3"),
    ("A2.G1.E5", "A2.G1.E2.i1"),
    ("A2.G1.E5", "A2.G1.E5.i1"),
    ("A2.G2.E1", "A2.G2.E3.i1"),
    ("A2.G2.E1", "A2.G2.E2.i1"),
    ("A2.G2.E2", "A2.G2.E2.i3"),
    ("A2.G2.E7", "A1.G1.E5.i1"),
    ("A3.G1.E2", "A3.G1.E1.i1"),
    ("A3.G1.E3", "A3.G1.E3.i1"),
    ("A3.G2.E1", "A3.G2.E1.i3"),
    ("A3.G2.E6", "A3.G2.E4.i1"),
    ("A3.G2.E7", "A3.G2.E6.i2"),
    ("A3.G2.E7", "A3.G2.E5.i1"),
    ("A3.G2.E9", "A3.G2.E9.i3"),
    ("A4.G1.E2", "A4.G1.E1.i1"),
    ("A4.G1.E2", "A1.G1.E4.i2"),
    ("A4.G1.E3", "A4.G1.E3.i2"),
    ("A4.G2.E7", "A4.G2.E5.i1"),
)
"""Effect of this plan, indicator of the library: its codes are its own, and not those of the plan."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value typed: ``counted`` over ``among``, or ``amount``."""

    code: str
    year: int
    source: str
    known_on: date
    amount: str = ""
    counted: int | None = None
    among: int | None = None
    part: str = ""
    answers: int | None = None
    asked: int | None = None
    proof: str = ""


VALUES = (
    Told(
        "A1.G1.E1.i1",
        2022,
        "INSEE, recensement, population de 11 à 17 ans",
        date(2025, 6, 26),
        amount="1793",
        part="residents_11_17",
    ),
    Told(
        "A1.G1.E1.i1",
        2026,
        "INSEE, recensement, population de 11 à 17 ans",
        date(2026, 1, 1),
        amount="1846",
        part="residents_11_17",
    ),
    Told(
        "A1.G2.E6.i1",
        2024,
        "enquête de mai, CE2 à CM2, anonyme",
        date(2025, 5, 23),
        amount="66",
        answers=412,
        asked=611,
    ),
    Told(
        "A1.G2.E6.i1",
        2025,
        "enquête de mai, CE2 à CM2, anonyme",
        date(2026, 5, 22),
        amount="71",
        answers=447,
        asked=598,
    ),
    Told(
        "A3.G1.E1.i1",
        2025,
        "questionnaire d’avril, enfants de 6 à 10 ans",
        date(2026, 4, 24),
        amount="84",
        answers=263,
        asked=540,
    ),
    Told(
        "A3.G2.E9.i3",
        2025,
        "ressources humaines, effectif de juin",
        date(2026, 6, 30),
        counted=31,
        among=42,
        proof="effectif-animation-juin-2026.csv",
    ),
    Told(
        "A4.G1.E3.i2",
        2025,
        "pesée de mars, cinq jours, trois restaurants",
        date(2026, 3, 27),
        amount="96",
        proof="pesee-mars-2026.csv",
    ),
    Told("A4.G2.E5.i1", 2025, "mission locale, total de novembre", date(2025, 11, 28), counted=38, among=764),
)

OWN_EFFECT = "A2.G2.E5"
OWN_TITLE = "Jeunes croisés aux terrains libres le mercredi"
OWN_COUNTED = "jeunes comptés par l’animateur, un mercredi par mois, à 15 heures"
OWN_DOUBTS = "La météo décide de beaucoup : deux mercredis de pluie ne disent rien."
READERS = {
    "bernard.lacaze": ("A4.G1.E1.i1", "A2.G1.E2.i1", "A1.G2.E6.i1"),
    "yasmine.ferhat": ("A1.G1.E2.i2", "A3.G2.E6.i2", "A1.G2.E6.i1"),
}
