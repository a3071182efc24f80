"""Which area a place lies in, on a small drawn town and on the real outlines of a town of 23 IRIS."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from shapely.geometry import Point, shape

from preau.town.areas.enums import AreaKind
from preau.town.areas.locating import Outlines
from preau.town.areas.models import Area
from preau.town.areas.queries import area_of, areas_at
from tests.cast import make_commune


def rectangle(west: float, south: float, east: float, north: float) -> dict:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def area(name: str, outline: dict, kind: AreaKind = AreaKind.QUARTER, **facts) -> Area:
    west, south, east, north = shape(outline).bounds
    return Area(
        name=name, kind=kind, official_id=name, outline=outline, west=west, south=south, east=east, north=north, **facts
    )


def make_area(*what, **facts) -> Area:
    made = area(*what, commune=make_commune(), fingerprint="x", **facts)
    made.save()
    return made


def test_a_hole_is_outside_and_an_edge_is_inside():
    holed = {
        "type": "Polygon",
        "coordinates": [*rectangle(0, 0, 4, 4)["coordinates"], *rectangle(1, 1, 2, 2)["coordinates"]],
    }
    outlines = Outlines([area("Troué", holed)])
    assert outlines.at(1.5, 1.5) == []
    assert len(outlines.at(3, 3)) == len(outlines.at(0, 2)) == len(outlines.at(4, 4)) == 1


def test_an_outline_that_crosses_itself_is_still_asked():
    bow = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
    outlines = Outlines([area("Papillon", bow)])
    assert outlines.at(0.2, 1) != []
    assert outlines.at(1, 0.2) == []


@pytest.mark.django_db
def test_a_place_has_one_area_of_each_kind(django_assert_num_queries):
    make_area("Ville", rectangle(0, 0, 4, 4), AreaKind.COMMUNE)
    make_area("Ouest", rectangle(0, 0, 2, 4))
    make_area("Est", rectangle(2, 0, 4, 4))
    commune = make_commune()
    with django_assert_num_queries(1):
        found = areas_at(commune, 1, 1)
    assert {each.name for each in found} == {"Ville", "Ouest"}
    assert area_of(commune, 3, 1, AreaKind.QUARTER).name == "Est"
    assert area_of(commune, 2, 1, AreaKind.QUARTER).name == "Est"  # on the edge: the first by name
    assert area_of(commune, 9, 9, AreaKind.QUARTER) is None
    assert area_of(commune, 1, 1, AreaKind.IRIS) is None


@pytest.mark.django_db
def test_an_area_that_is_gone_holds_nothing():
    make_area("Ancien", rectangle(0, 0, 4, 4), gone_on=date(2026, 1, 1))
    assert areas_at(make_commune(), 1, 1) == []


def test_every_door_of_a_real_town_lies_in_one_of_its_areas(shared):
    outlines = json.loads((shared / "data" / "contours" / "iris_93010_bondy.geojson").read_text())["features"]
    town = Outlines(area(str(number), each["geometry"], AreaKind.IRIS) for number, each in enumerate(outlines))
    with (shared / "data" / "ban-adresses" / "adresses-93010_bondy.csv").open(encoding="utf-8") as file:
        doors = [(float(row["lon"]), float(row["lat"])) for row in csv.DictReader(file, delimiter=";")][::7]
    found = [town.at(lon, lat) for lon, lat in doors]
    assert sum(len(areas) == 1 for areas in found) / len(doors) > 0.99
    surfaces = [shape(each["geometry"]) for each in outlines]
    for (lon, lat), areas in list(zip(doors, found, strict=True))[::25]:
        assert {each.name for each in areas} == {
            str(n) for n, whole in enumerate(surfaces) if whole.covers(Point(lon, lat))
        }
