"""What all pages about a ground share: which one, how it is now, whether the person may change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils import timezone

from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import load, require
from preau.town.calendar.queries import calendar_of
from preau.town.spaces.models import OpenSpace
from preau.town.spaces.permissions import SPACES
from preau.town.spaces.queries import door_of, spaces, state_of, terms_on
from preau.town.spaces.rules import How, State
from preau.town.spaces.wording import state_words, why_words

_TONES = {How.OPEN: "good", How.BUSY: "info", How.BROKEN: "warn", How.CLOSED: "stop"}


@dataclass(frozen=True, slots=True)
class Ground:
    """A space as its page and its line in the list say it."""

    space: OpenSpace
    state: State
    words: str
    why: str

    @property
    def tone(self) -> str:
        return _TONES.get(self.state.how, "")


def the_town() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


def the_space(request: HttpRequest, slug: str, action: str = "read") -> OpenSpace:
    """403 for whoever has no business with spaces at all, 404 for a space that is not there."""
    require(request, SPACES, "read")
    now = timezone.now()
    found = spaces(now, terms_on(the_town(), timezone.localdate(now)))
    return load(request, SPACES, action, found, site__slug=slug)


def grounds(found: list[OpenSpace], now: datetime) -> list[Ground]:
    """Of spaces fetched by ``spaces``: four queries for all of them."""
    commune, today = the_town(), timezone.localdate(now)
    calendar, terms = calendar_of(commune), terms_on(commune, today)
    answered = []
    for space in found:
        state = state_of(space, now, calendar=calendar, terms=terms)
        words = state_words(state, door_of(space.site, now, calendar), now)
        answered.append(Ground(space, state, words, why_words(state, now)))
    return answered
