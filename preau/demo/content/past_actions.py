"""Actions of the last years, year after year: each began with two, and brought others in.

They were begun under the plan of 2023 and hung on the objectives of the one that follows, so that years compare.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """``partners`` come one by one: the first the year after the action began. ``children`` is those of its first year.

    ``objective`` is a code of the plan of 2026. ``done``, ``worked`` and ``to_change`` are the review of 2026;
    ``before`` is what each review of the years before said was done.
    """

    title: str
    owner: str
    co_owner: str
    objective: str
    theme: str
    partners: tuple[str, ...]
    since: int
    children: int
    effect: str
    done: str
    worked: str
    to_change: str
    before: str = ""


ACTIONS: tuple[Action, ...] = (
    Action(
        "Des jeux de cour pour le temps du midi", "education", "ecole-tilleuls", "A1.G2.O3", "citizenship",
        ("ecole-lavoir", "sports", "parents"), 2023, 210, "Moins de disputes à la reprise de la classe.",
        "Les trois cours ont leur malle de jeux, et chaque équipe du midi a eu ses deux jours de formation.",
        "Les CM2 expliquent les règles aux CP.",
        "Renouveler les malles à Noël, et non en juin.",
        "Deux cours équipées, une équipe du midi formée avec les enseignants.",
    ),
    Action(
        "Un coin calme dans chaque école", "cadre-de-vie", "ecole-lavoir", "A2.G1.O4", "inclusion",
        ("ecole-coteaux", "education"), 2024, 120, "Un endroit où s’arrêter, que les enfants ont dessiné.",
        "Neuf écoles sur neuf ont un coin calme, avec six casques et des assises à emprunter.",
        "Les enfants ont choisi l’emplacement.",
        "Tenir la liste de ce qui est prêté.",
        "Sept coins calmes ouverts, dessinés par les élèves.",
    ),
    Action(
        "La médiathèque reçoit les CM1", "mediatheque", "ecole-coteaux", "A3.G1.O2", "reading",
        ("ecole-tilleuls", "culture"), 2023, 96, "Un enfant sur trois revient avec sa famille.",
        "Quatorze classes reçues deux fois, et un jeu à rapporter le soir même.",
        "La carte est faite pendant la visite.",
        "Proposer un samedi aux parents.",
        "Toutes les classes de CM1 reçues une fois.",
    ),
    Action(
        "Un spectacle dans chaque quartier", "culture", "fabrique", "A1.G1.O2", "culture",
        ("parents", "main-tendue", "jeunesse"), 2024, 340, "Des familles qui n’étaient jamais venues au théâtre.",
        "Cinq soirées en pied d’immeuble, puis une au Lavoir où les mêmes familles étaient invitées.",
        "Annoncer la date de vive voix, la veille.",
        "Prévoir un repli : deux soirées sous la pluie.",
        "Trois soirées, trois quartiers.",
    ),
    Action(
        "Tous les CM2 sur l’eau", "aviron", "circonscription", "A1.G1.O5", "sport",
        ("ecole-tilleuls", "ecole-coteaux", "sports"), 2023, 118, "Vingt inscriptions au club, dont neuf filles.",
        "Huit séances par classe au printemps, et un essai sur ergomètre à la pause du midi.",
        "Le parcours à la nage passé en septembre.",
        "Trouver un créneau pour les élèves d’Ulis.",
        "Six séances par classe au printemps.",
    ),
    Action(
        "Deux gymnases ouverts le samedi", "sports", "basket", "A2.G2.O4", "sport",
        ("dojo", "jeunesse"), 2024, 90, "Des groupes de filles s’y retrouvent.",
        "Les Tilleuls et les Coteaux ouverts de dix heures à treize heures, trente-deux samedis.",
        "Deux médiateurs connus des jeunes.",
        "Ouvrir aussi pendant les petites vacances.",
        "Un gymnase ouvert, trente samedis.",
    ),
    Action(
        "De la crèche à la petite section", "petite-enfance", "ecole-lavoir", "A1.G2.O6", "transition",
        ("pmi", "parents"), 2025, 54, "Une rentrée plus douce, disent les parents.",
        "Trois matinées de jeu en petite section pour les grands de la crèche des Coteaux.",
        "Les parents sont venus, et sont restés parler entre eux.",
        "Fixer les dates en janvier avec les six équipes.",
    ),
    Action(
        "La cour devient jardin", "graines", "ecole-coteaux", "A4.G1.O2", "environment",
        ("cadre-de-vie", "ecole-tilleuls"), 2025, 140, "Trois classes jardinent chaque semaine.",
        "Quarante mètres carrés de bitume ôtés, un composteur, trois classes et un club du midi.",
        "Le gardien garde la clé de l’eau.",
        "Trouver qui arrose en juillet.",
    ),
    Action(
        "Nager avant le collège", "sports", "circonscription", "A1.G1.O4", "sport",
        ("ecole-lavoir", "ecole-coteaux", "parents"), 2023, 240, "Deux élèves de plus par classe savent nager.",
        "Dix séances pour tous les CM2, un rattrapage aux vacances d’avril pour ceux qui n’y étaient pas encore.",
        "Des parents accompagnent au bassin.",
        "Garder trois semaines de marge dans le calendrier.",
        "Dix séances par classe, sans rattrapage.",
    ),
    Action(
        "Le carnet des règles de la cour", "ecole-tilleuls", "education", "A1.G2.O4", "citizenship",
        ("parents", "restauration"), 2024, 230, "Les mêmes mots, de la classe à la cantine.",
        "Le carnet est écrit, imprimé et affiché. Les délégués l’ont présenté dans chaque classe.",
        "Les agents de la cantine ont écrit leurs pages.",
        "Le verser dans la plateforme, et l’offrir aux autres écoles.",
        "Une première version, écrite par les délégués.",
    ),
    Action(
        "Le mercredi des collégiens", "jeunesse", "college-camus", "A1.G1.O7", "citizenship",
        ("aviron", "fabrique"), 2024, 40, "Des jeunes qui proposent, et reviennent.",
        "Quarante jeunes ont tenu le budget de douze mercredis, de quinze à dix-huit heures.",
        "Commencer quand ils sont libres, et non à treize heures trente.",
        "Aller chercher les quatrièmes et les troisièmes au collège.",
        "Un conseil de vingt jeunes, six mercredis.",
    ),
    Action(
        "Les soirées « et si on éteignait ? »", "mediatheque", "petite-enfance", "A3.G1.O1", "parenting",
        ("pmi", "parents"), 2024, 60, "Des parents qui se prêtent des idées.",
        "Six soirées, dont deux en crèche, et une boîte de jeux prêtée à chaque famille venue.",
        "On garde les petits à côté.",
        "Refaire le même questionnaire en avril prochain.",
        "Trois soirées à la médiathèque.",
    ),
    Action(
        "Les droits, à la médiathèque", "ccas", "mediatheque", "A2.G2.O2", "parenting",
        ("main-tendue", "caf", "education"), 2023, 80, "Un tiers des familles ne savait pas qu’une aide existait.",
        "Une permanence par semaine : cent douze familles accompagnées jusqu’à une aide.",
        "On y entre sans être vu.",
        "Compter aussi les démarches faites à deux.",
        "Une permanence par quinzaine.",
    ),
    Action(
        "Des stages pour ceux qui ne connaissent personne", "jeunesse", "college-camus", "A4.G2.O4", "citizenship",
        ("mission-locale", "lycee", "cadre-de-vie"), 2023, 16, "Onze stagiaires venus sans aucune relation.",
        "Vingt-six stages dans onze services, choisis sur une liste publiée avant les vacances d’octobre.",
        "La liste est la même pour tous.",
        "Répondre au fil de l’eau.",
        "Des stages dans six services.",
    ),
    Action(
        "Un nom sur chaque porte", "ccas", "education", "A2.G1.O1", "inclusion",
        ("sports", "petite-enfance"), 2024, 45, "Les familles disent à qui elles ont parlé.",
        "Une personne référente dans sept services sur neuf, formée deux jours.",
        "Les services ont choisi qui.",
        "Dire qui remplace pendant les absences.",
        "Quatre services sur neuf.",
    ),
    Action(
        "Toute une classe d’âge essaie", "education", "sports", "A2.G2.O7", "sport",
        ("dojo", "aviron", "fabrique"), 2023, 300, "Un enfant sur cinq s’est inscrit ensuite.",
        "Tous les CE1 invités, classe par classe, à deux essais de leur choix parmi neuf.",
        "L’invitation est au nom de l’enfant.",
        "L’ouvrir à la grande section.",
        "Tous les CE1 invités à un essai.",
    ),
    Action(
        "Chaque papier, une seule fois", "informatique", "education", "A3.G2.O7", "digital",
        ("ccas", "caf", "communication"), 2023, 0, "Une pièce demandée là où il en fallait quatre.",
        "Trois pièces retirées des dossiers ; le quotient n’est plus redemandé à chaque inscription.",
        "Chercher pourquoi une pièce était demandée avant de la supprimer.",
        "Aucune pièce nouvelle sans l’accord du guichet.",
        "Une pièce retirée des dossiers.",
    ),
    Action(
        "Rappeler dans le mois", "mission-locale", "jeunesse", "A4.G2.O7", "citizenship",
        ("lycee", "ccas"), 2024, 35, "Deux jeunes sur trois répondent.",
        "Chaque jeune signalé a été rappelé dans le mois, en fin d’après-midi.",
        "Une seule liste pour deux équipes.",
        "Garder la même date de relevé chaque année.",
        "La moitié des jeunes rappelés dans le mois.",
    ),
)  # fmt: skip
