"""The map of squares: a class for each, hatched where it is hidden, marked where it is white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.maps import Box, Line, Map, Outline, Point
from preau.foundation.maps.projection import Projection
from preau.observatory.equity.rules.pairs import Wholes
from preau.people.organisations.models import Commune
from preau.surfaces.workspace.equity import words
from preau.surfaces.workspace.equity.measure import Picture
from preau.town.areas.enums import AreaKind
from preau.town.areas.mapping import Ground, ground

TIME, SEATS = "temps", "places"
_SHARES = (0.5, 0.8, 1.25, 2.0)
"""Of the town's mean: where the classes of seats begin."""


@dataclass(frozen=True, slots=True)
class Class:
    """``css`` also tells the pattern; ``label`` says what it stands for."""

    css: str
    label: str


def levels(picture: Picture, measure: str) -> Wholes:
    """1 (the best) to 5 of each square (n,). Of time: thirds of what is near, then twice it; of seats: the mean."""
    if measure == SEATS:
        mean = picture.mean_seats or 1.0
        return np.asarray(5 - np.searchsorted(np.array(_SHARES) * mean, picture.seen.access, "right"))
    near = picture.measured.question.minutes
    return np.asarray(1 + np.searchsorted([near / 3, 2 * near / 3, near, 2 * near], picture.seen.nearest, "left"))


def legend(picture: Picture, measure: str) -> list[Class]:
    if measure == SEATS:
        names = [
            _("plus du double de la moyenne"),
            _("plus que la moyenne"),
            _("autour de la moyenne"),
            _("moins que la moyenne"),
            _("moins de la moitié"),
        ]
    else:
        near = picture.measured.question.minutes
        marks = [words.number(part) for part in (near / 3, 2 * near / 3, near, 2 * near)]
        names = [
            _("%(most)s min ou moins") % {"most": marks[0]},
            *(_("de %(least)s à %(most)s min") % {"least": marks[at], "most": marks[at + 1]} for at in range(3)),
            _("plus de %(most)s min") % {"most": marks[3]},
        ]
    found = [Class(f"eq-{level}", name) for level, name in enumerate(names, 1)]
    found.append(Class("eq-white", _("zone blanche : rien d’assez près")))
    if picture.squares.shown.is_hidden.any():
        found.append(Class("eq-hidden", _("trop peu d’enfants pour être montré")))
    return found


def town_map(commune: Commune, picture: Picture, measure: str, *, key: str = "carte") -> Map:
    drawn: Ground = ground(commune)
    box = drawn.box or Box.around([_corner(each) for each in picture.squares.outlines])
    assert box is not None  # noqa: S101  there is one square at least
    under = [replace(each, label="") for each in drawn.outlines if each.kind != AreaKind.QUARTER]
    over = [each for each in drawn.outlines if each.kind == AreaKind.QUARTER]
    return Map(
        box,
        words.map_title(picture, measure),
        words.map_text(picture),
        key=key,
        outlines=(*under, *_squares(picture, measure), *over),
        lines=tuple(Line("", places, "barrier") for places in picture.measured.obstacles.lines),
        is_listed=False,
    )


def _squares(picture: Picture, measure: str) -> Iterator[Outline]:
    found, hidden, white = levels(picture, measure), picture.squares.shown.is_hidden, picture.is_white
    for number, outline in enumerate(picture.squares.outlines):
        if hidden[number]:
            yield Outline("", outline, "hidden")
        else:
            yield Outline("", outline, "white" if white[number] else "square", int(found[number]))


@dataclass(frozen=True, slots=True)
class Dot:
    point: Point
    x: float
    y: float


def dots(drawn: Map, points: Sequence[Point]) -> list[Dot]:
    """Every place where it is, even beside another: the list says which is which."""
    project = Projection.of(drawn.box)
    return [
        Dot(point, *(round(part, 1) for part in project(point.lon, point.lat)))
        for point in points
        if drawn.box.holds(point.lon, point.lat)
    ]


def site_points(picture: Picture) -> list[Point]:
    """Passages, then each place once, with how many sessions it has at that moment."""
    passages = [Point(*place, _("passage"), kind="passage") for place in picture.measured.obstacles.passages]
    counted: dict[int, int] = {}
    for offer in picture.measured.offers:
        counted[offer.site] = counted.get(offer.site, 0) + 1
    return passages + [
        _point(picture, site, ngettext("%(count)d séance", "%(count)d séances", count) % {"count": count})
        for site, count in counted.items()
    ]


def _point(picture: Picture, site: int, detail: str, kind: str = "place") -> Point:
    place = picture.measured.offered.index.places[site]
    assert place.lon is not None and place.lat is not None  # noqa: S101  ``offered`` keeps no other
    return Point(place.lon, place.lat, f"{place.name} : {detail}", kind=kind)


def trial_points(picture: Picture, left: int | None, joined: int | None) -> list[Point]:
    """What moves is drawn last: ``left`` and ``joined`` are sites."""
    marks = site_points(picture)
    if left is not None:
        marks.append(_point(picture, left, _("la séance y est aujourd’hui"), "left"))
    if joined is not None:
        marks.append(_point(picture, joined, _("la séance y irait"), "joined"))
    return marks


def _corner(outline: object) -> tuple[float, float]:
    lon, lat = outline["coordinates"][0][0][:2]  # type: ignore[index]
    return float(lon), float(lat)
