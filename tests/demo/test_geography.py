"""The ground of the story: whole, dry, the same every time, and found by the geocoder."""

from __future__ import annotations

import itertools

import pytest
from shapely.geometry import Point, shape

from preau.demo.content import geography, town
from preau.demo.geography import draw_town
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.people.smallnumbers.floor import FLOOR
from preau.town.addresses.geocoding import Certainty, locate
from preau.town.addresses.models import Address
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area, Barrier, GridCell, WalkingPace
from preau.town.areas.queries import area_of, areas_of_kind, population_of

CENTRES = {
    "Centre": (2.1700, 48.9420), "Les Tilleuls": (2.1640, 48.9440), "Le Lavoir": (2.1560, 48.9380),
    "Les Coteaux": (2.1760, 48.9520), "Les Quais": (2.1720, 48.9340), "Deux-Rives": (2.1860, 48.9430),
}  # fmt: skip


@pytest.fixture
def commune(clairval) -> Commune:
    return Commune.objects.get()


def test_six_quarters_fill_the_town_without_overlap(commune):
    limit = shape(Area.objects.get(kind=AreaKind.COMMUNE).outline)
    quarters = [shape(each.outline) for each in areas_of_kind(commune, AreaKind.QUARTER)]
    assert len(quarters) == 6
    assert sum(each.area for each in quarters) == pytest.approx(limit.area, rel=0.001)
    assert all(one.intersection(other).area < limit.area / 10_000 for one, other in itertools.combinations(quarters, 2))


@pytest.mark.parametrize("name", CENTRES)
def test_each_quarter_is_where_the_story_says(commune, name):
    assert area_of(commune, *CENTRES[name], AreaKind.QUARTER).name == name


def test_every_door_is_in_the_town_and_none_in_the_river(commune):
    river, limit = (shape(Area.objects.get(kind=kind).outline) for kind in (AreaKind.WATER, AreaKind.COMMUNE))
    doors = [Point(lon, lat) for lon, lat in Address.objects.values_list("lon", "lat")]
    assert 1_200 <= len(doors) <= 1_700
    assert 55 <= Address.objects.values("street").distinct().count() <= 65
    assert sum(river.buffer(-1e-5).contains(door) for door in doors) == 0
    assert sum(not limit.buffer(1e-5).contains(door) for door in doors) == 0


def test_the_places_of_the_story_have_their_door(commune):
    for street in geography.KNOWN_STREETS:
        found = locate(commune, f"{street.number}, {street.name}, {town.NAME}")
        assert found.certainty is Certainty.SURE, street.name
        assert Point(found.lon, found.lat).distance(Point(street.place)) < 0.0005, street.name


def test_two_streets_of_one_name_are_asked(commune):
    found = locate(commune, "12 Jean Jaurès")
    assert {each.label for each in found.candidates} == {"12 Avenue Jean Jaurès", "12 Rue Jean Jaurès"}


def test_as_many_people_live_there_as_the_town_says(commune):
    told = population_of(commune, areas_of_kind(commune, AreaKind.QUARTER), FLOOR)
    assert all(each.is_told and each.minors for each in told)
    assert sum(each.people for each in told) == pytest.approx(town.POPULATION, rel=0.03)
    assert GridCell.objects.filter(share__lt=1).exists()


def test_two_loadings_draw_the_same_town(commune, now):
    first = set(Address.objects.values_list("official_id", "lon", "lat"))
    Address.objects.all().delete()
    Area.objects.all().delete()
    Barrier.objects.all().delete()
    GridCell.objects.all().delete()
    WalkingPace.objects.all().delete()
    draw_town(commune, Hand(None, now))
    assert set(Address.objects.values_list("official_id", "lon", "lat")) == first
