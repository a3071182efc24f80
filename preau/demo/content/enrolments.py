"""Groups of Clairval that are open this autumn: the last places of the year, who took them, who waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

OPENED_AT = datetime(2026, 10, 27, 7, 0, tzinfo=UTC)
"""They were announced on the 5th, and opened after the autumn holidays had begun: nobody had to get up early."""
DECIDED_ON = date(2026, 9, 1)
HOURS = 72
DECIDED_BY = "Délibération du 25 juin 2026"
HOURS_TO_COME = (date(2027, 3, 1), 48, "Délibération du 15 octobre 2026")
CAPS = (("water", 1), ("music", 2))
"""Groups of one domain by child and year: lessons are short of water, not of children."""


@dataclass(frozen=True, slots=True)
class Group:
    """``slot`` counts the slots of the entry in their order, ``seats`` are those that the town opens now."""

    entry: str
    seats: int
    slot: int = 0
    mode: str = "direct"
    documents: tuple[str, ...] = ()


GROUPS: tuple[Group, ...] = (
    Group("savoir-nager-avant-le-college", 3),
    Group("savoir-nager-avant-le-college", 4, slot=1),
    Group("ecole-des-sports-du-mercredi", 5, slot=1),
    Group("petits-explorateurs-du-parc", 2),
    Group("eveil-musical", 6),
    Group("eveil-musical", 3, slot=1),
    Group("choeur-denfants-du-lavoir", 8),
    Group("orchestre-a-la-pause-de-midi", 4),
    Group("athletisme-courir-sauter-lancer", 6),
    Group("atelier-decriture-et-de-bande-dessinee", 4),
    Group("petit-cinema-tourner-un-film-court", 4),
    Group("hip-hop-au-gymnase", 9, documents=("insurance",)),
    Group("mini-hand-a-la-pause-de-midi", 24, mode="campaign"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """``group`` is a place in ``GROUPS``; ``by`` the adult who asks, ``channel`` the door."""

    group: int
    child: str
    by: str
    at: datetime
    channel: str = "online"


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    month = 10 if day > 26 else 11
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


ASKED: tuple[Asked, ...] = (
    Asked(0, "timeo", "laure.carpentier", _at(27, 18, 12)),
    Asked(0, "jeanne", "helene.delattre", _at(28, 11, 40)),
    Asked(0, "kadiatou", "aissatou.balde", _at(29, 14, 5), "phone"),
    Asked(3, "sofiia", "olena.kovalenko", _at(30, 9, 30), "counter"),
    Asked(3, "dylan", "monique.lefevre", _at(30, 15, 55)),
    Asked(2, "leonie", "camille.rousseau", _at(2, 20, 10)),
    Asked(0, "simon", "marc.delattre", _at(2, 20, 31)),
    Asked(0, "leonie", "camille.rousseau", _at(3, 7, 2)),
    Asked(3, "basile", "camille.rousseau", _at(3, 7, 5)),
    Asked(4, "adam", "zofia.nowak", _at(6, 10, 15), "counter"),
    Asked(4, "agathe", "benoit.carpentier", _at(8, 21, 3)),
    Asked(8, "jeanne", "helene.delattre", _at(9, 12, 20)),
    Asked(8, "simon", "helene.delattre", _at(9, 12, 21)),
    Asked(7, "timeo", "laure.carpentier", _at(10, 8, 44)),
    Asked(10, "moussa", "aissatou.balde", _at(12, 17, 9)),
    Asked(9, "nour", "samira.haddouche", _at(16, 13, 33)),
)
GIVEN_BACK = (3, "sofiia", datetime(2026, 11, 24, 7, 40, tzinfo=UTC))
"""A place that goes to the first who waits, and whose answer the town is waiting for."""
