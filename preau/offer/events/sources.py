"""Where events come from: OpenAgenda, and any calendar file that an organiser shares."""

from __future__ import annotations

import hashlib

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.tables.converters import instant
from preau.offer.events import openagenda
from preau.offer.events.calendars import open_calendar
from preau.offer.events.models import Event
from preau.offer.events.spans import Span, ordered, times_of
from preau.offer.events.texts import plain_text
from preau.town.opendata.contacts import web_address
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, Loose, expect
from preau.town.opendata.positions import NOWHERE, degrees
from preau.town.opendata.source import LineRefused, Record, Source, Understands, Values, known_by

CALENDAR_FILE = "ics"
_STATUSES = {"CANCELLED": "cancelled", "TENTATIVE": "tentative"}
_LONGEST_KEY = 120


def calendar_layout(first: Values) -> Understands:
    expect(first, "uid", "title", "times", what=_("un calendrier (.ics)"))
    return known_by(lambda values: _key(Line(values).text("uid")), understand_calendar_line)


def understand_calendar_line(values: Values) -> Record | None:
    """None for what its author keeps private. A line already said to be broken is refused with that reason."""
    line, loose = Line(values), Loose(values)
    if line.text("privacy") in ("PRIVATE", "CONFIDENTIAL"):
        return None
    if fault := line.text("fault"):
        raise LineRefused(fault, column="title", value=line.text("title", "uid"))
    title = plain_text(line.text("title"))
    if not title:
        raise LineRefused(_("L’évènement n’a pas de titre."), column="title", value=line.text("uid"))
    spans = _spans(line)
    if not spans:
        raise LineRefused(_("Toutes les dates de l’évènement ont été retirées."), column="times", value=title)
    try:
        lon, lat = degrees(loose.number("lon"), loose.number("lat"))
    except ValueError:
        lon, lat = NOWHERE
    return fitted(
        Event,
        _key(line.text("uid"), title, spans[0][0].isoformat()),
        calendar=loose.words("calendar"),
        title=" ".join(title.split()),
        description=plain_text(loose.text("description")),
        details="",
        conditions="",
        keywords=loose.listed("keywords"),
        place_name=" ".join(plain_text(loose.text("place")).split()),
        address="",
        insee_code="",
        lon=lon,
        lat=lat,
        age_min=None,
        age_max=None,
        accessibility=[],
        registration=[],
        link=web_address(loose.text("url")),
        status=_STATUSES.get(loose.text("status"), "scheduled"),
        **times_of(spans),
    )


def _spans(line: Line) -> list[Span]:
    try:
        told = [(instant(start), instant(end)) for start, end in line.values["times"]]
    except (ValueError, TypeError) as error:
        raise line.refused(_("Les horaires ne sont pas lisibles."), "times") from error
    return ordered((start, end or start) for start, end in told if start)


def _key(uid: str, title: str = "", starts: str = "") -> str:
    """The UID, or its digest where it is longer than a key; without a UID, what makes the event itself."""
    if len(uid) <= _LONGEST_KEY and (uid or not title):
        return uid
    return hashlib.sha256((uid or f"{title}\n{starts}").encode()).hexdigest()[:40]


OPENAGENDA = Source(
    name="openagenda",
    label=gettext_lazy("Évènements OpenAgenda"),
    model=Event,
    layout=openagenda.layout,
    help_text=gettext_lazy(
        "L’export de votre agenda, ou le jeu « evenements-publics-openagenda » filtré sur votre commune (JSON ou CSV). "
        "Les adresses électroniques sont retirées des textes."
    ),
    scope={"origin": openagenda.ORIGIN},
    scope_by="calendar",
    json_paths=("records.item", "results.item", "events.item", "item"),
    licence=gettext_lazy("Licence Ouverte 1.0"),
)

CALENDARS = Source(
    name="calendar-files",
    label=gettext_lazy("Calendriers (.ics)"),
    model=Event,
    layout=calendar_layout,
    help_text=gettext_lazy(
        "Le calendrier qu’un service ou une association partage (.ics). Les évènements privés et les invités ne sont "
        "pas repris ; les répétitions sont dépliées sur deux ans."
    ),
    scope={"origin": CALENDAR_FILE},
    scope_by="calendar",
    formats=("ics",),
    opens=open_calendar,
)
