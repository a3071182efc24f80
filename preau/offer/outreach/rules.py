"""What decides whether a list may be opened, and when it ends. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .errors import Refusal
from .groups import Group


@dataclass(frozen=True, slots=True)
class Terms:
    """``days`` open; ``least`` children in the group, called or not; ``most`` on one list."""

    days: int
    least: int
    most: int


HOUSE = Terms(days=30, least=11, most=60)
"""Until the town decides otherwise."""


def refusal(group: Group, *, known: int, to_call: int, terms: Terms) -> Refusal | None:
    """``known``: children of the group; ``to_call``: those who were not seen, nor wait for a place, nor object.

    The small group is refused first, so that a refusal says nothing of who came.
    """
    if group.is_everybody:
        return Refusal.EVERYBODY
    if known < terms.least:
        return Refusal.TOO_SMALL
    if not to_call:
        return Refusal.NOBODY
    return Refusal.TOO_MANY if to_call > terms.most else None


def closes_on(opened_on: date, terms: Terms, designated_until: date | None) -> date:
    """The last day, in; never beyond the designation."""
    last = opened_on + timedelta(terms.days - 1)
    return min(last, designated_until) if designated_until else last
