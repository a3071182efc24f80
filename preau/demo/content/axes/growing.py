from __future__ import annotations

from datetime import date

from ..shapes import Axis, General, Row
from ..shapes import Objective as O

AXIS = Axis(
    "Devenir acteur de sa vie et de sa ville",
    "Apprendre à décider, à s’engager, à choisir son métier, avec un adulte qui écoute.",
    (
        General(
            "Vivre ensemble et prendre soin du monde",
            (
                Row(
                    (
                        O(
                            "Faire vivre un conseil d’enfants et un conseil de jeunes qui décident d’un budget.",
                            "education",
                            date(2027, 1, 15),
                        ),
                        O(
                            "Développer des projets autour du jardin dans chaque école.",
                            "cadre-de-vie",
                            date(2028, 5, 31),
                        ),
                        O("Développer des projets de jardins partagés avec les quartiers."),
                        O(
                            "Mieux manger à la cantine et moins jeter, avec les enfants.",
                            "restauration",
                            date(2027, 6, 30),
                        ),
                    ),
                    (
                        "Des enfants qui votent, et dont les décisions sont appliquées.",
                        "Labellisation de deux écoles",
                        "Un tiers de restes en moins dans les assiettes.",
                        "Un meilleur climat dans les cours d’école.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Faire comprendre la laïcité et les institutions par des rencontres et des visites.",
                            "circonscription",
                            date(2027, 12, 9),
                        ),
                        O(
                            "Préparer avec les collèges des actions sur l’égalité, puis Adapter ces actions aux écoles.",
                            "college-camus",
                        ),
                    ),
                    ("Des élèves qui savent dire ce que la laïcité permet.", "Changement de comportements"),
                ),
            ),
        ),
        General(
            "Accompagner les « jeunes » vers l’autonomie",
            (
                Row(
                    (
                        O(
                            "Accueillir sans rendez-vous, à l’Info Jeunes, toute question sur les aides.",
                            "jeunesse",
                            date(2026, 12, 1),
                        ),
                        O(
                            "Aider les étudiants à se loger et à se nourrir ou Soutenir les étudiants en situation précaire.",
                            "ccas",
                        ),
                        O(
                            "Accompagner les premières démarches : impôts, santé, compte en banque, vote…",
                            "jeunesse",
                            date(2027, 6, 30),
                        ),
                    ),
                    (
                        "Des jeunes qui obtiennent ce à quoi ils ont droit.",
                        "Moins de renoncements aux soins.",
                        "Des démarches faites seul la fois suivante.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Offrir quarante stages par an dans les services de la ville, dont la moitié sans piston.",
                            "jeunesse",
                            date(2027, 4, 30),
                        ),
                        O("Répondre à chaque demande de stage en dix jours.", "jeunesse", date(2027, 1, 31)),
                    ),
                    (
                        "Des stages qui donnent une idée juste d’un métier.",
                        "Plus d’élèves du collège Simone-Lacroix parmi les stagiaires.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Faire découvrir les métiers et la voie professionnelle dès la cinquième.",
                            "lycee",
                            date(2027, 11, 30),
                        ),
                        O(
                            "Rappeler chaque jeune sans solution, avec son accord, dans le mois.",
                            "mission-locale",
                            date(2027, 9, 30),
                        ),
                        O("Recevoir les parents le soir pour parler d’orientation.", "lycee", date(2027, 2, 12)),
                    ),
                    (
                        "Des orientations choisies plutôt que subies.",
                        "Moins de jeunes sans solution en novembre.",
                        "Des parents qui voient la voie professionnelle autrement.",
                    ),
                ),
            ),
        ),
    ),
)
