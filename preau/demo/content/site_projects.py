"""What each side of three places says of its project, in two pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from preau.plan.articulation.content import Content, Period, Priority
from preau.plan.articulation.enums import Side
from preau.plan.sheets.enums import Theme as T

YEAR, DUE_ON = 2026, date(2026, 10, 15)
PERIODS = (
    ("Rentrée", date(2026, 9, 1), date(2026, 10, 16)),
    ("Automne", date(2026, 11, 2), date(2026, 12, 18)),
    ("Hiver", date(2027, 1, 4), date(2027, 2, 5)),
    ("Fin d’hiver", date(2027, 2, 22), date(2027, 4, 2)),
    ("Printemps", date(2027, 4, 19), date(2027, 7, 2)),
)


def _at(month: int, day: int, hour: int) -> datetime:
    return datetime(2026, month, day, hour, 20, tzinfo=UTC)


def _year(*told: tuple[str, str]) -> tuple[Period, ...]:
    return tuple(
        Period(number, name, start, end, theme, subject)
        for number, ((name, start, end), (theme, subject)) in enumerate(zip(PERIODS, told, strict=True), 1)
    )


@dataclass(frozen=True, slots=True)
class Project:
    """``published_at`` None is a draft; ``opened_by`` the people of the other side who opened it, and when."""

    place: str
    side: Side
    author: str
    written_at: datetime
    published_at: datetime | None
    content: Content
    opened_by: tuple[tuple[str, datetime], ...] = ()


TILLEULS_SCHOOL = Content(
    "À l’école des Tilleuls, onze classes et un dispositif Ulis se partagent deux cours et un potager. Depuis trois "
    "ans, nous voyons arriver des élèves qui parlent peu devant les autres et qui se fatiguent vite. Nous avons choisi "
    "de prendre le temps : moins de projets, mais menés jusqu’au bout, et montrés aux familles.\n\n"
    "Le potager est notre fil de l’année. Chaque classe a son carré, du CP au CM2. On y mesure, on y lit, on y écrit. "
    "Ce qui pousse est cuisiné une fois par période, avec la Cuisine centrale.\n\n"
    "La parole est notre second fil. Un conseil d’élèves se réunit tous les quinze jours ; chaque classe raconte une "
    "histoire à une autre avant Noël. Nous aimerions que les enfants retrouvent, le soir, les mots qu’ils ont appris "
    "le jour, sans refaire la classe.\n\n"
    "Ce dont nous avons besoin : savoir ce qui se vit à l’accueil, et ne pas proposer la même citrouille trois fois "
    "dans la semaine.",
    (
        Priority("Cultiver, mesurer, cuisiner", "Un carré de potager par classe, de la graine à l’assiette."),
        Priority("Oser parler devant les autres", "Conseil d’élèves, récits d’une classe à l’autre, exposés courts."),
        Priority("Lire tous les jours pour le plaisir", "Un quart d’heure au retour de la pause de midi."),
    ),
    frozenset({T.READING.value}),
    _year(
        (T.FOOD, "Du potager à la soupe"),
        (T.READING, "Les contes du soir"),
        (T.SPORT, "Jeux d’équipe et cycle natation"),
        (T.CITIZENSHIP, "Le conseil d’élèves prend des décisions"),
        (T.ENVIRONMENT, "La mare et ses habitants"),
    ),
)
TILLEULS_CARE = Content(
    "L’accueil des Tilleuls reçoit cent dix enfants le soir, quatre-vingts le mercredi. L’équipe compte neuf "
    "animatrices et animateurs, dont six étaient déjà là l’an passé : c’est notre force.\n\n"
    "Nous voulons que le soir ne soit pas une seconde journée d’école. Un temps pour souffler et goûter, puis le "
    "choix : dehors, au calme, ou dans un atelier qui dure cinq semaines. Les plus petits peuvent ne rien faire, et "
    "c’est prévu.\n\n"
    "Le mercredi est le temps des grands projets. Cette année, les enfants montent un théâtre de marionnettes : ils "
    "écrivent, fabriquent, jouent. Trois familles prêtent leur machine à coudre.\n\n"
    "Nous aimerions savoir, au début de chaque période, ce qui se travaille en classe, pour tendre la main plutôt que "
    "répéter.",
    (
        Priority("Du temps pour souffler", "Une demi-heure sans consigne après la classe, pour tous."),
        Priority("Des ateliers qui durent", "Cinq semaines, douze enfants, une fin que l’on montre."),
        Priority("Cuisiner ce que l’on a fait pousser", "Goûters du mardi, avec les légumes du potager."),
    ),
    frozenset({T.CULTURE.value}),
    _year(
        (T.FOOD, "Les goûters du potager"),
        (T.CULTURE, "Théâtre de marionnettes"),
        (T.HEALTH, "Bien dormir, bien bouger"),
        (T.ENVIRONMENT, "Hôtels à insectes"),
        (T.ENVIRONMENT, "Une nuit dehors avec les grands"),
    ),
)
LAVOIR_SCHOOL = Content(
    "Six classes de maternelle au bord du fleuve. Nos élèves ont de trois à six ans ; un sur quatre n’a jamais été "
    "gardé hors de sa famille avant l’école. La priorité est donc simple : que chacun entre le matin sans larmes, et "
    "trouve les mots pour dire ce qu’il vit.\n\n"
    "Nous sortons tous les vendredis, par tous les temps, le long du quai. Le fleuve est notre imagier : les bateaux, "
    "la crue, les oiseaux. Les parents accompagnent, à tour de rôle.",
    (
        Priority("Bien arriver, chaque matin", "La porte ouverte aux parents pendant vingt minutes."),
        Priority("Des mots pour tout dire", "Imagiers de la classe, comptines, récits du fleuve."),
    ),
    frozenset({T.PARENTING.value}),
    _year(
        (T.TRANSITION, "Se séparer, se retrouver"),
        (T.READING, "L’imagier du fleuve"),
        (T.CULTURE, "Une classe au théâtre"),
        (T.ENVIRONMENT, "Les oiseaux du quai"),
        (T.TRANSITION, "Visiter la grande école"),
    ),
)
LAVOIR_CARE = Content(
    "La Fabrique des possibles tient l’accueil du Lavoir depuis deux ans. Nos ateliers sont faits de peinture, de "
    "carton et de récupération, jamais d’écrans. Avec les petits, tout passe par les mains.\n\n"
    "Le soir, nous gardons les mêmes deux adultes par groupe toute l’année : à trois ans, reconnaître un visage compte "
    "plus que le programme. Une exposition ouvre la porte aux familles à la fin de chaque période.",
    (
        Priority("Des visages qui ne changent pas", "Deux adultes par groupe, de septembre à juillet."),
        Priority("Créer avec ce qu’on a", "Carton, tissu, bouchons : la matériauthèque du quartier."),
    ),
    frozenset({T.CULTURE.value}),
    _year(
        (T.TRANSITION, "Trouver sa place"),
        (T.CULTURE, "Le grand livre en carton"),
        (T.CULTURE, "Ombres et lumières"),
        (T.CULTURE, "La parade des oiseaux"),
        (T.PARENTING, "Atelier des familles"),
    ),
)
COTEAUX_SCHOOL = Content(
    "Douze classes, de la petite section au CM2, en haut de la ville. Beaucoup d’enfants viennent à pied par le chemin "
    "des Vignes ; peu connaissent le centre. Notre projet tient en une phrase : descendre à la rencontre de la ville.\n\n"
    "Chaque classe adopte un lieu (la médiathèque, la caserne, le port) et y retourne quatre fois dans l’année.",
    (
        Priority("Adopter un lieu de la ville", "Quatre visites, un carnet, une restitution."),
        Priority("Bouger trente minutes par jour", "À pied, en cour, en salle."),
    ),
    frozenset({T.CITIZENSHIP.value}),
    _year(
        (T.CITIZENSHIP, "Se repérer dans la ville"),
        (T.SPORT, "La course du chemin des Vignes"),
        (T.DIGITAL, "Une carte sonore du quartier"),
        (T.CULTURE, "Un lieu, un artiste"),
        (T.CITIZENSHIP, "Guides d’un jour"),
    ),
)
COTEAUX_CARE = Content(
    "Premières idées de l’équipe, à relire lundi : les courges dans les pneus, le cross avec l’école, les mercredis au "
    "port avec le club d’aviron.",
    (Priority("Dehors par tous les temps"),),
    frozenset({T.SPORT.value}),
)
PROJECTS: tuple[Project, ...] = (
    Project("les-tilleuls", Side.SCHOOL, "claire.aubin", _at(9, 22, 15), _at(10, 2, 15), TILLEULS_SCHOOL,
            (("samira.haddou", _at(10, 5, 8)),)),
    Project("les-tilleuls", Side.CARE, "samira.haddou", _at(9, 28, 9), _at(10, 9, 12), TILLEULS_CARE,
            (("claire.aubin", _at(10, 12, 16)),)),
    Project("le-lavoir", Side.SCHOOL, "pierre.vasseur", _at(9, 30, 16), _at(10, 13, 16), LAVOIR_SCHOOL,
            (("elodie.guerin", _at(10, 14, 9)),)),
    Project("le-lavoir", Side.CARE, "elodie.guerin", _at(10, 6, 10), _at(11, 12, 10), LAVOIR_CARE),
    Project("les-coteaux", Side.SCHOOL, "nadege.toussaint", _at(10, 8, 17), _at(10, 14, 17), COTEAUX_SCHOOL),
    Project("les-coteaux", Side.CARE, "lucas.ferrand", _at(11, 20, 11), None, COTEAUX_CARE),
)  # fmt: skip

JOINED = ("les-tilleuls", "food.1-food.1", Side.CARE, "samira.haddou", _at(10, 13, 8))
"""The crossing that became a sheet: the place, which one, who carries it, who made it, when."""
JOINT_TITLE, JOINT_SERVES = "De la graine au goûter, aux Tilleuls", "Réserver une heure par mois"
JOINT_DAYS = (date(2026, 11, 3), date(2027, 6, 25))
DISMISSED = (
    "les-tilleuls", "sport.3-health.3", "claire.aubin", _at(10, 15, 11),
    "La piscine prend déjà deux après-midi : rien de plus cet hiver.",
)  # fmt: skip
