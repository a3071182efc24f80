"""Axis 4: taking part in one's life and one's town."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .shapes import Milestone, Money, Partner, Review, Sheet, Step, at

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "La semaine où l’on pèse",
        "Cinq jours à la cantine des Tilleuls pour voir ce que l’on jette, et décider ensemble de jeter moins.",
        "restauration", "ecole-tilleuls", "yasmine.ferhat", at(9, 15, 9),
        ("A4.G1.O4",), ("food", "environment", "health"), ("children",), (6, 11),
        (date(2026, 10, 12), date(2026, 10, 16)), ("lunch",), ("les-tilleuls",),
        description="Les enfants trient, pèsent et dessinent la courbe du jour sur le mur. Vendredi, ils proposent trois règles au chef.",
        means="Deux balances, un tableau, le chef de la cuisine centrale à table deux midis.",
        partners=(Partner("cadre-de-vie", "advises", "Emporte les épluchures et rapporte du compost"),),
        milestones=(Milestone("Acheter les balances", date(2026, 10, 2), at(10, 1, 9)),),
        budget=(Money("Balances", 90), Money("Budget de la cuisine", 90, "restauration", 90)),
        steps=(
            Step("propose", "yasmine.ferhat", at(9, 16, 9)),
            Step("sign", "claire.aubin", at(9, 18, 17), side="ecole-tilleuls"),
            Step("sign", "yasmine.ferhat", at(9, 22, 9), "Accord de la cuisine centrale, réunion du 21 septembre", "restauration"),
            Step("schedule", "yasmine.ferhat", at(9, 23, 9)),
            Step("start", "yasmine.ferhat", at(10, 12, 10)),
            Step("review", "yasmine.ferhat", at(11, 2, 9)),
        ),
        review=Review(
            "Cinq pesées, une visite de la cuisine et un vote : la soupe se sert désormais en petite louche.",
            236, 14,
            "Le mur. Les enfants venaient voir la courbe avant même de poser leur manteau.",
            "Peser aussi le pain, qui est ce que l’on jette le plus.",
            "De 118 à 84 grammes jetés par enfant entre lundi et vendredi. À revoir dans trois mois, sans balance en vue.",
            Decimal("87.40"),
        ),
    ),
    Sheet(
        "9 décembre : la laïcité expliquée par les enfants",
        "Des CM2 préparent une exposition pour les plus jeunes : ce que l’on peut dire, croire et respecter à l’école.",
        "accueil-tilleuls", "ecole-tilleuls", "samira.haddou", at(10, 7, 9),
        ("A4.G1.O5",), ("laicite", "citizenship"), ("children", "classes"), (7, 11),
        (date(2026, 12, 7), date(2026, 12, 11)), ("school", "evening"), ("les-tilleuls",),
        description="Saynètes jouées par les grands, boîte à questions, et un arbre dont chaque feuille porte une règle écrite par un enfant.",
        means="La référente laïcité de la ville une matinée, trois animateurs, la salle polyvalente.",
        contact="samira.haddou",
        partners=(Partner("conseil-municipal", "hosts", "Reçoit une classe dans la salle du conseil"),),
        milestones=(
            Milestone("Réserver la salle du conseil", date(2026, 11, 13), at(11, 12, 9)),
            Milestone("Imprimer les panneaux", date(2026, 12, 1)),
        ),
        budget=(Money("Panneaux", 140), Money("Budget périscolaire", 140, "education", 140)),
        steps=(
            Step("propose", "samira.haddou", at(10, 14, 9)),
            Step("sign", "samira.haddou", at(10, 14, 9, 5), side="accueil-tilleuls"),
            Step("sign", "claire.aubin", at(10, 16, 17), side="ecole-tilleuls"),
            Step("schedule", "samira.haddou", at(11, 2, 9)),
        ),
    ),
    Sheet(
        "Un potager dans des pneus",
        "La cour des Coteaux devient un jardin que la classe sème et que le centre de loisirs récolte.",
        "accueil-coteaux", "ecole-coteaux", "lucas.ferrand", at(10, 26, 9),
        ("A4.G1.O2", "A4.G1.O4"), ("environment", "food"), ("classes", "children"), (5, 11),
        (date(2027, 3, 1), date(2027, 6, 25)), ("school", "wednesday"), ("les-coteaux",),
        description="Les élèves mesurent, sèment et notent ; le mercredi, les autres arrosent, récoltent et cuisinent. Un carnet passe "
        "de l’école au centre et revient.",
        means="Douze pneus, du terreau, un agent des espaces verts une matinée par mois.",
        contact="lucas.ferrand",
        partners=(Partner("cadre-de-vie", "lends", "Terreau, outils d’enfants et un agent une matinée par mois"),),
        milestones=(Milestone("Faire analyser la terre", date(2026, 12, 18)), Milestone("Semer les premiers plants", date(2027, 3, 15))),
        budget=(
            Money("Terre et plants", 260), Money("Outils", 140),
            Money("Budget périscolaire", 250, "education", 250), Money("Coopérative de l’école", 100, "ecole-coteaux", 100),
        ),
        steps=(
            Step("propose", "lucas.ferrand", at(11, 4, 9)),
            Step("sign", "lucas.ferrand", at(11, 4, 9, 5), side="accueil-coteaux"),
            Step("sign", "nadege.toussaint", at(11, 18, 18), side="ecole-coteaux"),
        ),
    ),
    Sheet(
        "Une journée dans l’atelier",
        "Des cinquièmes passent une journée dans les ateliers du lycée, avec des élèves pour guides.",
        "lycee", "jeunesse", "yasmine.ferhat", at(10, 5, 9),
        ("A4.G2.O6",), ("citizenship",), ("young",), (12, 13),
        (date(2026, 12, 14), date(2026, 12, 18)), ("school",), (),
        description="Souder, couper, câbler : chaque élève repart avec un objet qu’il a fait.",
        steps=(
            Step("propose", "yasmine.ferhat", at(10, 12, 9)),
            Step("reject", "mamadou.sylla", at(10, 22, 14), "Ce sont les dates du forum des métiers : les mêmes élèves, les mêmes "
                 "accompagnateurs. D’accord pour fin janvier."),
        ),
    ),
)  # fmt: skip
