"""Whatever stands in a cell, a line of any official file is taken or refused with a sentence: never anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from preau.offer.kinds import SOURCES
from preau.town.opendata.fields import fingerprint, misfit
from preau.town.opendata.source import LineRefused, NotThisKind
from tests.offer.events import test_openagenda as openagenda
from tests.offer.providers import test_sources as associations
from tests.town.addresses import test_sources as addresses
from tests.town.areas import test_barriers as barriers
from tests.town.areas import test_sources as areas
from tests.town.calendar import test_sources as calendar
from tests.town.places.sources import test_access as access
from tests.town.places.sources import test_digital as digital
from tests.town.places.sources import test_schools as schools
from tests.town.places.sources import test_sports as sports

KINDS = {source.name: source for source in SOURCES}
FEATURE = {"type": "Feature", "id": 3, "properties": {"code": "92999", "nom": "Clairval"}, "geometry": areas.SHAPE}
LINES: dict[str, list[dict[str, Any]]] = {
    **{
        source.name: [FEATURE, {"code": "1", "nom": "x", "geo_shape": json.dumps(areas.SHAPE)}]
        for source in areas.AREAS
    },
    "barriers": [
        {"type": "Feature", "properties": {"id": 1, "nature": "Voie ferrée"}, "geometry": barriers.LINE},
        {
            "type": "Feature",
            "properties": {"osm_id": "w7", "name": "Pont", "railway": "rail"},
            "geometry": barriers.POINT,
        },
    ],
    "grid": [areas.CELL, {"type": "Feature", "properties": areas.CELL, "geometry": areas.SHAPE}],
    "addresses": [addresses.NATIONAL, addresses.LOCAL],
    "holidays": [calendar.AUTUMN],
    "bank-holidays": [{"date": "2026-11-11", "nom": "11 novembre"}],
    "schools": [schools.OF_2026, schools.of_2023(), schools.of_the_interface()],
    "sports": [sports.OFFICIAL, sports.SHORT],
    "access": [access.TABLE, {"model": "erp.erp", "pk": 1, "fields": {"nom": "x", "geom": "POINT (2 48)"}}],
    "digital": [digital.NATIONAL, digital.LOCAL],
    "associations": [associations.TABLE, {"data": associations.ANSWER}],
    "openagenda": [{"fields": openagenda.FIELDS}, openagenda.FIELDS],
    "calendar-files": [
        {"uid": "1", "title": "Loto", "times": [["2026-12-05T10:00:00+01:00", "2026-12-05T12:00:00+01:00"]], "lat": ""}
    ],
}
"""For each kind, a line of each of its layouts: those of the tests that describe them."""

_NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.floats(allow_nan=False, allow_infinity=False))
_TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["\x00", "\ud800", "1e400", "[[[[", '{"a":', "null", "2026-13-45", "0000-00-00", "é" * 5000, "=1+1"]
    ),
)
_CELLS = st.recursive(
    st.one_of(st.none(), st.booleans(), _NUMBERS, _TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)

_COLUMNS = st.sampled_from(
    "id nom fields properties geometry accessibilite errors data uid timings ind men numero code".split()
)


def test_every_kind_has_its_lines():
    assert set(LINES) == set(KINDS)


@pytest.mark.parametrize("kind", list(LINES))
@given(data=st.data())
@settings(max_examples=30)
def test_a_spoilt_cell_is_understood_or_refused_and_what_is_kept_can_be_stored(kind, data):
    line = data.draw(st.sampled_from(LINES[kind]))
    source = KINDS[kind]
    understand = source.layout(line)
    try:
        found = understand(_spoilt(line, data))
    except LineRefused as refused:
        assert refused.reason and isinstance(refused.official_id, str)
        return
    if found is None:
        return
    fields = {**source.scope, **found.fields}
    assert fingerprint(found.fields)
    json.dumps(found.fields, default=str, allow_nan=False).encode()
    problem = misfit(source.model, {"official_id": found.official_id, **fields})
    assert problem is None, problem


def _spoilt(line: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """The line with another value in one place, at whatever depth."""
    name = data.draw(st.sampled_from(sorted(line)))
    inner = line[name]
    if isinstance(inner, dict) and inner and data.draw(st.booleans()):
        return line | {name: _spoilt(inner, data)}
    return line | {name: data.draw(_CELLS)}


@given(first=st.dictionaries(st.one_of(st.text(max_size=12), _COLUMNS), _CELLS, max_size=8))
@settings(max_examples=60)
def test_any_other_file_is_told_to_be_of_another_kind(first):
    for source in SOURCES:
        try:
            understand = source.layout(first)
            understand(first)
        except NotThisKind as refused:
            assert refused.sentence
        except LineRefused as refused:
            assert refused.reason
