"""The server's drawing of a map: everything inside, the right way up, nothing hidden under another mark."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.maps import Box, Line, Map, Outline, Point
from preau.foundation.maps.drawing import APART
from preau.foundation.maps.projection import WIDTH, Projection

BOX = Box(2.15, 48.93, 2.192, 48.956)
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[2.16, 48.94], [2.18, 48.94], [2.18, 48.95], [2.16, 48.95], [2.16, 48.94]]],
}


def town(**what: object) -> Map:
    return Map(BOX, "Carte", **what)


lons, lats = st.floats(2.15, 2.192), st.floats(48.93, 48.956)


@given(lons, lats)
def test_whatever_is_in_the_box_is_in_the_drawing(lon, lat):
    project = Projection.of(BOX)
    x, y = project(lon, lat)
    assert 0 < x < WIDTH
    assert 0 < y < project.height


def test_north_is_up_and_east_is_right():
    project = Projection.of(BOX)
    west_south, east_north = project(2.15, 48.93), project(2.192, 48.956)
    assert west_south[0] < east_north[0]
    assert west_south[1] > east_north[1]


def test_a_kilometre_is_as_long_in_both_directions():
    project = Projection.of(BOX)
    east = project(2.17 + 1 / (111.32 * math.cos(math.radians(48.94))), 48.94)[0] - project(2.17, 48.94)[0]
    north = project(2.17, 48.94)[1] - project(2.17, 48.94 + 1 / 111.32)[1]
    assert east == pytest.approx(north, rel=0.01)


@given(st.floats(-1.6, 7.5), st.floats(42.4, 51), st.floats(0, 0.4), st.floats(0, 0.4))
def test_any_box_of_the_country_gives_a_reasonable_shape(lon, lat, wide, high):
    project = Projection.of(Box(lon, lat, lon + wide, lat + high))
    assert WIDTH * 0.55 < project.height < WIDTH * 1.3
    x, y = project(lon + wide / 2, lat + high / 2)
    assert x == pytest.approx(WIDTH / 2)
    assert 0 < y < project.height


@given(st.lists(st.tuples(lons, lats), max_size=60))
def test_no_point_is_lost_and_no_mark_hides_another(places):
    points = tuple(Point(lon, lat, "Lieu", number) for number, (lon, lat) in enumerate(places, 1))
    marks = town(points=points).drawing.marks
    assert sorted(point.number for mark in marks for point in mark.points) == list(range(1, len(places) + 1))
    for at, mark in enumerate(marks):
        assert all(abs(mark.x - other.x) >= APART - 0.2 or abs(mark.y - other.y) >= APART - 0.2 for other in marks[:at])


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([4], "4"),
        ([0], ""),
        ([1, 4], "1·4"),
        ([1, 4, 12], "1·4·12"),
        ([1, 2, 3, 4], "+4"),
        ([0, 0], "+2"),
        ([0, 7], "+2"),
    ],
)
def test_a_mark_says_its_numbers_as_long_as_they_can_be_read(numbers, text):
    points = tuple(Point(2.17, 48.94, "Lieu", number) for number in numbers)
    [mark] = town(points=points).drawing.marks
    assert mark.text == text


def test_a_point_outside_the_box_is_in_the_list_only():
    whole = town(points=(Point(2.5, 48.9, "Ailleurs", 1),))
    assert whole.drawing.marks == []
    assert len(whole.points) == 1


def test_the_name_of_a_crescent_lies_inside_it():
    ring = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 3], [3, 3], [3, 1], [0, 1], [0, 0]]
    crescent = Outline("Croissant", {"type": "Polygon", "coordinates": [ring]})
    [area] = Map(Box(-1, -1, 5, 5), "Carte", outlines=(crescent,)).drawing.areas
    project = Projection.of(Box(-1, -1, 5, 5))
    hollow_from, hollow_to = project(0, 1), project(3, 3)
    assert not (hollow_from[0] < area.x < hollow_to[0] and hollow_to[1] < area.y < hollow_from[1])


def test_several_parts_and_holes_are_all_drawn():
    holed = {
        "type": "MultiPolygon",
        "coordinates": [SQUARE["coordinates"], [[[2.151, 48.931], [2.153, 48.931], [2.153, 48.932], [2.151, 48.931]]]],
    }
    [area] = town(outlines=(Outline("Deux morceaux", holed),)).drawing.areas
    assert area.path.count("M") == area.path.count("Z") == 2


def test_an_empty_outline_draws_nothing_and_breaks_nothing():
    [area] = town(outlines=(Outline("Vide", {"type": "MultiPolygon", "coordinates": []}),)).drawing.areas
    assert area.path == ""


def test_a_line_stays_open():
    [path] = town(lines=(Line("Fleuve", ((2.15, 48.931), (2.19, 48.935))),)).drawing.paths
    assert path.path.startswith("M")
    assert "Z" not in path.path


def test_the_browser_receives_the_same_map():
    whole = town(
        outlines=(Outline("Carré", SQUARE, "quarter", 3, "12 enfants"),),
        points=(Point(2.17, 48.94, "École", 1, "/lieux/ecole/"),),
    )
    assert whole.data["outlines"][0]["rings"][0][0] == [48.94, 2.16]
    assert whole.data["outlines"][0]["note"] == "12 enfants"
    assert whole.data["points"][0] == {
        "place": [48.94, 2.17], "label": "École", "detail": "", "number": 1, "url": "/lieux/ecole/", "kind": "place",
    }  # fmt: skip
    assert whole.data["tiles"] is None


def test_a_box_around_nothing_is_no_box():
    assert Box.around([]) is None
    assert Box.around([(2.0, 48.0), (2.1, 48.2)], margin=0.5) == Box(1.5, 47.5, 2.6, 48.7)
