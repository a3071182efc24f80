"""Who meets around the plan."""

from __future__ import annotations

from .shapes import Organisation as O

ORGANISATIONS: tuple[O, ...] = (
    O(
        "education",
        "Direction de l’éducation",
        "town_service",
        "Coordonne le projet éducatif et les accueils périscolaires.",
    ),
    O("culture", "Service de la culture", "town_service", "Théâtre du Lavoir, conservatoire et expositions."),
    O("sports", "Service des sports", "town_service", "Gymnases, piscine, espaces en accès libre."),
    O(
        "jeunesse",
        "Service jeunesse et Info Jeunes",
        "town_service",
        "Accueille et informe les 11-25 ans, sans rendez-vous.",
    ),
    O("petite-enfance", "Service de la petite enfance", "early_years", "Quatre crèches et le relais petite enfance."),
    O("mediatheque", "Médiathèque des Quais", "town_service", "Lecture, jeu, numérique, de 0 à 99 ans."),
    O(
        "cadre-de-vie",
        "Service du cadre de vie",
        "town_service",
        "Parcs, jardins partagés, cours d’école végétalisées.",
    ),
    O("communication", "Direction de la communication", "town_service", "Journal, site et affichage de la ville."),
    O("informatique", "Systèmes d’information", "town_service", "Outils numériques des services et des écoles."),
    O(
        "restauration",
        "Cuisine centrale",
        "town_service",
        "Deux mille repas par jour, dont la moitié en bio ou en local.",
    ),
    O("conseil-municipal", "Conseil municipal", "institution", "Vote le projet et ses moyens."),
    O("ccas", "Centre communal d’action sociale", "social", "Aides, accompagnement et accès aux droits."),
    O("circonscription", "Circonscription de Clairval", "institution", "L’inspection qui suit les écoles de la ville."),
    O("caf", "Caisse d’allocations familiales", "institution", "Finance et accompagne l’accueil des enfants."),
    O("pmi", "Protection maternelle et infantile", "institution", "Santé des tout-petits et de leurs parents."),
    O("mission-locale", "Mission locale des Boucles", "social", "Emploi et formation des 16-25 ans."),
    O("ecole-tilleuls", "École élémentaire des Tilleuls", "school", "Onze classes, un dispositif Ulis.", "0929991A"),
    O("ecole-lavoir", "École maternelle du Lavoir", "school", "Six classes au bord du fleuve.", "0929992B"),
    O("ecole-coteaux", "École primaire des Coteaux", "school", "Douze classes en haut de la ville.", "0929993C"),
    O(
        "college-camus",
        "Collège Simone-Lacroix",
        "secondary_school",
        "Cinq cent vingt élèves, une section sportive.",
        "0929994D",
    ),
    O("lycee", "Lycée des Deux-Rives", "secondary_school", "Général, technologique et professionnel.", "0929995E"),
    O("aviron", "Clairval Aviron", "association", "Le club du fleuve, dès neuf ans."),
    O(
        "fabrique",
        "La Fabrique des possibles",
        "association",
        "Ateliers d’arts plastiques, de théâtre et de bricolage.",
    ),
    O("main-tendue", "Coup de pouce Clairval", "association", "Aide aux devoirs et sorties en famille."),
    O(
        "parents",
        "Association des parents d’élèves de Clairval",
        "parents",
        "Des parents élus dans huit écoles sur neuf.",
    ),
)
