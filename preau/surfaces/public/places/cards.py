"""A place as families read it: is it open, how is it now, who can get in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.places.access import enters_on_wheels, has_adapted_toilets
from preau.town.places.answers import AccessOf, access_of
from preau.town.places.models import Site, SitePhoto
from preau.town.places.opening import Standing
from preau.town.places.wording import standing_words
from preau.town.spaces.enums import Wheelchair
from preau.town.spaces.models import OpenSpace
from preau.town.spaces.queries import door_of, state_of
from preau.town.spaces.rules import How, State, Terms
from preau.town.spaces.wording import state_words, why_words

_TONES = {How.OPEN: "good", How.BUSY: "info", How.BROKEN: "warn", How.CLOSED: "stop"}


@dataclass(frozen=True)
class Card:
    """A site with its door and, where anybody may play, how the ground is now."""

    site: Site
    door: Standing
    space: OpenSpace | None
    state: State | None
    now: datetime

    @property
    def is_open(self) -> bool:
        if self.state is not None and self.state.how in (How.CLOSED, How.BROKEN):
            return False
        return self.door.is_open or (self.state is not None and self.state.how in (How.OPEN, How.BUSY))

    @property
    def words(self) -> str:
        if self.state is not None:
            return state_words(self.state, self.door, self.now)
        return standing_words(self.door, timezone.localdate(self.now))

    @property
    def why(self) -> str:
        return why_words(self.state, self.now) if self.state is not None else ""

    @property
    def tone(self) -> str:
        """Which colour doubles the words; "" when nobody knows."""
        if self.state is not None and self.state.how in _TONES:
            return _TONES[self.state.how]
        return ("good" if self.door.is_open else "stop") if self.door.is_known else ""

    @cached_property
    def access(self) -> AccessOf:
        return access_of(self.site)

    @property
    def is_lit(self) -> bool:
        return self.space is not None and self.space.has_light is True

    @property
    def has_water(self) -> bool:
        return self.space is not None and self.space.has_water is True

    @property
    def has_toilets(self) -> bool:
        values = self.access.values
        said = str(values.get("sanitaires_presence", "")).lower() in ("true", "oui")
        return said or has_adapted_toilets(values) or (self.space is not None and self.space.has_toilets is True)

    @property
    def takes_wheels(self) -> bool:
        on_ground = self.space is not None and self.space.wheelchair == Wheelchair.YES
        return on_ground or enters_on_wheels(self.access.values) is True

    @property
    def photo(self) -> SitePhoto | None:
        return next(iter(self.site.photos.all()), None)


def card_of(site: Site, now: datetime, *, calendar: SchoolCalendar, terms: Terms) -> Card:
    """Of a site fetched by ``shown_sites``: no query of its own."""
    space: OpenSpace | None = getattr(site, "open_space", None)
    if space is not None:
        space.site = site  # the one whose hours were fetched
    state = state_of(space, now, calendar=calendar, terms=terms) if space else None
    return Card(site, door_of(site, now, calendar), space, state, now)
