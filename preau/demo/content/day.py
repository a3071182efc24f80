"""Wednesdays at the dojo: who comes, who told, who stopped coming, what must be known of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from preau.people.health.care import Care, Contact
from preau.people.health.enums import Allergen, Meal

OPENED_AT = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Group:
    """``slot`` counts the slots of the entry in the order of the week; ``children`` are keys of the families' story."""

    entry: str
    slot: int
    seats: int
    children: tuple[str, ...]


GROUPS: tuple[Group, ...] = (
    Group("judo-enfants-et-jeunes", 0, 16, ("leonie", "basile", "sofiia", "timeo", "dylan")),
    Group("judo-enfants-et-jeunes", 1, 16, ("jeanne", "simon", "kadiatou", "nour", "hugo-m", "yassine")),
    Group("ecole-des-sports-du-mercredi", 0, 24, ("kadiatou", "hugo-m", "jeanne", "simon")),
)

# entry, slot, day, child: the hour at which somebody said it, and what.
type Rolls = tuple[tuple[date, int, tuple[tuple[str, str, int, int, str], ...]], ...]
ROLLS: Rolls = (
    (date(2026, 10, 14), 0, (
        ("leonie", "present", 13, 56, ""), ("basile", "present", 13, 56, ""), ("sofiia", "present", 14, 1, ""),
        ("timeo", "absent", 14, 10, ""), ("dylan", "present", 13, 58, ""),
    )),
    (date(2026, 11, 4), 0, (
        ("leonie", "present", 13, 55, ""), ("basile", "present", 13, 55, ""), ("sofiia", "absent", 14, 10, ""),
        ("timeo", "absent", 14, 10, ""), ("dylan", "present", 14, 0, ""),
    )),
    (date(2026, 11, 18), 0, (
        ("leonie", "present", 13, 57, ""), ("basile", "present", 13, 57, ""), ("sofiia", "present", 13, 59, ""),
        ("timeo", "absent", 14, 12, ""), ("dylan", "present", 14, 2, ""),
        ("leonie", "left", 15, 17, "Camille Rousseau"), ("basile", "left", 15, 17, "Camille Rousseau"),
        ("sofiia", "left", 15, 20, "Olena Kovalenko"), ("dylan", "left", 15, 41, "Monique Lefèvre"),
    )),
    (date(2026, 11, 18), 1, (
        ("jeanne", "present", 15, 24, ""), ("simon", "present", 15, 24, ""), ("kadiatou", "present", 15, 31, ""),
        ("nour", "absent", 15, 40, ""), ("hugo-m", "present", 15, 28, ""), ("yassine", "present", 15, 29, ""),
    )),
    (date(2026, 11, 25), 0, (("leonie", "present", 13, 54, ""), ("basile", "present", 13, 54, ""))),
)  # fmt: skip
"""The last one is half called."""
DISPUTED = ("dylan", date(2026, 11, 25), (13, 58), (14, 2))
"""Two telephones without a network: one says that he is there, the other that he is not."""
ABSENCES = (
    ("sofiia", "olena.kovalenko", date(2026, 11, 25), date(2026, 11, 25), datetime(2026, 11, 23, 18, 12, tzinfo=UTC)),
)
WATCHED = (date(2026, 11, 4), date(2026, 11, 18))
ADULTS = (("Leïla Haddad", "leader", date(2026, 11, 25), (13, 45)),)

SHEETS: tuple[tuple[str, str, Care, bool], ...] = (
    (
        "basile",
        "camille.rousseau",
        Care(
            allergies=(Allergen.PEANUT, Allergen.SESAME),
            reaction="La trousse rouge est dans son sac, avec le mode d’emploi. Appeler le 15, puis Camille.",
            contacts=(Contact("Martine Rousseau", "grand-mère", "06 39 98 11 09"),),
            on_paper=True,
            paper_place="Enveloppe fermée, armoire du dojo",
        ),
        False,
    ),
    (
        "leonie",
        "camille.rousseau",
        Care(
            helps="Lui dire cinq minutes avant qu’on change d’exercice. S’asseoir à côté d’elle suffit.",
            avoid="Le sifflet tout près. La faire passer la première devant tout le monde.",
            contacts=(Contact("Martine Rousseau", "grand-mère", "06 39 98 11 09"),),
        ),
        True,
    ),
    ("kadiatou", "aissatou.balde", Care(meal=Meal.NO_PORK, allergies=(Allergen.STINGS,)), False),
    ("jeanne", "helene.delattre", Care(helps="Elle entend mieux de l’oreille droite : se placer de ce côté."), True),
)
"""Child, who wrote it, what it says, and whether « ce qui m’aide » is shared with the team."""
