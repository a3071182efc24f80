"""A point in an address bar names a street corner, not a home."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.maps.distance import metres
from preau.foundation.maps.nearby import as_text, from_text


@given(st.floats(-5, 9), st.floats(41, 51))
def test_a_point_comes_back_within_a_hundred_metres_and_never_finer(lon, lat):
    text = as_text(lon, lat)
    back = from_text(text)
    assert back is not None
    assert as_text(*back) == text
    assert metres(lon, lat, *back) < 75


def test_more_decimals_than_ours_are_dropped():
    assert from_text("2.1641234,48.9445678") == (2.164, 48.945)


@pytest.mark.parametrize("text", ["", "2", "2,3,4", "nan,3", "inf,1", "200,1", "1,91", "deux,trois", "2;48"])
def test_what_is_no_point_is_none(text):
    assert from_text(text) is None
