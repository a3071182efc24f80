"""Where a line says that it is: degrees or metres, in the projection of its territory."""

from __future__ import annotations

import pytest

from preau.town.opendata.positions import (
    NOWHERE,
    degrees,
    epsg_of,
    in_text,
    in_well_known_text,
    placed,
    projected,
    projection_of,
)


def test_metres_of_lambert_93_become_degrees():
    lon, lat = projected(652469.02, 6862035.26)
    assert (lon, lat) == pytest.approx((2.3522, 48.8566), abs=1e-3)
    assert placed(652469.02, 6862035.26) == (lon, lat)
    assert placed(2.3522, 48.8566) == (2.3522, 48.8566)


def test_each_overseas_department_has_its_own_projection():
    assert projected(341000, 7692000, projection_of("97411")) == pytest.approx((55.47, -20.87), abs=0.05)
    assert projection_of("92999") == 2154


@pytest.mark.parametrize("point", [(0, 0), (None, 48.9), (2.3, None)])
def test_zero_zero_and_half_a_point_are_nowhere(point):
    assert degrees(*point) == NOWHERE


@pytest.mark.parametrize("point", [(200, 10), (10, 95)])
def test_what_is_not_on_the_globe_is_refused(point):
    with pytest.raises(ValueError, match="ne sont pas des degrés"):
        degrees(*point)


def test_metres_outside_of_the_projection_are_refused():
    with pytest.raises(ValueError, match="projection"):
        projected(1e12, 1e12)
    with pytest.raises(ValueError, match="EPSG:99999 n’est pas connue"):
        projected(1.0, 2.0, 99999)


def test_points_in_texts_are_read_in_the_order_of_their_kind():
    assert in_well_known_text("SRID=4326;POINT (2.18 48.88)") == (2.18, 48.88)
    assert in_text("48.88, 2.18") == (2.18, 48.88)
    for reading, text in ((in_well_known_text, "POINT (2.18)"), (in_text, "48.88"), (in_text, "nord, sud")):
        with pytest.raises(ValueError, match="n’est pas un point"):
            reading(text)


@pytest.mark.parametrize(
    ("written", "code"),
    [("EPSG:2154", 2154), ("urn:ogc:def:crs:EPSG::3857", 3857), ("2972", 2972), ("", 0), ("Lambert 93", 0)],
)
def test_a_projection_is_known_by_its_number(written, code):
    assert epsg_of(written) == code
