"""What each kind of link lets an adult do for a child. A table, because somebody may have to explain it in court."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from preau.people.households.enums import GuardianRights


class Act(StrEnum):
    READ = "read"  # the child's file, registrations, absences
    REGISTER = "register"  # usual acts: register, release, wish, tell an absence
    EDIT = "edit"  # the child's file
    COLLECT = "collect"  # name who may collect the child
    CONSENT = "consent"  # what is not a usual act: pictures above all


RIGHTS: dict[Act, frozenset[GuardianRights]] = {
    Act.READ: frozenset({GuardianRights.FULL, GuardianRights.USUAL_ACTS, GuardianRights.INFORMED}),
    Act.REGISTER: frozenset({GuardianRights.FULL, GuardianRights.USUAL_ACTS}),
    Act.EDIT: frozenset({GuardianRights.FULL, GuardianRights.USUAL_ACTS}),
    Act.COLLECT: frozenset({GuardianRights.FULL}),
    Act.CONSENT: frozenset({GuardianRights.FULL}),
}
"""Code civil, art. 372-2 (one parent alone does usual acts), 373-2-1 (who has no authority is still informed)."""

ALONE_FROM_SINCE = ((date(2018, 6, 22), 15),)
"""From which day, how many whole years: the age from which a young person acts alone on line.

Loi Informatique et Libertés, art. 45, as written by the loi n° 2018-493 of 20 June 2018. A change adds a line.
"""
ALONE = frozenset({Act.READ, Act.REGISTER, Act.EDIT})


def allows(rights: str, act: Act) -> bool:
    return rights in RIGHTS[act]


def alone_from(day: date) -> int:
    """The age in force that day; the first one known for days before it."""
    return next((age for since, age in reversed(ALONE_FROM_SINCE) if since <= day), ALONE_FROM_SINCE[0][1])


def age_on(born_on: date, day: date) -> int:
    """Whole years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def born_by(today: date, age: int) -> date:
    """The last birth date at which one is ``age`` today; 28 February stands for the 29th."""
    try:
        return today.replace(year=today.year - age)
    except ValueError:
        return today.replace(year=today.year - age, day=28)
