"""Outlines as publishers draw them: metres, latitudes first, rings that are open, crossed or the wrong way round."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer
from shapely.geometry import shape

from preau.town.areas.outlines import as_geojson, outline_of

SQUARE = [[2.16, 48.94], [2.17, 48.94], [2.17, 48.95], [2.16, 48.95], [2.16, 48.94]]
AREA = 0.01 * 0.01


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def drawn(geometry):
    return shape(as_geojson(outline_of(geometry)))


def test_a_quarter_is_drawn_as_it_is():
    assert drawn(polygon(SQUARE)).equals(shapely.Polygon(SQUARE))


@pytest.mark.parametrize(
    "geometry",
    [
        polygon(SQUARE[:-1]),
        polygon(SQUARE[::-1]),
        polygon([[*point, 35.0] for point in SQUARE]),
        polygon([[lat, lon] for lon, lat in SQUARE]),
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        {"type": "Feature", "properties": {}, "geometry": polygon(SQUARE)},
        {
            "type": "GeometryCollection",
            "geometries": [polygon(SQUARE), {"type": "Point", "coordinates": [2.16, 48.94]}],
        },
    ],
    ids=["open ring", "wrong way round", "with heights", "latitude first", "multipolygon", "feature", "collection"],
)
def test_the_same_quarter_is_known_however_it_is_drawn(geometry):
    found = outline_of(geometry)
    assert found.equals(shapely.Polygon(SQUARE))
    assert found.exterior.is_ccw


@pytest.mark.parametrize("epsg", [2154, 3949])
def test_metres_of_a_french_projection_become_degrees(epsg):
    to_metres = Transformer.from_crs(4326, epsg, always_xy=True)
    found = drawn(polygon([list(to_metres.transform(*point)) for point in SQUARE]))
    assert found.symmetric_difference(shapely.Polygon(SQUARE)).area < AREA * 1e-4


def test_a_ring_that_crosses_itself_becomes_the_pieces_it_surrounds():
    bow_tie = [[2.16, 48.94], [2.17, 48.95], [2.17, 48.94], [2.16, 48.95], [2.16, 48.94]]
    found = outline_of(polygon(bow_tie))
    assert found.is_valid
    assert (found.geom_type, len(found.geoms)) == ("MultiPolygon", 2)


def test_a_hole_stays_a_hole():
    hole = [[2.162, 48.942], [2.164, 48.942], [2.164, 48.944], [2.162, 48.944], [2.162, 48.942]]
    assert drawn(polygon(SQUARE, hole)).area == pytest.approx(AREA - 0.002**2)


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        ({}, "Le contour est vide"),
        ({"type": "Polygon", "coordinates": []}, "Le contour est vide"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "Le contour"),
        ({"type": "Point", "coordinates": [2.16, 48.94]}, "n’entoure aucune surface"),
        ({"type": "LineString", "coordinates": SQUARE}, "n’entoure aucune surface"),
        (polygon([[2.16, 48.94]] * 4), "n’entoure aucune surface"),
        (polygon([["a", "b"]] * 4), "n’est pas lisible"),
        (polygon([[float("nan"), 48.94]] * 4), "Le contour"),
        ({"type": "Cercle", "coordinates": SQUARE}, "n’est pas lisible"),
        (polygon([[9e9 + x, 9e9 + y] for x, y in SQUARE]), "ni des degrés ni des mètres en Lambert 93"),
    ],
)
def test_what_draws_no_surface_is_refused_with_a_sentence(geometry, said):
    with pytest.raises(ValueError, match=said):
        outline_of(geometry)


_DEGREES = st.tuples(st.floats(-4, 9, width=32), st.floats(42, 51, width=32))


@given(st.lists(_DEGREES, min_size=1, max_size=12))
def test_any_ring_is_made_valid_or_refused(ring):
    try:
        found = outline_of(polygon([list(point) for point in ring]))
    except ValueError as refused:
        assert str(refused).startswith("Le contour")
    else:
        assert found.is_valid and found.area > 0
