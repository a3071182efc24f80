"""What waits for somebody, told by whoever knows: this app carries it to the weekly mail without knowing the trade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from preau.people.accounts.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """``title`` and ``why`` leave by mail: they name things, in the language of the person, and quote nobody."""

    title: str
    path: str
    due_on: date | None = None
    why: str = ""


type WaitingSource = Callable[[Sequence[User], date], Mapping[int, Sequence[Waiting]]]
"""From people and a day to what waits for each (by account id). A fixed number of queries for all of them."""


def nothing_waits(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    return {}


def give(found: dict[int, list[Waiting]], people: Iterable[int], thing: Waiting) -> None:
    """The same thing waits for each of these accounts."""
    for person in people:
        found.setdefault(person, []).append(thing)


def gathered(*sources: WaitingSource) -> WaitingSource:
    """Several sources as one: what is due first comes first, what has no date comes last."""

    def gather(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
        told: dict[int, list[Waiting]] = {}
        for source in sources:
            for person, things in source(people, on).items():
                told.setdefault(person, []).extend(things)
        return {person: sorted(things, key=_by_date) for person, things in told.items()}

    return gather


def _by_date(thing: Waiting) -> tuple[bool, date]:
    return thing.due_on is None, thing.due_on or date.min
