"""A person's day: what waits for them, put in an order in which one would do it. Pure: things in, groups out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from preau.foundation.design.templatetags.preau_design import long_date
from preau.people.notices.waiting import Waiting

SHOWN = 8
"""Of a group, before the rest is folded away."""


class When(StrEnum):
    LATE = "late"
    WEEK = "week"
    LATER = "later"
    UNDATED = "undated"


NAMES: dict[When, str | Promise] = {
    When.LATE: gettext_lazy("En retard"),
    When.WEEK: gettext_lazy("Cette semaine"),
    When.LATER: gettext_lazy("Plus tard"),
    When.UNDATED: gettext_lazy("Sans date"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """``by_when`` says the day as one would say it aloud: « demain », « depuis 3 jours »."""

    title: str
    path: str
    why: str
    when: When
    by_when: str


@dataclass(frozen=True, slots=True)
class Group:
    when: When
    things: list[Thing]

    @property
    def name(self) -> str | Promise:
        return NAMES[self.when]

    @property
    def first(self) -> list[Thing]:
        return self.things[:SHOWN]

    @property
    def rest(self) -> list[Thing]:
        return self.things[SHOWN:]


class Day:
    """``waiting``: in any order."""

    def __init__(self, waiting: Sequence[Waiting], today: date) -> None:
        self.today = today
        told = sorted(waiting, key=lambda thing: (thing.due_on is None, thing.due_on or today))
        self.things = [_thing(each, today) for each in told]

    @property
    def first(self) -> Thing | None:
        """What to begin with: the oldest of what is late, else what is due first."""
        return self.things[0] if self.things else None

    @property
    def groups(self) -> list[Group]:
        """Those that hold something, ``first`` left out."""
        found: dict[When, list[Thing]] = {}
        for thing in self.things[1:]:
            found.setdefault(thing.when, []).append(thing)
        return [Group(each, found[each]) for each in When if each in found]

    @property
    def late(self) -> int:
        return sum(thing.when == When.LATE for thing in self.things)

    @property
    def headline(self) -> str:
        """The answer: how much waits, and whether it presses."""
        count = len(self.things)
        if not count:
            return _("Rien ne vous attend aujourd’hui")
        said = ngettext("%(n)d chose vous attend", "%(n)d choses vous attendent", count) % {"n": count}
        if not self.late:
            return said
        if self.late == count:
            return said + ", " + ngettext("en retard", "toutes en retard", count)
        return said + ", " + ngettext("dont %(n)d en retard", "dont %(n)d en retard", self.late) % {"n": self.late}


def _thing(told: Waiting, today: date) -> Thing:
    """« En retard » is said by the group already: as the only reason it is left out."""
    why = "" if told.why == _("en retard") else told.why
    return Thing(_capital(told.title), told.path, why, when(told.due_on, today), by_when(told.due_on, today))


def when(due_on: date | None, today: date) -> When:
    """The week ends on Sunday."""
    if due_on is None:
        return When.UNDATED
    if due_on < today:
        return When.LATE
    sunday = today + timedelta(days=6 - today.weekday())
    return When.WEEK if due_on <= sunday else When.LATER


def by_when(due_on: date | None, today: date) -> str:
    if due_on is None:
        return ""
    days = (due_on - today).days
    if days < -30:
        return _("depuis le %(day)s") % {"day": long_date(due_on)}
    if days < 0:
        return ngettext("depuis %(n)d jour", "depuis %(n)d jours", -days) % {"n": -days}
    if days == 0:
        return _("aujourd’hui")
    if days == 1:
        return _("demain")
    if when(due_on, today) == When.WEEK:
        return formats.date_format(due_on, "l")
    return _("avant le %(day)s") % {"day": long_date(due_on)}


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
