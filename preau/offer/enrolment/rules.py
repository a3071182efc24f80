"""Whether a child may have a place: every reason against it at once, never one after the other. Pure.

Facts are arguments; nothing here asks a database or a clock. An official may argue about each function: each is short.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from preau.foundation.maps.distance import metres
from preau.people.households.papers import Papers
from preau.people.households.rights import Act, age_on, allows, alone_from, born_by
from preau.town.areas.distance import DEFAULTS, Pace, minutes, pace_for

from .enums import Mode
from .reasons import PUBLISHED, Effect, ReasonCode
from .timetable import Span, meet

HOURS_TO_ANSWER = 48
"""For a freed place, as long as the town has not decided otherwise (``EnrolmentTerms``)."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One reason against a place. ``about`` names what it is about: an activity, an age, the kinds of papers."""

    code: ReasonCode
    about: tuple[str, ...] = ()

    @property
    def effect(self) -> Effect:
        return PUBLISHED[self.code].effect


@dataclass(frozen=True, slots=True)
class Where:
    """``site`` is its key; the degrees are None where nobody put it on the map."""

    site: int | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What a unit asks. ``cap`` is how many groups of its domain a child may have in the school year."""

    starts_on: date
    ends_on: date
    spans: tuple[Span, ...]
    where: Where = Where()
    mode: str = Mode.DIRECT
    is_shown: bool = True
    is_group: bool = True
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    age_min: int | None = None
    age_max: int | None = None
    levels: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    domain: str = ""
    school_year: int = 0
    cap: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A place that the child has already."""

    unit: int
    title: str
    spans: tuple[Span, ...]
    where: Where = Where()
    domain: str = ""
    school_year: int = 0
    is_group: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a child and of who asks. ``rights`` is None when no link leads from one to the other.

    ``is_oneself``: the account that asks is the child's own. ``lives_there``: the child lives in the home that pays.
    """

    born_on: date
    level: str = ""
    rights: str | None = None
    is_oneself: bool = False
    lives_there: bool = True
    papers: Papers = field(default_factory=Papers)
    held: tuple[Held, ...] = ()
    is_known: bool = False
    paces: tuple[Pace, ...] = field(default=DEFAULTS)


def misfits(offered: Offered, asked: Asked, *, now: datetime, today: date) -> list[Misfit]:
    """Every reason but the number of seats, which is counted under the lock of the unit."""
    return [
        *_right(asked, today),
        *_window(offered, now, today),
        *_age(offered, asked),
        *_level(offered, asked),
        *_papers(offered, asked),
        *([Misfit(ReasonCode.ALREADY)] if asked.is_known else []),
        *no_seat(offered, asked),
    ]


def never(offered: Offered, asked: Asked) -> list[Misfit]:
    """What no waiting would change for this group: age and class. Said when a wish is written, not after a draw."""
    return [*_age(offered, asked), *_level(offered, asked)]


def no_seat(offered: Offered, asked: Asked) -> list[Misfit]:
    """What keeps a child from sitting, and lets it wait: asked again when a freed place is accepted."""
    return [*_overlap(offered, asked), *_cap(offered, asked)]


def refused(found: list[Misfit], *, sits: bool) -> bool:
    """Whether these reasons refuse the child a seat, or the queue."""
    stopping = (Effect.REFUSES, Effect.NO_SEAT) if sits else (Effect.REFUSES,)
    return any(each.effect in stopping for each in found)


def offered_until(now: datetime, hours: int, begins_at: datetime | None) -> datetime | None:
    """Until when a freed place is kept: never after the date itself has begun. None: too late to offer it."""
    until = now + timedelta(hours=hours)
    if begins_at is None or until < begins_at:
        return until
    return begins_at if now < begins_at else None


def is_late(starts_on: date, release_days: int, today: date) -> bool:
    """Whether a place is given back in the last days before it begins. A group that has begun is left at any time."""
    return starts_on - timedelta(days=release_days) < today <= starts_on


def _right(asked: Asked, today: date) -> Iterator[Misfit]:
    alone = asked.is_oneself and asked.born_on <= born_by(today, alone_from(today))
    if not alone and (asked.rights is None or not allows(asked.rights, Act.REGISTER)):
        yield Misfit(ReasonCode.NO_RIGHT)
    if not asked.lives_there:
        yield Misfit(ReasonCode.NOT_HOME)


def _window(offered: Offered, now: datetime, today: date) -> Iterator[Misfit]:
    if not offered.is_shown:
        yield Misfit(ReasonCode.NOT_SHOWN)
    if offered.mode == Mode.CAMPAIGN:
        yield Misfit(ReasonCode.CAMPAIGN)
    if offered.ends_on < today:
        yield Misfit(ReasonCode.OVER)
    elif offered.opens_at is None or now < offered.opens_at:
        yield Misfit(ReasonCode.NOT_OPEN)
    elif offered.closes_at is not None and now >= offered.closes_at:
        yield Misfit(ReasonCode.CLOSED)


def _age(offered: Offered, asked: Asked) -> Iterator[Misfit]:
    age = age_on(asked.born_on, offered.starts_on)
    if offered.age_min is not None and age < offered.age_min:
        yield Misfit(ReasonCode.TOO_YOUNG, (str(age), str(offered.age_min)))
    if offered.age_max is not None and age > offered.age_max:
        yield Misfit(ReasonCode.TOO_OLD, (str(age), str(offered.age_max)))


def _level(offered: Offered, asked: Asked) -> Iterator[Misfit]:
    """A child whose class nobody wrote is not refused for it."""
    if offered.levels and asked.level and asked.level not in offered.levels:
        yield Misfit(ReasonCode.LEVEL, (asked.level,))


def _papers(offered: Offered, asked: Asked) -> Iterator[Misfit]:
    """What was given counts before anybody looked (``households.papers``)."""
    if missing := offered.documents - asked.papers.given:
        yield Misfit(ReasonCode.PAPERS, tuple(sorted(missing)))


def _overlap(offered: Offered, asked: Asked) -> Iterator[Misfit]:
    meeting = [each.title for each in asked.held if _meets(offered, each, asked)]
    if meeting:
        yield Misfit(ReasonCode.OVERLAP, tuple(dict.fromkeys(meeting)))


def _meets(offered: Offered, held: Held, asked: Asked) -> bool:
    travel = walk(offered.where, held.where, age_on(asked.born_on, offered.starts_on), offered.starts_on, asked.paces)
    return any(meet(one, other, travel=travel) for one in offered.spans for other in held.spans)


def walk(one: Where, other: Where, age: int, on: date, paces: tuple[Pace, ...] = DEFAULTS) -> int:
    """Minutes on foot between two places; none when they are the same, or when one is not on the map."""
    if one.site == other.site or one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return 0
    return minutes(metres(one.lon, one.lat, other.lon, other.lat), pace_for(age, on, paces))


def _cap(offered: Offered, asked: Asked) -> Iterator[Misfit]:
    if offered.cap is None or not offered.is_group:
        return
    same = [
        each
        for each in asked.held
        if each.is_group and each.domain == offered.domain and each.school_year == offered.school_year
    ]
    if len(same) >= offered.cap:
        yield Misfit(ReasonCode.CAP, (str(offered.cap), *(each.title for each in same)))
