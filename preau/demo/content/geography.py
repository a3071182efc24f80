"""The ground of the story: a town in a bend of the river, six quarters, sixty streets. All of it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

type Place = tuple[float, float]

_CORNERS: dict[str, Place] = {
    "A": (2.1505, 48.9385), "A2": (2.1512, 48.9412), "B": (2.1520, 48.9440), "C": (2.1575, 48.9490), "D1": (2.1625, 48.9513),
    "D": (2.1645, 48.9523), "E": (2.1700, 48.9553), "F": (2.1780, 48.9557), "G": (2.1850, 48.9530), "H": (2.1910, 48.9480),
    "I": (2.1918, 48.9420), "J": (2.1905, 48.9375), "K": (2.1845, 48.9352), "L": (2.1790, 48.9325), "M": (2.1720, 48.9310),
    "N": (2.1650, 48.9309), "N1": (2.1620, 48.9314), "O": (2.1565, 48.9328), "P": (2.1515, 48.9352),
    "Q": (2.1590, 48.9420), "R": (2.1622, 48.9378), "S": (2.1672, 48.9420), "T": (2.1668, 48.9478), "U": (2.1690, 48.9380),
    "V": (2.1775, 48.9385), "W": (2.1792, 48.9430), "X": (2.1760, 48.9478), "Y": (2.1835, 48.9490),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quarter:
    """``corners`` in order; borders wander between them. ``bearing``: which way its streets run, from the east.

    ``density`` compares how many live in a square; ``children`` how many of them are under 18.
    """

    slug: str
    name: str
    corners: str
    bearing: float
    density: float
    children: float
    streets: tuple[str, ...]

    @property
    def places(self) -> list[Place]:
        return [_CORNERS[name] for name in self.corners.split()]


QUARTERS: tuple[Quarter, ...] = (
    Quarter("centre", "Centre", "Q S T X W V U R", 8, 1.5, 0.20, (
        "Rue du Marché", "Rue des Arcades", "Rue Simone-Lacroix", "Rue de la Halle aux Blés", "Passage de l’Horloge",
        "Rue des Trois Puits", "Rue du Général Marceau", "Boulevard de la Liberté", "Rue Saint-Éloi", "Impasse du Four")),
    Quarter("les-tilleuls", "Les Tilleuls", "A2 B C D1 T S Q", 62, 1.6, 0.29, (
        "Rue Olympe de Gouges", "Avenue Jean Jaurès", "Allée des Merles", "Allée des Mésanges", "Rue du 8 Mai 1945",
        "Square des Érables", "Rue Pierre Ferrand", "Rue du Docteur Moreau", "Allée du Préau")),
    Quarter("le-lavoir", "Le Lavoir", "P A A2 Q R N1 O", -18, 1.0, 0.24, (
        "Rue des Lavandières", "Rue de l’Écluse", "Ruelle des Saules", "Rue du Moulin Vert", "Sente des Pêcheurs",
        "Rue des Teinturiers", "Rue Louise Michel")),
    Quarter("les-coteaux", "Les Coteaux", "D1 D E F G Y X T", 22, 0.55, 0.19, (
        "Rue de la Croix Blanche", "Sentier des Grives", "Rue des Cerisiers", "Allée des Pressoirs", "Rue du Clos Joli",
        "Montée des Carrières", "Rue de Bellevue", "Chemin des Deux Chênes")),
    Quarter("les-quais", "Les Quais", "N1 R U V L M N", -4, 0.8, 0.17, (
        "Rue des Péniches", "Rue de la Douane", "Rue du Pont Neuf", "Rue Jean Jaurès", "Passage des Rameurs",
        "Rue des Entrepôts", "Rue Camille Delorme")),
    Quarter("deux-rives", "Deux-Rives", "Y G H I J K L V W X", 35, 1.2, 0.27, (
        "Rue de l’Aviron", "Rue des Joutes", "Avenue de l’Europe", "Rue Nelson Mandela", "Allée des Roseaux",
        "Rue des Glycines", "Rue Marie Curie", "Place du Belvédère", "Rue du 14 Juillet")),
)  # fmt: skip
"""Two streets are called Jean Jaurès, an avenue and a rue, as everywhere."""


@dataclass(frozen=True, slots=True)
class Street:
    """A street that passes at a known place: its door ``number`` is there. It runs towards ``bearing``."""

    name: str
    number: int
    place: Place
    bearing: float
    last: int


KNOWN_STREETS: tuple[Street, ...] = (
    Street("Rue des Tilleuls", 12, (2.1640, 48.9440), 55, 48),
    Street("Quai du Lavoir", 5, (2.1571, 48.9388), -42, 30),
    Street("Chemin des Vignes", 45, (2.1760, 48.9520), -38, 60),
    Street("Avenue du Stade", 8, (2.1851, 48.9436), 20, 36),
    Street("Quai de la Baignade", 2, (2.1733, 48.9347), 14, 22),
    Street("Quai des Mariniers", 18, (2.1714, 48.9343), -3, 34),
    Street("Rue de la République", 21, (2.1695, 48.9427), 4, 62),
    Street("Chemin de halage", 30, (2.1689, 48.9332), 3, 40),
    Street("Rue des Tanneurs", 17, (2.1584, 48.9396), 70, 30),
    Street("Place de la Gare", 5, (2.1713, 48.9416), 80, 14),
    Street("Rue du Port", 10, (2.1836, 48.9421), -50, 32),
    Street("Allée du Belvédère", 4, (2.1749, 48.9529), 10, 14),
)
"""Where the places of the story have their doors."""

RIVER_NAME = "Le fleuve"
RIVER: tuple[Place, ...] = (
    (2.1478, 48.9378), (2.1520, 48.9357), (2.1575, 48.9338), (2.1640, 48.9325), (2.1700, 48.9323), (2.1765, 48.9332),
    (2.1820, 48.9362), (2.1872, 48.9398), (2.1940, 48.9432),
)  # fmt: skip
RIVER_WIDTH = 90
"""Metres."""

RAILWAY_NAME = "La ligne de Clairval"
RAILWAY: tuple[Place, ...] = (
    (2.1490, 48.9432),
    (2.1600, 48.9425),
    (2.1713, 48.9410),
    (2.1800, 48.9440),
    (2.1930, 48.9475),
)
PASSAGES: tuple[tuple[str, Place], ...] = (
    ("Souterrain des Tanneurs", (2.1585, 48.9426)), ("Passerelle de la Gare", (2.1713, 48.9410)),
    ("Pont du Stade", (2.1840, 48.9451)),
)  # fmt: skip
"""Where one crosses the railway on foot."""

POSTCODE = "92999"
METRES_BY_DOOR = 14
"""Between two doors of the same side."""

PACE_FROM, PACE_UNDER, PACE, PACE_DETOUR = date(2026, 9, 1), 6, 3.2, 1.35
PACE_SOURCE = "Marche exploratoire avec les parents des Tilleuls, juin 2026"

_SHORT = {"Impasse": 9, "Passage": 12, "Ruelle": 12, "Sente": 14, "Sentier": 14, "Square": 16, "Place": 16, "Allée": 22}


def doors_of(street: str) -> int:
    """The highest number that a street may have: a blind alley is not a boulevard."""
    return _SHORT.get(street.split()[0], 32)
