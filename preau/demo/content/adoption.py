"""What came before: the plan of 2023, as it was voted, and the agreements that live on."""

from __future__ import annotations

from datetime import UTC, date, datetime

from .shapes import Axis, General, Row
from .shapes import Objective as O

TITLE = "Ensemble pour les enfants de Clairval, 2023-2026"
INTRODUCTION = (
    "Premier projet de la ville écrit avec les écoles et les associations : mieux accueillir le midi et le soir, ouvrir "
    "la culture et le sport à tous les quartiers, parler aux parents d’une seule voix."
)
STARTS_ON, ENDS_ON = date(2023, 9, 1), date(2026, 8, 31)
WRITTEN_AT = datetime(2023, 5, 15, 8, 0, tzinfo=UTC)
VOTED_ON, VOTE, RECORDED_AT = date(2023, 6, 27), "2023-06-41", datetime(2023, 6, 29, 7, 30, tzinfo=UTC)

AXES: tuple[Axis, ...] = (
    Axis(
        "Bien accueillir, du matin au soir",
        "Un accueil de qualité le midi, le soir et le mercredi.",
        (
            General(
                "Faire du temps du midi un moment de repos et de jeu",
                (
                    Row(
                        (
                            O("Former chaque équipe du midi aux jeux de cour.", "education", date(2024, 6, 30)),
                            O("Aménager un coin calme dans chaque école.", "cadre-de-vie", date(2025, 8, 31)),
                        ),
                        (
                            "Des après-midi de classe plus sereins.",
                            "Des enfants qui mangent à leur faim et à leur rythme.",
                        ),
                    ),
                ),
            ),
            General(
                "Donner au mercredi un projet qui suit l’enfant",
                (
                    Row(
                        (
                            O(
                                "Écrire un projet du mercredi dans chaque centre de loisirs.",
                                "education",
                                date(2024, 12, 31),
                            ),
                            O("Proposer une sortie par mois à chaque enfant inscrit.", "education", date(2026, 6, 30)),
                        ),
                        ("Des enfants qui racontent leur mercredi.",),
                    ),
                ),
            ),
        ),
    ),
    Axis(
        "Ouvrir la culture et le sport",
        "Aller voir, essayer, recommencer.",
        (
            General(
                "Faire entrer chaque classe dans un lieu de culture",
                (
                    Row(
                        (
                            O("Inviter chaque classe de CM1 à la médiathèque.", "mediatheque", date(2025, 6, 30)),
                            O("Jouer un spectacle du Lavoir dans chaque quartier.", "culture", date(2026, 5, 31)),
                        ),
                        ("Des familles qui poussent la porte de la médiathèque.",),
                    ),
                ),
            ),
            General(
                "Essayer un sport nouveau avant le collège",
                (
                    Row(
                        (
                            O("Mettre sur l’eau toutes les classes de CM2.", "aviron", date(2026, 6, 30)),
                            O("Ouvrir deux gymnases le samedi matin.", "sports", date(2024, 10, 31)),
                        ),
                        ("Plus de filles inscrites dans les clubs.",),
                    ),
                ),
            ),
        ),
    ),
    Axis(
        "Parler avec les parents",
        "Une information simple, au bon moment.",
        (
            General(
                "Répondre aux familles d’une seule voix",
                (
                    Row(
                        (
                            O("Publier un calendrier commun des inscriptions.", "communication", date(2024, 5, 31)),
                            O("Tenir une permanence des parents élus dans chaque école.", "parents", date(2025, 6, 30)),
                        ),
                        ("Des parents qui savent à qui s’adresser.",),
                    ),
                ),
            ),
        ),
    ),
)

CONVENTION = "Convention du projet éducatif de territoire 2023-2026"
CONVENTION_PURPOSE = (
    "Faire vivre le premier projet éducatif de Clairval, de l’école au centre de loisirs, avec les mêmes repères pour "
    "les enfants."
)
CONVENTION_AT = datetime(2023, 7, 3, 8, 0, tzinfo=UTC)
CONVENTION_VOTE, CONVENTION_VOTED_ON = "2023-06-42", date(2023, 6, 27)
MAYOR = ("Ville de Clairval-sur-Seine", "conseil-municipal", "l’adjoint à l’éducation, par délégation de la maire")
STATE = ("Préfecture des Hauts-de-Seine", "", "la sous-préfète à la jeunesse")
SCHOOLS = ("Services départementaux de l’Éducation nationale", "circonscription", "l’inspecteur de circonscription")
CAF = ("Caisse d’allocations familiales", "caf", "la directrice de la CAF")
SEATS = (MAYOR, STATE, SCHOOLS, CAF)
"""(name in the convention, organisation, capacity)"""

SIGNED_2023: tuple[tuple[str, str, date], ...] = (
    # who signed, in what office, when: in the order of the seats
    ("Bernard Lacaze", "adjoint au maire", date(2023, 7, 4)),
    ("Élise Morvan", "sous-préfète", date(2023, 7, 18)),
    ("Jean-Baptiste Roy", "inspecteur de l’Éducation nationale", date(2023, 7, 6)),
    ("Odile Perrin", "directrice", date(2023, 8, 29)),
)
SIGNED_2023_AT = datetime(2023, 8, 30, 9, 0, tzinfo=UTC)

REVIEWS: tuple[tuple[date, str], ...] = (
    (
        date(2024, 6, 18),
        "Le coin calme existe dans sept écoles sur neuf. Les gymnases du samedi sont pleins dès dix heures. "
        "Reste à mieux dire aux familles ce qui est ouvert.",
    ),
    (
        date(2025, 6, 24),
        "Toutes les classes de CM1 sont allées à la médiathèque. Le calendrier commun est lu, mais trop tard : "
        "le prochain projet devra fixer un délai.",
    ),
)

CHARTER = "Charte qualité du Plan mercredi, année 2026-2027"
CHARTER_PURPOSE = "Une année de passage entre deux projets : garder les engagements du mercredi pendant que le nouveau projet s’écrit."
CHARTER_STARTS_ON, CHARTER_ENDS_ON = date(2026, 9, 1), date(2027, 7, 31)
CHARTER_AT = datetime(2026, 10, 12, 7, 30, tzinfo=UTC)
CHARTER_VOTE, CHARTER_VOTED_ON = "2026-09-57", date(2026, 9, 29)
CHARTER_PAPER = ("Élise Morvan", "sous-préfète", date(2026, 10, 22))
CHARTER_PAPER_AT = datetime(2026, 10, 27, 10, 15, tzinfo=UTC)
CHARTER_HERE_AT = datetime(2026, 10, 15, 12, 40, tzinfo=UTC)
CHASED_ON = (date(2026, 11, 2), date(2026, 11, 17))

SHARING = "Partage de la cour et du gymnase des Tilleuls"
SHARING_PURPOSE = (
    "L’école, le centre de loisirs et le club d’aviron utilisent la même cour et le même gymnase : qui, quand, et dans "
    "quel état on les rend."
)
SHARING_TERMS = (
    "Le gymnase est à l’école jusqu’à 16 h 30, au centre de loisirs jusqu’à 18 h 30, au club le mardi et le jeudi soir.\n"
    "Le club prête ses rameurs d’intérieur à l’école deux matinées par mois."
)
SHARING_AT = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
SHARING_STARTS_ON, SHARING_ENDS_ON = date(2027, 1, 4), date(2029, 8, 31)
SHARING_SEATS = (
    ("Ville de Clairval-sur-Seine", "conseil-municipal", "la maire"),
    ("", "ecole-tilleuls", "la directrice"),
    ("", "aviron", "la présidente du club"),
)
