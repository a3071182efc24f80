"""Actions of the plan of 2023, year after year: each began with two, and brought others in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """``partners`` come one by one: the first the year after the action began. ``children`` is those of its first year.

    ``objective`` is a code of the plan of 2023.
    """

    title: str
    owner: str
    co_owner: str
    objective: str
    theme: str
    partners: tuple[str, ...] = ()
    since: int = 2023
    children: int = 60
    effect: str = ""


ACTIONS: tuple[Action, ...] = (
    Action(
        "Des jeux de cour pour le temps du midi", "education", "ecole-tilleuls", "A1.G1.O1", "citizenship",
        ("ecole-lavoir", "sports", "parents"), 2023, 210, "Moins de disputes à la reprise de la classe.",
    ),
    Action(
        "Un coin calme dans chaque école", "cadre-de-vie", "ecole-lavoir", "A1.G1.O2", "inclusion",
        ("ecole-coteaux", "education"), 2024, 120, "Un endroit où s’arrêter, que les enfants ont dessiné.",
    ),
    Action(
        "La médiathèque reçoit les CM1", "mediatheque", "ecole-coteaux", "A2.G1.O1", "reading",
        ("ecole-tilleuls", "culture"), 2023, 96, "Un enfant sur trois revient avec sa famille.",
    ),
    Action(
        "Un spectacle dans chaque quartier", "culture", "fabrique", "A2.G1.O2", "culture",
        ("parents", "main-tendue", "jeunesse"), 2024, 340, "Des familles qui n’étaient jamais venues au théâtre.",
    ),
    Action(
        "Tous les CM2 sur l’eau", "aviron", "circonscription", "A2.G2.O1", "sport",
        ("ecole-tilleuls", "ecole-coteaux", "sports"), 2023, 118, "Vingt inscriptions au club, dont neuf filles.",
    ),
    Action(
        "Deux gymnases ouverts le samedi", "sports", "basket", "A2.G2.O2", "sport",
        ("dojo", "jeunesse"), 2024, 90, "Des groupes de filles s’y retrouvent.",
    ),
    Action(
        "De la crèche à la petite section", "petite-enfance", "ecole-lavoir", "A1.G1.O1", "transition",
        ("pmi", "parents"), 2025, 54, "Une rentrée plus douce, disent les parents.",
    ),
    Action(
        "La cour devient jardin", "graines", "ecole-coteaux", "A1.G1.O2", "environment",
        ("cadre-de-vie", "ecole-tilleuls"), 2025, 140, "Trois classes jardinent chaque semaine.",
    ),
)  # fmt: skip
