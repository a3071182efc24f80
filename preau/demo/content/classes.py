"""The classes of three schools, what they lived, what they ask for this year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from preau.offer.activities.enums import Domain as D
from preau.offer.classes.enums import HalfDay as H

from .shapes import Person as P

PEOPLE: tuple[P, ...] = (
    P("hugo.perrin", "Hugo Perrin", "ecole-tilleuls", "teacher", "Enseignant de CE2",
      "Ses élèves ont voté pour le théâtre, à quatorze voix contre neuf.", opens=True),
    P("maud.faure", "Maud Faure", "ecole-coteaux", "teacher", "Enseignante de CM2",
      "Demande peu, et toujours pour la bonne raison."),
    P("ismael.konan", "Ismaël Konan", "ecole-tilleuls", "teacher", "Enseignant de CM1",
      "Emmène sa classe partout à pied."),
    P("celine.rauch", "Céline Rauch", "ecole-lavoir", "school_head", "Directrice par intérim",
      "Remplace Pierre le vendredi, et répond à ce qui ne peut pas attendre.", opens=True),
)  # fmt: skip
HEADS = (("claire.aubin", "ecole-tilleuls"), ("nadege.toussaint", "ecole-coteaux"), ("pierre.vasseur", "ecole-lavoir"))
"""Contributors to the plan who head a school: the second role that they hold."""

OPENED_AT = datetime(2026, 9, 8, 7, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    school: str
    name: str
    levels: tuple[str, ...]
    size: int
    follows: str = ""
    year: int = 2026


GROUPS: tuple[Group, ...] = (
    Group("t-ce1-25", "ecole-tilleuls", "CE1 B", ("ce1",), 25, year=2025),
    Group("c-cm1-25", "ecole-coteaux", "CM1 de Mme Faure", ("cm1",), 26, year=2025),
    Group("t-cp", "ecole-tilleuls", "CP A", ("cp",), 23),
    Group("t-ce2", "ecole-tilleuls", "CE2 de M. Perrin", ("ce2",), 25, "t-ce1-25"),
    Group("t-cm1", "ecole-tilleuls", "CM1 de M. Konan", ("cm1",), 27),
    Group("t-cm2", "ecole-tilleuls", "CM2 A", ("cm2",), 26),
    Group("c-ce2", "ecole-coteaux", "CE2-CM1", ("ce2", "cm1"), 22),
    Group("c-cm2", "ecole-coteaux", "CM2 de Mme Faure", ("cm2",), 26, "c-cm1-25"),
    Group("l-gs", "ecole-lavoir", "Les Libellules", ("ms", "gs"), 24),
)


@dataclass(frozen=True, slots=True)
class Lived:
    group: str
    title: str
    domain: D
    pillars: tuple[str, ...]
    hours: Decimal
    on: date


LIVED: tuple[Lived, ...] = (
    Lived("t-ce1-25", "Chorale des écoles", D.MUSIC, ("practise", "meet"), Decimal(14), date(2026, 6, 12)),
    Lived("t-cm1", "Une journée au musée des beaux-arts", D.VISUAL, ("meet", "know"), Decimal(5), date(2026, 10, 8)),
    Lived("t-cm2", "Correspondance avec un auteur", D.READING, ("meet",), Decimal("3.5"), date(2026, 11, 5)),
    Lived("l-gs", "Spectacle de marionnettes", D.STAGE, ("meet",), Decimal(1), date(2026, 10, 1)),
)


@dataclass(frozen=True, slots=True)
class Receiving:
    """``title`` is that of the activity of the catalogue."""

    title: str
    seats: int
    hours: Decimal
    opens_on: date
    closes_on: date
    largest: int | None = 28
    adults: int = 2
    practical: str = ""


RECEIVING: tuple[Receiving, ...] = (
    Receiving("Un CE2 au Lavoir", 6, Decimal(6), date(2026, 9, 14), date(2026, 12, 4),
              practical="Une journée entière. Pique-nique possible dans le foyer du théâtre."),
    Receiving("Un artiste, une classe, une fresque", 2, Decimal(6), date(2026, 9, 14), date(2026, 11, 13),
              practical="Une bâche, un point d’eau et un mur que l’on a le droit de peindre."),
    Receiving("Accueil de classes à la médiathèque", 20, Decimal("4.5"), date(2026, 9, 7), date(2027, 4, 30), largest=30),
    Receiving("Planétarium dans l’école", 4, Decimal("1.5"), date(2026, 9, 21), date(2026, 12, 18)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """``told``: the steps taken after the teacher asked, in order; ``by`` is the teacher."""

    offer: str
    group: str
    by: str
    at: datetime
    told: tuple[str, ...] = ("confirm",)
    times: tuple[H, ...] = ()
    needs: str = ""
    words: str = ""
    rank: int = 1
    adults: int = 2


def _at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 15, 40, tzinfo=UTC)


WISHES: tuple[Wish, ...] = (
    Wish("Un CE2 au Lavoir", "t-ce2", "hugo.perrin", _at(11, 20), (), (H.FRIDAY_AM, H.FRIDAY_PM),
         "Une place de plain-pied près de la scène.", "La classe écrit une pièce depuis octobre."),
    Wish("Un artiste, une classe, une fresque", "t-cp", "claire.aubin", _at(10, 2), ("confirm",)),
    Wish("Un artiste, une classe, une fresque", "t-cm1", "ismael.konan", _at(9, 18), ("confirm",), (H.TUESDAY_PM,)),
    Wish("Un artiste, une classe, une fresque", "c-ce2", "maud.faure", _at(10, 30), ("confirm",), (),
         "Un coin calme pour faire une pause."),
    Wish("Accueil de classes à la médiathèque", "t-ce2", "hugo.perrin", _at(9, 22), ("confirm", "accept", "record"), rank=2),
    Wish("Accueil de classes à la médiathèque", "c-cm2", "maud.faure", _at(9, 25), ("confirm", "accept")),
    Wish("Accueil de classes à la médiathèque", "l-gs", "pierre.vasseur", _at(11, 19), (), (H.THURSDAY_AM,)),
    Wish("Planétarium dans l’école", "t-cm2", "ismael.konan", _at(11, 17), ("confirm",), (H.MONDAY_AM, H.THURSDAY_AM)),
)  # fmt: skip
PLANNED_ON = date(2026, 12, 10)
CAME_ON = date(2026, 11, 12)
