"""Railways, rivers, wide roads and their passages, however publishers write them."""

from __future__ import annotations

import pytest

from preau.town.areas.barriers import BARRIERS
from preau.town.areas.enums import BarrierKind
from preau.town.areas.queries import barriers_of
from preau.town.opendata.source import LineRefused, NotThisKind
from tests.cast import make_commune
from tests.cast.equity import make_barrier

LINE = {"type": "LineString", "coordinates": [[2.16, 48.94], [2.18, 48.95]]}
POINT = {"type": "Point", "coordinates": [2.17, 48.945]}


def read(properties, geometry=LINE, **feature):
    values = {"type": "Feature", "properties": properties, "geometry": geometry, **feature}
    return BARRIERS.layout(values)(values)


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"id": 1, "nature": "Voie ferrée principale"}, BarrierKind.RAILWAY),
        ({"id": 1, "nature": "LGV"}, BarrierKind.RAILWAY),
        ({"osm_id": "w7", "railway": "rail"}, BarrierKind.RAILWAY),
        ({"osm_id": "w7", "waterway": "river"}, BarrierKind.RIVER),
        ({"osm_id": "w7", "waterway": "stream"}, BarrierKind.RIVER),
        ({"osm_id": "w7", "highway": "primary"}, BarrierKind.ROAD),
        ({"cleabs": "TRON1", "NATURE": "Type autoroutier"}, BarrierKind.ROAD),
        ({"id": 1, "fclass": "motorway"}, BarrierKind.ROAD),
        ({"id": 1, "type": "Rivière"}, BarrierKind.RIVER),
    ],
)
def test_a_line_says_what_it_is(properties, kind):
    assert read(properties).fields["kind"] == kind


def test_a_point_is_a_passage_whatever_it_is_called():
    record = read({"name": "Pont du Stade", "nature": "Voie ferrée"}, POINT)
    assert (record.official_id, record.fields["kind"]) == ("pont-du-stade", BarrierKind.PASSAGE)
    assert record.fields["geometry"] == POINT


def test_metres_become_degrees():
    record = read(
        {"id": 1, "nature": "canal"}, {"type": "LineString", "coordinates": [[640000, 6870000], [641000, 6870000]]}
    )
    lon, lat = record.fields["geometry"]["coordinates"][0]
    assert 2 < lon < 3
    assert 48 < lat < 50


def test_the_key_of_the_feature_is_one():
    assert read({"nature": "canal"}, id="way/3").official_id == "way/3"


@pytest.mark.parametrize(
    ("properties", "geometry", "reason"),
    [
        ({"id": 1, "nature": "haie"}, LINE, "Écrivez ce que c’est"),
        ({"id": 1}, LINE, "Écrivez ce que c’est"),
        ({"nature": "canal"}, LINE, ""),
        ({"id": 1, "nature": "canal"}, {"type": "LineString", "coordinates": [["a", "b"]]}, "pas lisible"),
        ({"id": 1, "nature": "canal"}, {"type": "LineString", "coordinates": []}, "pas lisible"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(properties, geometry, reason):
    with pytest.raises(LineRefused) as refused:
        read(properties, geometry)
    assert reason in refused.value.reason


def test_a_file_of_surfaces_is_not_this_kind():
    with pytest.raises(NotThisKind):
        read({"id": 1}, {"type": "Polygon", "coordinates": []})
    with pytest.raises(NotThisKind):
        BARRIERS.layout({"id": 1})


@pytest.mark.django_db
def test_those_of_today_are_read():
    rails, gone = make_barrier("Rails", (0, 0), (4, 4)), make_barrier("Canal", (1, 0), (1, 4), kind=BarrierKind.RIVER)
    gone.gone_on = "2026-10-01"
    gone.save()
    assert barriers_of(make_commune()) == [rails]
    assert str(rails) == "Rails"
    assert not rails.is_passage
