"""What children do at the Tilleuls, the Lavoir and the Coteaux, from the morning to the evening.

At the Tilleuls, one evening is empty and one group is expected in two places: that is what the grid is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.plan.sheets.enums import Theme as T
from preau.town.calendar.enums import TimeBand as B

STARTS_ON, ENDS_ON = date(2026, 9, 1), date(2027, 7, 2)
ALL, LITTLE, MIDDLE, BIG = (6, 11), (6, 7), (8, 9), (10, 11)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)


@dataclass(frozen=True, slots=True)
class Entry:
    days: tuple[int, ...]
    band: B
    starts: str
    ends: str
    title: str
    ages: tuple[int, int]
    theme: str = ""
    leader: str = ""
    group: str = ""
    lead: str = ""


_CLASS = (MONDAY, TUESDAY, THURSDAY, FRIDAY)
TILLEULS: tuple[Entry, ...] = (
    Entry(_CLASS, B.MORNING, "07:30", "08:20", "Arrivée en douceur : jeux et lecture", ALL, "", "l’équipe du matin"),
    Entry((MONDAY, THURSDAY), B.LUNCH, "12:30", "13:15", "Club d’échecs", BIG, "", "une animatrice", "Échecs"),
    Entry((MONDAY,), B.LUNCH, "12:20", "13:10", "Jeux de cour", (6, 9), T.SPORT, "l’équipe du midi"),
    Entry((TUESDAY,), B.LUNCH, "12:15", "13:10", "Aviron au bassin", BIG, T.SPORT, "l’entraîneur", "", "aviron"),
    Entry((THURSDAY,), B.LUNCH, "12:20", "13:10", "Coin lecture avec la médiathèque", LITTLE, T.READING, "une bibliothécaire", "", "mediatheque"),
    Entry((FRIDAY,), B.LUNCH, "12:20", "13:10", "Chorale", MIDDLE, T.CULTURE, "le conservatoire", "Chorale", "culture"),
    Entry((FRIDAY,), B.SCHOOL, "15:00", "16:00", "Conseil d’élèves, un vendredi sur deux", ALL, T.CITIZENSHIP, "la directrice", "", "ecole-tilleuls"),
    Entry((MONDAY,), B.EVENING, "16:30", "17:00", "Goûter et temps libre", ALL, "", "l’équipe du soir"),
    Entry((MONDAY,), B.EVENING, "17:00", "18:15", "Hôtels à insectes", MIDDLE, T.ENVIRONMENT, "une animatrice"),
    Entry((MONDAY,), B.EVENING, "17:00", "18:15", "Jeux d’équipe", BIG, T.SPORT, "un animateur"),
    Entry((TUESDAY,), B.EVENING, "17:00", "18:00", "Marionnettes : fabriquer", MIDDLE, T.CULTURE, "une animatrice"),
    Entry((TUESDAY,), B.EVENING, "17:30", "18:30", "Aide aux leçons", MIDDLE, "", "des bénévoles", "", "main-tendue"),
    Entry((TUESDAY,), B.EVENING, "17:00", "18:00", "Danse", LITTLE, T.CULTURE, "un animateur"),
    Entry((FRIDAY,), B.EVENING, "16:30", "18:15", "Jeux de société et goûter partagé", ALL, "", "l’équipe du soir"),
    Entry((WEDNESDAY,), B.WEDNESDAY, "09:30", "11:30", "Théâtre de marionnettes", MIDDLE, T.CULTURE, "deux animatrices", "", "accueil-tilleuls"),
    Entry((WEDNESDAY,), B.WEDNESDAY, "09:30", "11:30", "Piscine", BIG, T.SPORT, "les maîtres-nageurs", "", "sports"),
    Entry((WEDNESDAY,), B.WEDNESDAY, "14:00", "16:30", "Sortie au parc des Quais", LITTLE, T.ENVIRONMENT, "trois animateurs"),
)  # fmt: skip
JOINT_DAY = (TUESDAY, B.EVENING, "16:30", "17:00", "Le goûter du potager", ALL, T.FOOD)
"""The joint sheet has its day: Tuesday after class."""
LAVOIR: tuple[Entry, ...] = (
    Entry(_CLASS, B.MORNING, "07:30", "08:30", "Coin câlin et puzzles", (3, 5), "", "deux adultes, toujours les mêmes"),
    Entry(_CLASS, B.LUNCH, "13:00", "13:45", "Sieste ou temps calme", (3, 4), T.HEALTH, "les Atsem", "", "ecole-lavoir"),
    Entry((MONDAY, THURSDAY), B.EVENING, "17:00", "18:00", "Le grand livre en carton", (3, 5), T.CULTURE, "l’équipe", "", "fabrique"),
    Entry((TUESDAY,), B.EVENING, "17:00", "18:00", "Comptines et percussions", (3, 5), T.CULTURE, "l’équipe", "", "fabrique"),
    Entry((FRIDAY,), B.EVENING, "16:30", "18:00", "Goûter avec les familles", (3, 5), T.PARENTING, "l’équipe", "", "fabrique"),
    Entry((WEDNESDAY,), B.WEDNESDAY, "09:30", "11:30", "Peinture au sol", (3, 5), T.CULTURE, "l’équipe", "", "fabrique"),
)  # fmt: skip
COTEAUX: tuple[Entry, ...] = (
    Entry((WEDNESDAY,), B.WEDNESDAY, "09:00", "11:30", "Au port avec le club d’aviron", (9, 11), T.SPORT, "l’entraîneur", "", "aviron"),
    Entry((THURSDAY,), B.EVENING, "16:45", "18:00", "Les courges dans les pneus", (6, 11), T.FOOD, "un animateur"),
)  # fmt: skip
WEEKS = {"les-tilleuls": TILLEULS, "le-lavoir": LAVOIR, "les-coteaux": COTEAUX}
