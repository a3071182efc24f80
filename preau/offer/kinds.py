"""Every kind of official file that the house reads, in the order in which a town is filled."""

from __future__ import annotations

from dataclasses import replace

from preau.offer.activities.following import follow_calendar
from preau.offer.events.sources import CALENDARS, OPENAGENDA
from preau.offer.providers.sources import ASSOCIATIONS
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.town.addresses.sources import ADDRESSES
from preau.town.areas.barriers import BARRIERS
from preau.town.areas.sources import AREAS, GRID
from preau.town.calendar.sources import BANK_HOLIDAYS, HOLIDAYS
from preau.town.opendata.source import Source
from preau.town.places.sources import ACCESS, DIGITAL, SCHOOLS, SPORTS


def _sessions_follow(commune: Commune, hand: Hand) -> None:
    """Days without class have changed: the sessions to come follow, and those who keep them are told."""
    follow_calendar(commune, now=hand.now, hand=hand)


SOURCES: tuple[Source, ...] = (
    *AREAS,
    GRID,
    BARRIERS,
    ADDRESSES,
    replace(HOLIDAYS, after=_sessions_follow),
    replace(BANK_HOLIDAYS, after=_sessions_follow),
    SCHOOLS,
    SPORTS,
    ACCESS,
    DIGITAL,
    ASSOCIATIONS,
    OPENAGENDA,
    CALENDARS,
)
