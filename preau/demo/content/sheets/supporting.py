"""Axis 3: informing families, supporting parents."""

from __future__ import annotations

from datetime import date

from .shapes import App, Milestone, Money, Partner, Sheet, Step, at

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "La radio des Tilleuls",
        "Une émission par mois, écrite, enregistrée et montée par les CM1 et CM2, à écouter en famille.",
        "ecole-tilleuls", "mediatheque", "claire.aubin", at(9, 22, 17),
        ("A3.G1.O2", "A1.G1.O1"), ("digital", "reading", "parenting"), ("classes", "families"), (9, 11),
        (date(2026, 11, 2), date(2027, 4, 9)), ("school", "wednesday"), ("les-tilleuls", "mediatheque-des-quais"),
        description="Comité de rédaction le lundi, interviews à la médiathèque le mercredi, montage en petits groupes. Les enfants "
        "ne donnent que leur prénom à l’antenne.",
        means="Quatre enregistreurs, deux ordinateurs, une bibliothécaire le mercredi.",
        contact="claire.aubin",
        partners=(Partner("parents", "relays", "Annoncent chaque émission aux familles"),),
        milestones=(
            Milestone("Recueillir l’accord des familles pour les voix", date(2026, 10, 16), at(10, 15, 17)),
            Milestone("Première émission en ligne", date(2026, 12, 4)),
            Milestone("Émission en public à la médiathèque", date(2027, 4, 7)),
        ),
        budget=(
            Money("Enregistreurs", 560), Money("Intervenante son", 480),
            Money("Budget de la médiathèque", 560, "mediatheque", 560), Money("Coopérative de l’école", 180, "ecole-tilleuls", 180),
            Money("Éducation aux médias", 300, "circonscription"),
        ),
        apps=(App("Tréteau sonore", "Association Ondes libres", "Monter les enregistrements, sur l’ordinateur de la classe", "voix et prénoms"),),
        steps=(
            Step("propose", "claire.aubin", at(9, 29, 17)),
            Step("sign", "claire.aubin", at(9, 29, 17, 5), side="ecole-tilleuls"),
            Step("sign", "anne.kerleau", at(10, 1, 9), side="mediatheque"),
            Step("opinion", "nora.benali", at(10, 8, 10), "D’accord si le montage reste sur l’ordinateur de la classe, si les "
                 "enregistrements bruts sont effacés à la fin de chaque mois et si aucun nom de famille n’est dit.", "with_reservations"),
            Step("schedule", "claire.aubin", at(10, 9, 17)),
            Step("start", "claire.aubin", at(11, 2, 8)),
        ),
    ),
    Sheet(
        "Mon image, mon réseau",
        "Quatre ateliers en quatrième sur ce que l’on montre de soi, puis une soirée où les élèves l’expliquent aux parents.",
        "jeunesse", "college-camus", "mamadou.sylla", at(10, 12, 9),
        ("A3.G1.O3", "A4.G1.O6"), ("digital", "citizenship", "parenting"), ("young", "families"), (13, 14),
        (date(2027, 1, 18), date(2027, 2, 12)), ("youth", "school"), ("mediatheque-des-quais",),
        description="Les élèves construisent le faux réseau d’une classe imaginaire, voient comment une rumeur y circule, puis "
        "écrivent les règles qu’ils voudraient. Aucun compte personnel n’est ouvert pendant l’atelier.",
        means="Deux animateurs, la salle numérique de la médiathèque, une infirmière scolaire à la soirée.",
        contact="mamadou.sylla",
        partners=(
            Partner("mediatheque", "hosts", "La salle numérique, quatre jeudis"),
            Partner("parents", "relays", "Invitent à la soirée"),
        ),
        milestones=(Milestone("Fixer la date de la soirée", date(2026, 12, 2)), Milestone("Prévenir les familles", date(2027, 1, 8))),
        budget=(
            Money("Intervenants", 900), Money("Soirée des parents", 150),
            Money("Appel à projets parentalité", 700, "caf"), Money("Budget jeunesse", 350, "jeunesse", 350),
        ),
        apps=(
            App("Faux Fil", "Coopérative Banc public", "Simuler un réseau fermé, le temps de l’atelier",
                "pseudonymes choisis par les élèves, messages effacés à la fin", has_accounts=True),
        ),
        steps=(
            Step("propose", "mamadou.sylla", at(10, 19, 9)),
            Step("sign", "mamadou.sylla", at(10, 19, 9, 10), side="jeunesse"),
            Step("sign", "julie.bonnard", at(11, 6, 18), side="college-camus"),
        ),
    ),
    Sheet(
        "Un soir sans écran, un soir avec un jeu",
        "Chaque vendredi, un jeu de la médiathèque part à la maison dans un sac ; le lundi, l’enfant raconte la partie.",
        "mediatheque", "parents", "anne.kerleau", at(11, 10, 9),
        ("A3.G1.O1", "A3.G1.O2"), ("parenting", "reading"), ("families", "children"), (4, 8),
        (date(2027, 1, 8), date(2027, 5, 28)), ("evening",), ("mediatheque-des-quais", "le-lavoir"),
        description="Soixante sacs, un jeu dans chacun, une page pour dire ce qui a fait rire. Les enfants choisissent à tour de rôle.",
        means="Soixante jeux du fonds, une bibliothécaire deux heures le vendredi, des parents relais.",
        contact="anne.kerleau",
        milestones=(Milestone("Coudre les sacs avec les parents", date(2026, 12, 12)),),
        budget=(Money("Jeux à remplacer", 300), Money("Budget de la médiathèque", 300, "mediatheque", 300)),
        steps=(Step("propose", "anne.kerleau", at(11, 20, 9)),),
    ),
)  # fmt: skip
