from __future__ import annotations

from datetime import date

from ..shapes import Axis, General, Row
from ..shapes import Objective as O

AXIS = Axis(
    "Informer les familles, soutenir les parents",
    "Des informations claires et à temps, et quelqu’un à qui parler quand c’est difficile.",
    (
        General(
            "Être aux côtés des parents",
            (
                Row(
                    (
                        O(
                            "Aider les parents à poser des règles sur les écrans, de la naissance à la majorité.",
                            "mediatheque",
                            date(2027, 2, 28),
                        ),
                        O(
                            "Offrir une autre idée pour ce soir : jeux, lectures, sorties près de chez soi.",
                            "mediatheque",
                            date(2027, 4, 30),
                        ),
                        O(
                            "Expliquer aux familles les réseaux sociaux que leurs enfants utilisent.",
                            "jeunesse",
                            date(2027, 11, 30),
                        ),
                        O(
                            "Rappeler dans chaque crèche la règle : pas d’écran avant trois ans.",
                            "petite-enfance",
                            date(2026, 12, 31),
                        ),
                    ),
                    (
                        "Des parents qui se sentent moins seuls.",
                        "Moins de temps passé devant les écrans.",
                        "Plus de moments partagés en famille.",
                        "Parents informés = enfants protégés",
                    ),
                ),
                Row(
                    (
                        O(
                            "Appliquer un seul protocole contre le harcèlement, à l’école et en dehors.",
                            "circonscription",
                            date(2027, 9, 1),
                        ),
                        O("Permettre à un enfant d’alerter sans donner son nom.", "jeunesse", date(2027, 9, 1)),
                        O("Apprendre aux adultes à repérer les signes, dès la maternelle.", "education"),
                    ),
                    (
                        "Des situations prises en charge dans la semaine.",
                        "Des enfants qui savent à qui parler.",
                        "Des adultes qui agissent de la même façon partout.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Parler sommeil, alimentation et jeu avec les familles, là où elles sont déjà.",
                            "pmi",
                            date(2028, 1, 31),
                        ),
                        O("Tenir à jour un annuaire des lieux qui aident les parents.", "ccas", date(2027, 6, 30)),
                    ),
                    ("Des habitudes qui changent à la maison.", "Un annuaire que les professionnels conseillent."),
                ),
            ),
        ),
        General(
            "Donner une information simple, utile et à l’heure",
            (
                Row(
                    (
                        O(
                            "Annoncer chaque inscription au moins six semaines avant, par les mêmes canaux.",
                            "communication",
                            date(2027, 3, 1),
                        ),
                        O(
                            "Envoyer un message par famille, et non un message par service.",
                            "communication",
                            date(2027, 9, 1),
                        ),
                        O(
                            "Doubler chaque information d’une version papier et d’une version facile à lire.",
                            "communication",
                        ),
                    ),
                    ("Des familles prévenues à temps.", "Moins de messages, mieux lus.", "Diffusion d’un guide unique"),
                ),
                Row(
                    (
                        O(
                            "Créer dans chaque crèche et chaque centre de loisirs un conseil de parents.",
                            "petite-enfance",
                            date(2027, 12, 17),
                        ),
                        O(
                            "Répondre par écrit à chaque avis : ce que vous avez dit, ce que nous avons fait.",
                            "education",
                            date(2027, 6, 30),
                        ),
                    ),
                    (
                        "Des parents qui voient leurs remarques prises en compte.",
                        "Une confiance qui grandit, enquête après enquête.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Faire toutes les démarches à un seul guichet, en ligne, au téléphone ou sur place.",
                            "education",
                            date(2028, 6, 30),
                        ),
                        O("Ne demander chaque document qu’une fois.", "informatique", date(2028, 6, 30)),
                        O("Obtenir le label Accueil 2025 pour les guichets de la famille.", "communication"),
                    ),
                    (
                        "Des démarches plus courtes.",
                        "Moins de familles en difficulté avec le numérique.",
                        "Des agents qui ont le temps d’écouter.",
                    ),
                ),
                Row(
                    (
                        O(
                            "Montrer ce que font les équipes : une histoire vraie par mois, racontée par celles et ceux qui la vivent.",
                            "communication",
                            date(2026, 11, 30),
                        ),
                    ),
                    ("Des métiers de l’animation mieux reconnus.", "Des habitants fiers de leurs écoles."),
                ),
            ),
        ),
    ),
)
