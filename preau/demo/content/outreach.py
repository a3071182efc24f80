"""In October the town looked at whom it did not see; Mathilde called the families of one group, and begins another."""

from __future__ import annotations

from datetime import UTC, datetime

DESIGNATED_AT = datetime(2026, 9, 28, 9, 10, tzinfo=UTC)
BASIS = "Note de la direction générale du 25 septembre 2026, après avis du délégué à la protection des données"

OBJECTS = ("anne-sophie.vandenbroucke", datetime(2026, 10, 2, 18, 40, tzinfo=UTC))
"""Whoever prefers not to be called said so on a Friday evening, from home."""

FIRST_AT = datetime(2026, 10, 5, 8, 30, tzinfo=UTC)
FIRST = ("les-tilleuls", "6-10", "")
FIRST_OFFER = (
    "Le mercredi au stade : six sports à goûter, gratuits jusqu’aux vacances d’automne, avec le bus 4 aller et retour."
)
FIRST_REASON = (
    "Aux Tilleuls, on voit moins d’enfants de l’école élémentaire que dans le reste de la ville. Le comité de pilotage "
    "a demandé d’aller leur demander pourquoi avant de déplacer une séance."
)
FIRST_ENDED = datetime(2026, 10, 30, 16, 5, tzinfo=UTC)
ANSWERS = (
    ("reached", "not_known"),
    ("no_answer", ""),
    ("reached", "not_offered"),
    ("declined", "not_asked"),
    ("reached", "not_known"),
    ("no_answer", ""),
    ("reached", "not_offered"),
    ("declined", "not_asked"),
)
"""In turn, for each child of the list."""

SECOND_AT = datetime(2026, 11, 16, 8, 45, tzinfo=UTC)
SECOND = ("les-tilleuls", "11-17", "unknown")
SECOND_OFFER = (
    "Les ateliers du samedi à l’Espace jeunesse : son, cuisine, réparation de vélos. Sans inscription, gratuits."
)
SECOND_REASON = (
    "Après le CM2, on perd de vue les collégiens des Tilleuls, et l’on ne sait rien de ce que leur famille peut payer. "
    "L’Espace jeunesse a de la place le samedi et peut accueillir un petit groupe dès décembre."
)
CALLED = 5
"""Of the second list, those whom Mathilde has called already."""
