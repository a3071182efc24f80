from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from preau.people.accounts.models import User
from preau.people.households.models import Child


@dataclass(frozen=True, slots=True)
class Awaiting:
    """One thing that the family must answer. ``title`` is a sentence, ``act`` the word of its link."""

    title: str
    path: str
    act: str
    due_on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that comes for a child: « mercredi 14 h, judo ». ``when`` orders them; it is not shown."""

    title: str
    path: str
    when: date
    note: str = ""


type AwaitingSource = Callable[[User, Sequence[Child], date], Iterable[Awaiting]]
"""From an account, the children it may act for and a day. A fixed number of queries."""
type ComingSource = Callable[[User, Sequence[Child], date], Mapping[int, Sequence[Coming]]]
"""By child id. A fixed number of queries, whatever the number of children."""
_EACH = 4


def all_awaiting(
    sources: Iterable[AwaitingSource], account: User, children: Sequence[Child], on: date
) -> list[Awaiting]:
    """What is due first comes first; what has no date comes last, in the order of the sources."""
    things = [thing for source in sources for thing in source(account, children, on)]
    return sorted(things, key=lambda thing: (thing.due_on is None, thing.due_on or date.min))


def all_coming(
    sources: Iterable[ComingSource], account: User, children: Sequence[Child], on: date
) -> dict[int, list[Coming]]:
    """At most four for each child, the nearest first."""
    found: dict[int, list[Coming]] = {child.pk: [] for child in children}
    for source in sources:
        for child, things in source(account, children, on).items():
            found.setdefault(child, []).extend(things)
    return {child: sorted(things, key=lambda thing: thing.when)[:_EACH] for child, things in found.items()}
