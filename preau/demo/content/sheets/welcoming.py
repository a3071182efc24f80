"""Axis 2: welcoming everybody."""

from __future__ import annotations

from datetime import date

from .shapes import Milestone, Money, Partner, Sheet, Step, at

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "Essayer ensemble, chacun à sa façon",
        "Six mercredis de sport où enfants avec et sans handicap jouent aux mêmes jeux, avec des règles qui s’adaptent.",
        "ccas", "sports", "david.cohen", at(10, 14, 9),
        ("A2.G1.O5", "A2.G2.O7"), ("inclusion", "sport"), ("children", "families"), (6, 12),
        (date(2027, 2, 3), date(2027, 3, 24)), ("wednesday",), ("les-coteaux",),
        description="Les enfants inventent les règles : un terrain plus petit, un ballon qui sonne, deux manches au lieu d’une. "
        "Ils votent à la fin de chaque séance pour garder ou changer une règle.",
        means="Deux éducateurs sportifs, une éducatrice du réseau d’inclusion, ballons sonores prêtés.",
        contact="david.cohen",
        partners=(
            Partner("Réseau d’accueil inclusif", "trains", "Une demi-journée avec les éducateurs, avant de commencer"),
            Partner("aviron", "lends", "Ballons et repères en relief"),
        ),
        milestones=(
            Milestone("Former les éducateurs", date(2026, 12, 16)),
            Milestone("Dire aux familles comment venir", date(2027, 1, 13)),
        ),
        budget=(
            Money("Éducatrice spécialisée", 900), Money("Matériel adapté", 350),
            Money("Fonds public et territoires", 800, "caf"), Money("Budget du CCAS", 450, "ccas", 450),
        ),
        steps=(
            Step("propose", "david.cohen", at(10, 21, 9)),
            Step("sign", "david.cohen", at(10, 21, 9, 5), side="ccas"),
            Step("sign", "loic.garandeau", at(10, 23, 11), side="sports"),
            Step("schedule", "david.cohen", at(11, 3, 9)),
        ),
    ),
    Sheet(
        "Le dimanche, la cour est ouverte",
        "Les terrains des Coteaux accessibles à tous le dimanche, avec un gardien qui connaît les familles.",
        "sports", "", "loic.garandeau", at(11, 16, 9),
        ("A2.G2.O6",), ("sport",), (), (None, None), (date(2027, 4, 18), None), (), ("les-coteaux",),
        description="Panier, craies, corde à sauter : du matériel en libre-service, rangé par les enfants eux-mêmes.",
    ),
    Sheet(
        "Une page pour dire ce qui m’aide",
        "Les parents écrivent avec la crèche une page que l’école lira le premier jour, s’ils le veulent.",
        "petite-enfance", "ecole-lavoir", "sofia.marin", at(11, 19, 9),
        ("A2.G1.O3", "A1.G2.O6"), ("inclusion", "transition"), ("families", "professionals"), (2, 4),
        (date(2027, 4, 5), date(2027, 6, 25)), ("early", "school"), ("le-lavoir",),
        description="L’enfant choisit trois images qui disent ce qui le rassure. Les parents gardent l’original et décident qui le lit.",
        means="Deux après-midis de l’équipe de la crèche, des fiches en images.",
        contact="sofia.marin",
        budget=(Money("Impression", 90), Money("Budget de la petite enfance", 90, "petite-enfance")),
    ),
)  # fmt: skip
