from __future__ import annotations

from datetime import date

from ..shapes import Axis, General, Row
from ..shapes import Objective as O

AXIS = Axis(
    "Découvrir, pratiquer, apprendre ensemble",
    "L’école, les loisirs et la famille se complètent, pour que chaque enfant goûte à tout.",
    (
        General(
            "Donner à chaque enfant de quoi découvrir, tout au long de sa scolarité",
            (
                Row(
                    (
                        O(
                            "Garantir à chaque élève une rencontre avec un artiste tous les deux ans.",
                            "culture",
                            date(2028, 6, 30),
                        ),
                        O(
                            "Faire entrer chaque classe de CE2 au théâtre du Lavoir, sur scène et dans la salle.",
                            "culture",
                            date(2027, 6, 30),
                        ),
                        O(
                            "Ouvrir les ateliers du conservatoire aux centres de loisirs (éveil, chant, percussions…).",
                            "culture",
                            date(2027, 12, 31),
                        ),
                    ),
                    (
                        "Des enfants qui racontent ce qu’ils ont vu et fait.",
                        "Plus de familles qui reviennent au théâtre avec leurs enfants.",
                        "Signature d’une charte avec le conservatoire",
                    ),
                ),
                Row(
                    (
                        O(
                            "Apprendre à nager à tous les enfants avant l’entrée au collège.",
                            "sports",
                            date(2028, 7, 31),
                        ),
                        O(
                            "Proposer l’aviron, l’escalade et la danse aux élèves de cycle 3 pendant la pause du midi.",
                            "sports",
                            date(2027, 9, 30),
                        ),
                        O("Prêter du matériel sportif aux familles pendant les vacances.", "sports"),
                    ),
                    (
                        "Tous les élèves de sixième savent nager.",
                        "Autant de filles que de garçons dans les ateliers du midi.",
                        "Plus d’enfants pratiquent une activité « régulière ».",
                    ),
                ),
                Row(
                    (
                        O(
                            "Construire avec les collégiens une offre du mercredi à leurs horaires.",
                            "jeunesse",
                            date(2027, 3, 31),
                        ),
                        O("Réfléchir à un accueil des lycéens dans les équipements sportifs.", "sports"),
                    ),
                    (
                        "Des adolescents qui restent inscrits après douze ans.",
                        "Toucher davantage les lycéens des Deux-Rives.",
                    ),
                ),
            ),
        ),
        General(
            "Faire travailler ensemble les adultes qui entourent l’enfant",
            (
                Row(
                    (
                        O(
                            "Réserver une heure par mois, sans les enfants, à l’équipe de l’école et à celle du centre de loisirs.",
                            "education",
                            date(2026, 12, 18),
                        ),
                        O(
                            "Associer les parents élus à la préparation de la rentrée dans chaque école.",
                            "education",
                            date(2027, 5, 31),
                        ),
                    ),
                    (
                        "Des projets d’école et de centre de loisirs qui se répondent.",
                        "Des équipes qui se connaissent par leur prénom.",
                        "Moins de consignes contradictoires pour les enfants.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Former ensemble animateurs, enseignants et Atsem deux jours par an.",
                            "education",
                            date(2027, 10, 31),
                        ),
                        O(
                            "Tenir un carnet commun des règles de vie, écrit avec les enfants, pour la cour, la cantine et les couloirs.",
                            "ecole-tilleuls",
                            date(2027, 2, 26),
                        ),
                        O("Partager les locaux et le matériel selon un calendrier connu de tous."),
                    ),
                    (
                        "Des règles que les enfants savent expliquer.",
                        "Un climat plus calme à la cantine.",
                        "Des salles moins souvent vides, et jamais réservées deux fois.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Accompagner chaque passage : de la crèche à l’école, de la maternelle au CP, du CM2 à la sixième.",
                            "petite-enfance",
                            date(2027, 9, 1),
                        ),
                        O(
                            "Remettre aux parents une fiche de passage qu’ils choisissent ou non de transmettre.",
                            "education",
                            date(2027, 6, 15),
                        ),
                    ),
                    (
                        "Des enfants à l’aise dès la première semaine.",
                        "Des parents rassurés avant la rentrée.",
                        "Des équipes prévenues à temps des besoins particuliers.",
                    ),
                ),
            ),
        ),
    ),
)
