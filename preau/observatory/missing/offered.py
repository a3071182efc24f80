"""What takes place in each quarter over a school year, for a hundred children who live there by INSEE.

Sessions and seats are things of the catalogue: they tell of nobody. A child may go elsewhere: it is what is near.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from preau.foundation.schoolyears import first_day

from .counting import NOWHERE, Facts

SEATS = 20
"""Of a session whose entry does not say how many."""

_WHOLE = ("/", f"{NOWHERE}/")
"""Not a quarter: the town, and what lies outside all of them."""

_HELD = f"""SELECT a.area, count(*), sum(coalesce(a.seats, {SEATS}) * s.minutes / 60.0)
FROM sessions s JOIN activities a USING (activity)
WHERE s.school_year = $year AND s.day BETWEEN $first AND $until AND NOT s.cancelled AND a.area <> ''
  AND (a.age_min IS NULL OR a.age_min <= 17) AND (a.age_max IS NULL OR a.age_max >= 3)
GROUP BY 1"""  # noqa: S608  made of the house's own words


@dataclass(frozen=True, slots=True)
class Offered:
    """``hours``: seats × hours for each child who lives there; ``ratio``: against the town, 1 for the same."""

    area: str
    residents: int
    sessions: int
    hours: float
    ratio: float


def offered_by_quarter(facts: Facts, *, year: int, until: date, residents: Mapping[str, int]) -> list[Offered]:
    """The least served first. Quarters where INSEE counts too few children are left out of both sides."""
    rows = facts.ask(_HELD, {"year": year, "first": first_day(year), "until": until})
    held = {area: (int(sessions), float(hours or 0)) for area, sessions, hours in rows}
    lived = {key[:-1]: number for key, number in residents.items() if key.endswith("/") and key not in _WHOLE}
    everybody, everything = sum(lived.values()), sum(held.get(area, (0, 0.0))[1] for area in lived)
    if not everybody or not everything:
        return []
    found = []
    for area, number in lived.items():
        sessions, hours = held.get(area, (0, 0.0))
        found.append(Offered(area, number, sessions, hours / number, (hours / number) / (everything / everybody)))
    return sorted(found, key=lambda each: (each.hours, each.area))
