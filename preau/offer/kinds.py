"""Every kind of official file that the house reads, in the order in which a town is filled."""

from __future__ import annotations

from preau.offer.events.sources import CALENDARS, OPENAGENDA
from preau.offer.providers.sources import ASSOCIATIONS
from preau.town.addresses.sources import ADDRESSES
from preau.town.areas.sources import AREAS, GRID
from preau.town.calendar.sources import BANK_HOLIDAYS, HOLIDAYS
from preau.town.opendata.source import Source
from preau.town.places.sources import ACCESS, DIGITAL, SCHOOLS, SPORTS

SOURCES: tuple[Source, ...] = (
    *AREAS,
    GRID,
    ADDRESSES,
    HOLIDAYS,
    BANK_HOLIDAYS,
    SCHOOLS,
    SPORTS,
    ACCESS,
    DIGITAL,
    ASSOCIATIONS,
    OPENAGENDA,
    CALENDARS,
)
