"""How long it takes on foot: the crow's distance, stretched by the streets, at the pace of who walks.

The paces are dated facts: ``DEFAULTS`` holds those of the house, ``paces_of`` those that the town decided instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from preau.foundation.maps.distance import metres

LONGEST = 60
"""Minutes above which « plus d’une heure » says enough."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How those under ``age_under`` walk (None: everybody older) from a day on.

    ``detour`` is the length of a walk over the crow's distance: streets turn, rivers and railways are crossed at
    bridges.
    """

    valid_from: date
    age_under: int | None
    km_per_hour: float
    detour: float
    source: str = ""


_FIRST = date(2000, 1, 1)
_HOUSE = "Repère de la maison pour un plan de ville ; détour de 1,3 dans un réseau de rues ordinaire."
DEFAULTS: tuple[Pace, ...] = (
    Pace(_FIRST, 6, 3.5, 1.3, _HOUSE),
    Pace(_FIRST, 12, 4.0, 1.3, _HOUSE),
    Pace(_FIRST, None, 4.5, 1.3, _HOUSE),
)


def pace_for(age: int | None, on: date, paces: Sequence[Pace] = DEFAULTS) -> Pace:
    """The pace of that age on that day: of the rows in force, the youngest limit that the age is under.

    No age is an adult. A town may leave an age to the house: then the house's own row answers.
    """
    for known in (paces, DEFAULTS):
        in_force = [pace for pace in known if pace.valid_from <= on and _covers(pace, age)]
        if in_force:
            return min(in_force, key=lambda pace: (pace.age_under or math.inf, -pace.valid_from.toordinal()))
    return DEFAULTS[-1]


def minutes(distance: float, pace: Pace) -> int:
    """Whole minutes for that many metres as the crow flies; one at least, as nobody is nowhere."""
    return max(1, math.ceil(distance * pace.detour / (pace.km_per_hour * 1000 / 60) - 0.01))


def walking_minutes(
    lon: float,
    lat: float,
    other_lon: float,
    other_lat: float,
    *,
    age: int | None,
    on: date,
    paces: Sequence[Pace] = DEFAULTS,
) -> int:
    return minutes(metres(lon, lat, other_lon, other_lat), pace_for(age, on, paces))


def in_words(walk: int) -> str:
    """« environ 12 min à pied »."""
    if walk > LONGEST:
        return _("plus d’une heure à pied")
    return _("environ %(minutes)d min à pied") % {"minutes": walk}


def _covers(pace: Pace, age: int | None) -> bool:
    return pace.age_under is None or (age is not None and age < pace.age_under)
