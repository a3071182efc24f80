"""Public events of OpenAgenda (evenements-publics-openagenda), as each version of the portal hands them out.

Coordinates come with the latitude first; occurrences, state and registration are JSON written in texts, with an
offset, where ``firstdate_begin`` is in UTC. Pictures, and the names and mails of organisers, are never read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from preau.foundation.tables.converters import instant
from preau.offer.events.models import Event
from preau.offer.events.spans import Span, ordered, times_of
from preau.offer.events.texts import plain_text, safe_html
from preau.town.opendata.contacts import phone, web_address
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, Loose, expect, nested
from preau.town.opendata.positions import NOWHERE, Position, degrees, in_text
from preau.town.opendata.source import Record, Understands, Values, known_by

ORIGIN = "openagenda"
STATUSES = {1: "scheduled", 2: "rescheduled", 3: "moved_online", 4: "postponed", 5: "full", 6: "cancelled"}
NEEDS = ("hi", "ii", "mi", "pi", "vi")
"""Hearing, intellectual, motor, psychic and visual needs that the organiser says are met."""
_OLDEST = 120


def layout(first: Values) -> Understands:
    expect(flat(first), "uid", ("title_fr", "title"), ("timings", "firstdate_begin"), what=_("un export OpenAgenda"))
    return known_by(lambda values: Line(flat(values)).code("uid"), understand)


def flat(values: Values) -> Values:
    """The first interface wraps a line in ``fields``, the second one in ``record.fields`` or not at all."""
    inner = nested(values.get("record")) or values
    return nested(inner.get("fields")) or values


def understand(values: Values) -> Record:
    values = flat(values)
    line, loose = Line(values), Loose(values)
    lon, lat = position(line)
    age_min, age_max = _ages(loose)
    return fitted(
        Event,
        line.needed_code("uid"),
        calendar=loose.words("originagenda_title", "originagenda_uid"),
        title=_french(line, "title") or line.needed("title_fr"),
        description=plain_text(_french(loose, "description")),
        details=safe_html(_french(loose, "longdescription")),
        conditions=" ".join(plain_text(_french(loose, "conditions")).split()),
        keywords=loose.listed("keywords_fr", "keywords", separators=";,|"),
        place_name=loose.words("location_name"),
        address=loose.words("location_address"),
        insee_code=loose.code("location_insee", width=5),
        lon=lon,
        lat=lat,
        age_min=age_min,
        age_max=age_max,
        accessibility=_accessibility(loose),
        registration=list(_registration(values.get("registration"))),
        link=web_address(loose.text("canonicalurl")),
        status=_status(loose),
        **times_of(_spans(line)),
    )


def position(line: Line) -> Position:
    """[latitude, longitude], {lat, lon} or « latitude, longitude »."""
    point = line.get("location_coordinates")
    try:
        if isinstance(point, list) and len(point) == 2:
            return degrees(float(point[1]), float(point[0]))
        if found := nested(point):
            return degrees(Line(found).number("lon"), Line(found).number("lat"))
        return in_text(line.text("location_coordinates")) if point else NOWHERE
    except (ValueError, TypeError) as error:
        raise line.refused(
            _("Le lieu n’est pas lisible : une latitude puis une longitude sont attendues."), "location_coordinates"
        ) from error


def _french(line: Line, name: str) -> str:
    """``title_fr``, or ``title`` with a text for each language."""
    if written := line.text(f"{name}_fr"):
        return written
    by_language = nested(line.get(name))
    return Line(by_language).text("fr") if by_language else line.text(name)


def _spans(line: Line) -> list[Span]:
    """All occurrences; without a list of them, the first and the last that the line tells."""
    try:
        told = [(_instant(each, "begin", "start"), _instant(each, "end")) for each in _decoded(line.get("timings"))]
    except (ValueError, TypeError) as error:
        raise line.refused(_("Les horaires ne sont pas lisibles."), "timings") from error
    if not told:
        told = [(line.instant(f"{which}_begin"), line.instant(f"{which}_end")) for which in ("firstdate", "lastdate")]
    spans = ordered((start, end or start) for start, end in told if start is not None)
    if not spans:
        raise line.missing("timings", "firstdate_begin")
    return spans


def _instant(timing: Any, *names: str) -> Any:
    return next((instant(timing[name]) for name in names if isinstance(timing, dict) and timing.get(name)), None)


def _decoded(value: object) -> list[Any]:
    """A list, or a list written in a text. Raises ValueError for a text that holds none."""
    if isinstance(value, str) and value.strip():
        value = json.loads(value)
    return value if isinstance(value, list) else []


def _ages(line: Line) -> tuple[int | None, int | None]:
    """Ages that can be; both the wrong way round say nothing."""
    low, high = (
        age if age is not None and 0 <= age <= _OLDEST else None
        for age in (line.whole("age_min"), line.whole("age_max"))
    )
    return (None, None) if low is not None and high is not None and low > high else (low, high)


def _accessibility(line: Line) -> list[str]:
    """« pi;hi », a list, or an object of yes and no."""
    answers = nested(line.get("accessibility"))
    said = [name for name, answer in answers.items() if answer] if answers else line.listed("accessibility")
    return [need for need in NEEDS if need in said]


def _registration(value: object) -> Iterator[dict[str, str]]:
    """Links and telephone numbers; mail addresses are left out."""
    try:
        ways = _decoded(value)
    except (ValueError, RecursionError):
        return
    for way in ways:
        written = str(way.get("value", "") if isinstance(way, dict) else way)
        if "@" not in written and (link := web_address(written)):
            yield {"type": "link", "value": link}
        elif number := phone(written):
            yield {"type": "phone", "value": number}


def _status(line: Line) -> str:
    """The state by its number: the label changes with the language."""
    told = nested(line.get("status"))
    number = Line(told).whole("id") if told else line.whole("status")
    return STATUSES.get(number or 1, "scheduled")
