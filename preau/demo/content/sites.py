"""Three places that a school and its out-of-class care share, and the hours of their weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from preau.town.calendar.enums import TimeBand as B

from .shapes import Organisation as O
from .shapes import Person as P

ORGANISATIONS: tuple[O, ...] = (
    O(
        "accueil-tilleuls",
        "Accueil périscolaire des Tilleuls",
        "town_service",
        "Cent dix enfants avant et après la classe.",
    ),
    O(
        "accueil-coteaux",
        "Accueil périscolaire des Coteaux",
        "town_service",
        "Matin, midi, soir et mercredi en haut de la ville.",
    ),
)
"""The third, at the Lavoir, is run by an association of the town."""

PEOPLE: tuple[P, ...] = (
    P("samira.haddou", "Samira Haddou", "accueil-tilleuls", "contributor", "Responsable de site",
      "Connaît le prénom de tous les enfants, et celui de leurs peluches."),
    P("lucas.ferrand", "Lucas Ferrand", "accueil-coteaux", "contributor", "Responsable de site",
      "A fait pousser des courges dans des pneus."),
    P("elodie.guerin", "Élodie Guérin", "fabrique", "contributor", "Responsable de site au Lavoir",
      "Met de la peinture sur tout, même sur les plannings."),
    P("pierre.vasseur", "Pierre Vasseur", "ecole-lavoir", "contributor", "Directeur d’école",
      "Ouvre la porte avec les parents, chaque matin."),
    P("nadege.toussaint", "Nadège Toussaint", "ecole-coteaux", "contributor", "Directrice d’école",
      "Voudrait que le projet de l’école se lise en dix minutes."),
)  # fmt: skip

type Line = tuple[B, str, str, tuple[int, ...]]
CLASS_DAYS = (0, 1, 3, 4)


@dataclass(frozen=True, slots=True)
class Place:
    slug: str
    name: str
    address: str
    school: str
    care: str
    point: tuple[float, float]
    """Longitude and latitude."""


PLACES: tuple[Place, ...] = (
    Place(
        "les-tilleuls", "Les Tilleuls", "12 rue des Tilleuls", "ecole-tilleuls", "accueil-tilleuls", (2.1642, 48.9443)
    ),
    Place("le-lavoir", "Le Lavoir", "3 quai du Lavoir", "ecole-lavoir", "fabrique", (2.1563, 48.9384)),
    Place("les-coteaux", "Les Coteaux", "45 chemin des Vignes", "ecole-coteaux", "accueil-coteaux", (2.1757, 48.9517)),
)

WEEK_NAME, DECIDED_BY = "4 jours", "conseil municipal du 12 mai 2026, accord de l’Éducation nationale"
VALID_FROM = date(2026, 9, 1)
HOURS: dict[str, tuple[Line, ...]] = {
    "les-tilleuls": (
        (B.MORNING, "07:30", "08:20", CLASS_DAYS),
        (B.SCHOOL, "08:20", "11:30", CLASS_DAYS),
        (B.LUNCH, "11:30", "13:20", CLASS_DAYS),
        (B.SCHOOL, "13:20", "16:30", CLASS_DAYS),
        (B.EVENING, "16:30", "18:30", CLASS_DAYS),
        (B.WEDNESDAY, "08:00", "18:00", (2,)),
    ),
    "le-lavoir": (
        (B.MORNING, "07:30", "08:30", CLASS_DAYS),
        (B.SCHOOL, "08:30", "11:45", CLASS_DAYS),
        (B.LUNCH, "11:45", "13:45", CLASS_DAYS),
        (B.SCHOOL, "13:45", "16:30", CLASS_DAYS),
        (B.EVENING, "16:30", "18:15", CLASS_DAYS),
        (B.WEDNESDAY, "08:00", "18:00", (2,)),
    ),
    "les-coteaux": (
        (B.MORNING, "07:30", "08:20", CLASS_DAYS),
        (B.SCHOOL, "08:20", "11:30", CLASS_DAYS),
        (B.LUNCH, "11:30", "13:30", CLASS_DAYS),
        (B.SCHOOL, "13:30", "16:30", CLASS_DAYS),
        (B.EVENING, "16:30", "18:30", CLASS_DAYS),
        (B.WEDNESDAY, "08:00", "18:00", (2,)),
    ),
}


def clock(text: str) -> time:
    return time.fromisoformat(text)
