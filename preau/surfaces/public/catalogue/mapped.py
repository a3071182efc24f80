"""The results on the map: one number by place, and the same numbers in the list beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.maps import Box, Map
from preau.foundation.maps import Point as Mark
from preau.offer.finding.answer import Answer
from preau.offer.finding.entries import Entry, Place
from preau.people.organisations.models import Commune
from preau.town.areas.mapping import ground

MOST_PLACES, MOST_TITLES = 60, 4
_AROUND = 0.004
"""Degrees: some 300 m, so that no mark stands on the edge."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the list; ``minutes`` on foot, None without a point."""

    number: int
    key: int
    place: Place
    entries: list[Entry]
    more: int
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Mapped:
    map: Map | None
    stops: list[Stop]
    more_places: int
    apart: int
    """Entries without a place on the map."""


def mapped(found: Answer, commune: Commune) -> Mapped:
    """Places in the order of their best entry. One query, for the outlines."""
    places = found.by_place()
    shown = list(places.items())[:MOST_PLACES]
    stops = [_stop(found, number, key, numbers) for number, (key, numbers) in enumerate(shown, 1)]
    on_map = sum(len(numbers) for numbers in places.values())
    return Mapped(_drawn(found, commune, stops), stops, len(places) - len(shown), found.count - on_map)


def _stop(found: Answer, number: int, key: int, numbers: list[int]) -> Stop:
    entries = [found.index.entries[each] for each in numbers[:MOST_TITLES]]
    return Stop(number, key, found.index.places[key], entries, len(numbers) - len(entries), found.walks.get(key))


def _drawn(found: Answer, commune: Commune, stops: list[Stop]) -> Map | None:
    """None when nothing is on the map: a map of nowhere helps nobody."""
    near = found.selection.near
    spots = [(cast(float, stop.place.lon), cast(float, stop.place.lat)) for stop in stops]
    box = Box.around([*spots, *([(near.lon, near.lat)] if near else [])], margin=_AROUND)
    if box is None or not stops:
        return None
    return Map(
        box=box,
        title=_("Carte des lieux trouvés"),
        description=_("Les mêmes lieux, avec les mêmes numéros, sont dans la liste qui suit."),
        key="carte-activites",
        outlines=ground(commune).outlines,
        points=tuple(
            Mark(lon, lat, stop.place.name, stop.number, f"#lieu-{stop.key}", detail=_count(stop))
            for stop, (lon, lat) in zip(stops, spots, strict=True)
        ),
        origin=Mark(near.lon, near.lat, _("votre point de départ")) if near else None,
        is_listed=False,
    )


def _count(stop: Stop) -> str:
    count = len(stop.entries) + stop.more
    return ngettext("%(count)d activité", "%(count)d activités", count) % {"count": count}
