"""The years before the plan: who was known, what ran, who came. Taken over from the files that the services kept.

Two things move from one year to the next: girls in sport, and families whose quotient the town knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as d

SEED = 92_999
YEARS = (2022, 2023, 2024, 2025)
"""Four: to say that a child is new, one looks back two years."""
NOW = 2026
LAST_DAY = d(2026, 11, 22)
"""The services handed their sheets in until that Sunday."""
HOMES = 560

ARRIVALS = {2022: 50, 2023: 18, 2024: 14, 2025: 11, 2026: 7}
"""School year in which the file of a home was opened, in percent."""
QUARTERS = {"centre": 16, "les-tilleuls": 21, "le-lavoir": 12, "les-coteaux": 11, "les-quais": 12, "deux-rives": 28}
TAKING_PART = {
    "centre": (0.62, 0.62, 0.64, 0.66, 0.66),
    "les-tilleuls": (0.40, 0.44, 0.49, 0.57, 0.60),
    "le-lavoir": (0.56, 0.57, 0.58, 0.60, 0.60),
    "les-coteaux": (0.74, 0.73, 0.73, 0.72, 0.72),
    "les-quais": (0.64, 0.65, 0.65, 0.66, 0.66),
    "deux-rives": (0.33, 0.35, 0.41, 0.50, 0.54),
}
"""How many of the known children do something, year after year."""
OUTSIDE_TOWN = 0.03

QUOTIENTS = (220, 390, 520, 700, 1000, 1500, 2300)
"""Around which the quotient of a home lies; the weights of each quarter follow."""
INCOMES = {
    "centre": (6, 9, 14, 17, 22, 19, 13),
    "les-tilleuls": (15, 19, 20, 17, 16, 9, 4),
    "le-lavoir": (8, 12, 15, 18, 22, 16, 9),
    "les-coteaux": (3, 4, 6, 10, 20, 28, 29),
    "les-quais": (5, 7, 11, 16, 24, 22, 15),
    "deux-rives": (19, 22, 20, 16, 13, 7, 3),
}
KNOWN_LOW = (0.22, 0.31, 0.47, 0.66, 0.70)
KNOWN_OTHERS = (0.45, 0.50, 0.56, 0.62, 0.63)
"""How many homes under and over 600 gave their quotient. Nobody asked before the rule was told on the page."""
LOW = 600
FEWER_WHEN_LOW = (0.70, 0.72, 0.78, 0.86, 0.88)
"""How much less often their children come than the others."""

GIRLS_IN_SPORT = (0.26, 0.36, 0.47, 0.58, 0.74)
BOYS_IN_ARTS = (0.42, 0.44, 0.47, 0.52, 0.74)
"""One for the other: as many would be 1."""
FAITHFUL = 7.0
"""How much likelier is a group in which one was the year before."""
NEAR = 2.6
CURIOUS = 6.0
"""Who is in one place of culture goes to the others."""
FILLED = (0.56, 0.66, 0.78, 0.92, 0.94)
"""How much of the seats was taken."""
MOST_GROUPS = 3

CALLED = (0.42, 0.48, 0.55, 0.64, 0.80)
"""Sessions whose sheet was kept."""
COMES = (0.68, 0.93)
"""The less and the more regular of children."""
RETYPED_AFTER = (2880, 1500, 240, 15, -10)
"""Minutes from the end of a session to its sheet: first typed again from paper, now told on the spot."""
CHANNELS = {
    "paper": (46, 38, 26, 15, 9),
    "counter": (34, 34, 33, 29, 26),
    "phone": (8, 9, 9, 8, 8),
    "online": (12, 19, 32, 48, 57),
}
DOCUMENTS = (
    ("address", "insurance", "vaccination", "quotient"),
    ("address", "insurance", "vaccination"),
    ("address", "insurance"),
    ("insurance",),
    ("insurance",),
)
"""Asked again each year, then fewer: what a family gave once is known."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A group of an entry of today that ran before. ``slot`` counts its slots in the order of the week.

    ``seats`` 0: one comes without a place. ``now``: its sheets of this autumn are there too.
    """

    entry: str
    slot: int = 0
    seats: int = 0
    comes: int = 0
    since: int = 2022
    now: bool = True


GROUPS: tuple[Ran, ...] = (
    Ran("aviron-ecole-du-fleuve", 0, 20),
    Ran("aviron-ecole-du-fleuve", 2, 16, since=2024),
    Ran("ecole-de-natation", 2, 22),
    Ran("ecole-de-natation", 3, 18),
    Ran("basket-ecole-et-jeunes", 1, 22),
    Ran("basket-ecole-et-jeunes", 2, 16),
    Ran("judo-enfants-et-jeunes", 2, 20, now=False),
    Ran("judo-enfants-et-jeunes", 3, 18, now=False),
    Ran("athletisme-courir-sauter-lancer", 1, 18, since=2023),
    Ran("savoir-nager-avant-le-college", 0, 16, since=2024, now=False),
    Ran("boxe-educative", 1, 18, since=2024),
    Ran("ecole-des-sports-du-mercredi", 0, 24, now=False),
    Ran("theatre-jouer-ensemble", 1, 14),
    Ran("danse-enfants-du-geste-a-la-choregraphie", 1, 16),
    Ran("cirque-jongler-rouler-tenir", 1, 18),
    Ran("choeur-denfants-du-lavoir", 0, 26, now=False),
    Ran("arts-plastiques-les-mains-dedans", 0, 12, now=False),
    Ran("eveil-musical", 0, 12, now=False),
    Ran("orchestre-a-la-pause-de-midi", 1, 18, since=2023),
    Ran("hip-hop-au-gymnase", 0, 22, since=2024, now=False),
    Ran("studio-rap-et-voix", 0, 10, since=2025),
    Ran("club-robots", 0, 12, since=2023),
    Ran("aide-aux-devoirs-un-benevole-par-enfant", 0, 18),
    Ran("le-mercredi-a-la-fabrique", 0, 34),
    Ran("conseil-des-jeunes-de-clairval", 0, 16, since=2023),
    Ran("anglais-en-jouant", 0, 12, since=2024),
    Ran("foot-a-cinq-les-samedis-libres", 0, comes=22),
    Ran("tennis-de-table-pour-tous", 0, comes=16, since=2023),
    Ran("skate-et-trottinette-premiere-glisse", 0, comes=12, since=2024),
    Ran("ludotheque-ouverte", 0, comes=20),
    Ran("lheure-du-conte", 0, comes=14),
    Ran("club-manga-des-ados", 0, comes=12, since=2024),
    Ran("jardin-partage-des-coteaux", 0, comes=16, since=2023),
    Ran("bricolage-et-bois", 0, 10, since=2026),
    Ran("photo-regarder-son-quartier", 0, 10, since=2026),
    Ran("improvisation-ligue-des-lyceens", 0, 14, since=2026),
    Ran("guitare-et-chansons", 0, 4, since=2026),
)


@dataclass(frozen=True, slots=True)
class Day:
    """Something of one day, once each year, on the same week."""

    entry: str
    comes: int
    month: int
    day: int
    since: int = 2022


DAYS: tuple[Day, ...] = (
    Day("spectacles-du-samedi-matin", 64, 12, 10),
    Day("course-du-fleuve-un-et-trois-kilometres", 58, 12, 4),
    Day("troc-de-jouets", 40, 12, 11, since=2023),
)

HOLIDAYS: tuple[tuple[str, d, d], ...] = (
    ("Vacances de la Toussaint", d(2022, 10, 22), d(2022, 11, 6)),
    ("Vacances de Noël", d(2022, 12, 17), d(2023, 1, 2)),
    ("Vacances d’hiver", d(2023, 2, 18), d(2023, 3, 5)),
    ("Vacances de printemps", d(2023, 4, 22), d(2023, 5, 8)),
    ("Pont de l’Ascension", d(2023, 5, 18), d(2023, 5, 21)),
    ("Vacances d’été", d(2023, 7, 8), d(2023, 9, 3)),
    ("Vacances de la Toussaint", d(2023, 10, 21), d(2023, 11, 5)),
    ("Vacances de Noël", d(2023, 12, 23), d(2024, 1, 7)),
    ("Vacances d’hiver", d(2024, 2, 10), d(2024, 2, 25)),
    ("Vacances de printemps", d(2024, 4, 6), d(2024, 4, 21)),
    ("Pont de l’Ascension", d(2024, 5, 9), d(2024, 5, 12)),
    ("Vacances d’été", d(2024, 7, 6), d(2024, 9, 1)),
    ("Vacances de la Toussaint", d(2024, 10, 19), d(2024, 11, 3)),
    ("Vacances de Noël", d(2024, 12, 21), d(2025, 1, 5)),
    ("Vacances d’hiver", d(2025, 2, 15), d(2025, 3, 2)),
    ("Vacances de printemps", d(2025, 4, 12), d(2025, 4, 27)),
    ("Pont de l’Ascension", d(2025, 5, 29), d(2025, 6, 1)),
    ("Vacances d’été", d(2025, 7, 5), d(2025, 8, 31)),
    ("Vacances de la Toussaint", d(2025, 10, 18), d(2025, 11, 2)),
    ("Vacances de Noël", d(2025, 12, 20), d(2026, 1, 4)),
    ("Vacances d’hiver", d(2026, 2, 21), d(2026, 3, 8)),
    ("Vacances de printemps", d(2026, 4, 18), d(2026, 5, 3)),
    ("Pont de l’Ascension", d(2026, 5, 14), d(2026, 5, 17)),
)
BANK_HOLIDAYS: tuple[d, ...] = (
    d(2022, 11, 11), d(2023, 4, 10), d(2023, 5, 1), d(2023, 5, 8), d(2023, 5, 29),
    d(2023, 11, 11), d(2024, 4, 1), d(2024, 5, 1), d(2024, 5, 8), d(2024, 5, 20),
    d(2024, 11, 11), d(2025, 4, 21), d(2025, 5, 1), d(2025, 5, 8), d(2025, 6, 9),
    d(2025, 11, 11), d(2026, 4, 6), d(2026, 5, 1), d(2026, 5, 8), d(2026, 5, 25),
)  # fmt: skip
"""Those that fall on days of class. The calendar of the town begins with the plan."""

SCHOOLS: tuple[tuple[int, str, str], ...] = (
    (5, "ecole-lavoir", "ecole-coteaux"),
    (10, "ecole-tilleuls", "ecole-coteaux"),
    (14, "college-camus", "college-camus"),
    (17, "lycee", "lycee"),
)
"""Up to that age, where one goes, and where one goes when living uphill."""
