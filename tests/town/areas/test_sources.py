"""Outlines by kind, and the squares of INSEE: whatever the publisher calls the code and the name."""

from __future__ import annotations

import json

import pytest
import shapely
from shapely.geometry import shape

from preau.town.areas.sources import AREAS, GRID
from preau.town.opendata.source import LineRefused, NotThisKind

KINDS = {source.name: source for source in AREAS}
SHAPE = {
    "type": "Polygon",
    "coordinates": [[[2.16, 48.94], [2.17, 48.94], [2.17, 48.95], [2.16, 48.95], [2.16, 48.94]]],
}


def read(kind, properties, **feature):
    values = {"type": "Feature", "properties": properties, "geometry": SHAPE} | feature
    return KINDS[kind].layout(values)(values)


@pytest.mark.parametrize(
    ("kind", "properties", "key", "name", "insee"),
    [
        ("communes", {"code": "92999", "nom": "Clairval"}, "92999", "Clairval", "92999"),
        ("communes", {"code": 1004, "nom": "Ambérieu"}, "01004", "Ambérieu", "01004"),
        ("communes", {"INSEE_COM": "92999", "NOM": "Clairval"}, "92999", "Clairval", "92999"),
        ("iris", {"iris_code": ["929990101"], "iris_name": ["Centre"]}, "929990101", "Centre", "92999"),
        (
            "iris",
            {"CODE_IRIS": "929990101", "NOM_IRIS": "Centre", "INSEE_COM": "92999"},
            "929990101",
            "Centre",
            "92999",
        ),
        ("priority-quarters", {"code_qp": "QP092999", "nom_qp": "Coteaux"}, "QP092999", "Coteaux", ""),
        (
            "priority-quarters",
            {"code_qp": "QN09299I", "lib_qp": "Coteaux", "insee_com": "92999"},
            "QN09299I",
            "Coteaux",
            "92999",
        ),
        ("quarters", {"c_qu": 12, "l_qu": "Le Lavoir"}, "12", "Le Lavoir", ""),
        ("quarters", {"name": "Le Lavoir"}, "le-lavoir", "Le Lavoir", ""),
        ("catchments", {"uai": "0929991A", "ecole": "Les Tilleuls"}, "0929991A", "Les Tilleuls", ""),
    ],
)
def test_an_outline_is_known_by_the_words_of_its_publisher(kind, properties, key, name, insee):
    record = read(kind, properties)
    assert (record.official_id, record.fields["name"], record.fields["insee_code"]) == (key, name, insee)


def test_the_box_of_an_outline_is_kept_and_its_facts():
    fields = read(
        "iris", {"iris_code": "929990101", "iris_name": "Centre", "iris_grd_qu": "Le Bourg", "year": "2026"}
    ).fields
    assert [fields[side] for side in ("west", "south", "east", "north")] == [2.16, 48.94, 2.17, 48.95]
    assert fields["facts"] == {"large_quarter": "Le Bourg", "vintage": "2026"}
    json.dumps(fields)


def test_a_key_may_stand_beside_the_properties():
    assert read("quarters", {"nom": "Le Lavoir"}, id="quartier/3").official_id == "quartier/3"


def test_a_table_with_a_column_of_outlines_is_read_too():
    values = {"Geo Point": "48.9, 2.1", "Geo Shape": json.dumps(SHAPE), "code_qp": "QP092999", "nom_qp": "Coteaux"}
    assert KINDS["priority-quarters"].layout(values)(values).fields["name"] == "Coteaux"


@pytest.mark.parametrize(
    ("properties", "feature", "column"),
    [
        ({"nom": "", "code": None}, {}, "nom"),
        ({"nom": "Vide"}, {"geometry": None}, "geometry"),
        ({"nom": "Point"}, {"geometry": {"type": "Point", "coordinates": [2, 48]}}, "geometry"),
    ],
)
def test_an_outline_without_a_name_or_a_surface_is_refused(properties, feature, column):
    with pytest.raises(LineRefused) as refused:
        read("quarters", properties, **feature)
    assert refused.value.column == column


def test_a_list_of_towns_draws_nothing():
    with pytest.raises(NotThisKind, match="ne dessine pas de contours"):
        KINDS["communes"].layout({"code": "92999", "nom": "Clairval"})
    with pytest.raises(NotThisKind, match="Propriétés trouvées : couleur"):
        KINDS["quarters"].layout({"properties": {"couleur": "rouge"}, "geometry": SHAPE})


CELL = {
    "idcar_200m": "CRS3035RES200mN2896000E3748000",
    "i_est_200": "1",
    "lcog_geo": "0100492999",
    "ind": "120,5",
    "men": "48.0",
    "men_pauv": "6.0",
    "men_fmp": "5.0",
    "men_5ind": "4.0",
    "ind_snv": "3100000.0",
    "ind_0_3": "6.5",
    "ind_4_5": "3.0",
    "ind_6_10": "9.0",
    "ind_11_17": "11.0",
    "ind_18_24": "10.0",
}


def cell(values):
    return GRID.layout(values)(values)


def test_a_square_is_drawn_from_its_own_name():
    record = cell(CELL)
    ring = shape(record.fields["outline"])
    assert ring.exterior.is_ccw and ring.contains(shapely.Point(record.fields["lon"], record.fields["lat"]))
    assert record.fields["people"] == 120.5
    assert record.fields["communes"] == ["01004", "92999"]
    assert record.fields["is_imputed"] is True
    assert "share" not in record.fields


def test_a_spreadsheet_that_took_the_first_zero_off_does_no_harm():
    assert cell(CELL | {"lcog_geo": 100492999}).fields["communes"] == ["01004", "92999"]


def test_squares_already_drawn_say_what_they_say_and_leave_the_rest():
    properties = {name: CELL[name] for name in ("idcar_200m", "ind", "men", "i_est_200", "ind_0_3")}
    fields = cell({"type": "Feature", "properties": properties, "geometry": SHAPE}).fields
    assert fields["outline"] == cell(CELL).fields["outline"]
    assert "communes" not in fields and "large_households" not in fields


def test_the_vintage_of_2015_is_spelt_with_capitals():
    values = {"IdINSPIRE": CELL["idcar_200m"], "Ind": "12", "Men": "5", "I_est_cr": "0", "Ind_0_3": "1"}
    assert cell(values).fields["aged_0_3"] == 1


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"idcar_200m": "CRS3035RES1000mN2896000E3748000"}, "idcar_200m"),
        ({"idcar_200m": "CRS3035RES200mN9999999E9999999"}, "idcar_200m"),
        ({"ind": "-1"}, "ind"),
        ({"ind": ""}, "ind"),
        ({"ind": "beaucoup"}, "ind"),
    ],
)
def test_a_square_that_can_not_be_is_refused(changed, column):
    with pytest.raises(LineRefused) as refused:
        cell(CELL | changed)
    assert refused.value.column == column


def test_the_inhabitants_of_the_real_squares_are_those_that_the_papers_tell(shared):
    folder = shared / "data" / "insee-carreaux-200m"
    features = json.loads((folder / "carreaux_200m_bondy.geojson").read_text(encoding="utf-8"))["features"]
    records = [cell(feature) for feature in features]
    assert sum(record.fields["people"] for record in records) == pytest.approx(65_548)
    assert sum(record.fields["is_imputed"] for record in records) == 14
    for record, feature in zip(records, features, strict=True):
        assert shape(record.fields["outline"]).hausdorff_distance(shape(feature["geometry"])) < 2e-6
