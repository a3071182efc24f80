"""In which moment of a child's week a session falls. Pure.

The week of its own place says it, where that place opens at that hour. Elsewhere (a gymnasium, a quay), what most
places of the town live at that hour says it: hours are data, so that a town whose Wednesday is a day of class is read
as such. Where no place opens: the holidays are the holidays, and the rest is free time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, time

from preau.town.calendar.enums import TimeBand
from preau.town.calendar.moments import usual_band
from preau.town.calendar.rules import Week
from preau.town.calendar.schoolcalendar import SchoolCalendar

from .recurrence import BandOf


class TownBands:
    """Reads the weeks of a town once for as many sessions as one likes: the same day and hour is worked out once."""

    def __init__(self, weeks: Mapping[int, Sequence[Week]], calendar: SchoolCalendar) -> None:
        self.weeks, self.calendar = weeks, calendar
        self._known: dict[tuple[int | None, date, time], TimeBand] = {}

    def of(self, site: int | None) -> BandOf:
        """For the sessions of a place, or of none."""
        return lambda day, moment: self.band(site, day, moment)

    def band(self, site: int | None, day: date, moment: time) -> TimeBand:
        place = site if site in self.weeks else None
        key = place, day, moment
        if key not in self._known:
            own = usual_band(self.weeks[place], day, moment, self.calendar) if place is not None else None
            self._known[key] = own or (self.band(None, day, moment) if place is not None else self._usual(day, moment))
        return self._known[key]

    def _usual(self, day: date, moment: time) -> TimeBand:
        counted = Counter(
            band for weeks in self.weeks.values() if (band := usual_band(weeks, day, moment, self.calendar))
        )
        order = list(TimeBand)
        if counted:
            return max(counted, key=lambda band: (counted[band], -order.index(band)))
        return TimeBand.HOLIDAY if self.calendar.is_holiday(day) else TimeBand.CLUB
