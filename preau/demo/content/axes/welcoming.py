from __future__ import annotations

from datetime import date

from ..shapes import Axis, General, Row
from ..shapes import Objective as O

AXIS = Axis(
    "Accueillir chacun, sans exception",
    "Un handicap, un petit budget ou un quartier éloigné ne doivent fermer aucune porte.",
    (
        General(
            "Accueillir les enfants en situation de handicap partout où vont les autres",
            (
                Row(
                    (
                        O(
                            "Nommer dans chaque service une personne référente, et dire aux familles qui elle est.",
                            "ccas",
                            date(2027, 1, 31),
                        ),
                        O(
                            "Former au moins deux animateurs par site avec le réseau RIAC.",
                            "education",
                            date(2027, 11, 30),
                        ),
                        O(
                            "Écrire avec les parents ce qui aide leur enfant, en une page, pour tous les temps de la journée.",
                            "petite-enfance",
                            date(2027, 9, 1),
                        ),
                        O(
                            "Prêter aux écoles et aux clubs du matériel adapté (casques, assises, pictogrammes…).",
                            "education",
                            date(2028, 3, 31),
                        ),
                    ),
                    (
                        "Des enfants accueillis le mercredi et pendant les vacances comme à l’école.",
                        "Moins de refus, et chaque refus expliqué.",
                        "Des équipes qui se sentent capables.",
                        "Des familles qui n’ont plus à tout redire.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Recenser les activités vraiment adaptées, et le vérifier chaque année.",
                            "sports",
                            date(2027, 4, 30),
                        ),
                        O(
                            "Réunir deux fois par an les services, l’école et la protection maternelle et infantile.",
                            "ccas",
                        ),
                    ),
                    (
                        "Un répertoire à jour, que les familles consultent.",
                        "Des situations réglées plus vite, à plusieurs.",
                    ),
                ),
            ),
        ),
        General(
            "Faire venir celles et ceux qui ne viennent pas",
            (
                Row(
                    (
                        O(
                            "Calculer le prix de chaque activité selon le quotient familial, et l’expliquer ligne par ligne.",
                            "education",
                            date(2027, 6, 30),
                        ),
                        O(
                            "Accompagner les familles en difficulté vers les aides auxquelles elles ont droit.",
                            "ccas",
                            date(2027, 3, 31),
                        ),
                        O(
                            "Attribuer les places par vœux classés et tirage public, avec une réponse motivée à chaque famille.",
                            "education",
                            date(2027, 5, 28),
                        ),
                    ),
                    (
                        "Des inscriptions qui ressemblent à la population de la ville.",
                        "Moins de familles qui renoncent à cause du prix.",
                        "Des réponses comprises, même quand elles sont négatives.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Proposer une activité à moins de quinze minutes à pied dans chaque quartier.",
                            "sports",
                            date(2028, 9, 30),
                        ),
                        O("Équilibrer l’offre du mercredi entre le haut et le bas de la ville."),
                        O(
                            "Ouvrir en accès libre les terrains des écoles des Coteaux et du Lavoir le dimanche.",
                            "sports",
                            date(2027, 4, 15),
                        ),
                    ),
                    (
                        "Plus d’enfants des Coteaux dans les activités.",
                        "Des terrains occupés et respectés.",
                        "Des trajets qui ne découragent plus.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Inviter chaque année toute une classe d’âge à essayer une activité, sans condition.",
                            "education",
                            date(2027, 10, 31),
                        ),
                        O(
                            "Aller à la rencontre des familles que l’on ne voit jamais, au marché et devant les écoles.",
                            "main-tendue",
                        ),
                    ),
                    (
                        "Un enfant sur deux essaie une activité nouvelle dans l’année (chiffre à confirmer).",
                        "Des familles connues des services, sans être fichées.",
                    ),
                ),
            ),
        ),
    ),
)
