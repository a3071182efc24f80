"""Files of open data: read back by other programs, saying the same, and never of a table that was not protected."""

from __future__ import annotations

import csv
import json
from io import StringIO

import duckdb
import jsonschema
import numpy as np
import pytest

from preau.observatory.disclosure import protect, rounded
from preau.observatory.opendata import (
    Dataset,
    Heading,
    NotOpen,
    dictionary,
    json_document,
    json_schema,
    plain_csv,
    spreadsheet_csv,
    table_schema,
    write_parquet,
)
from tests.observatory.disclosure.towns import RULE, dimension, published

AREAS = ("=HYPERLINK(1)", "Bords de Seine", "Centre | Nord")
COUNTS = np.array([[12, 33], [3, 41], [27, 18]])


def protected():
    areas, sexes = dimension("area", AREAS), dimension("sex", ("F", "G"))
    return protect(published([areas, sexes], COUNTS, [("area", "sex")]), RULE)


def dataset(table):
    headings = {
        "area": Heading("quartier", "Quartier", "Quartier de résidence."),
        "sex": Heading("sexe", "Sexe", "Fille ou garçon."),
    }
    return Dataset(
        slug="enfants-par-quartier",
        title="Enfants qui pratiquent, par quartier",
        says="Enfants distincts, une année scolaire.",
        source="Ville de Clairval-sur-Seine",
        licence="Licence Ouverte 2.0",
        table=table,
        headings={name: headings[name] for name in table.dimensions},
        measure=Heading("enfants", "Enfants", "Nombre d’enfants distincts."),
    )


@pytest.fixture
def opened():
    return dataset(rounded(protected(), RULE).table("area", "sex"))


def test_a_spreadsheet_opens_french_headings_and_says_why_a_figure_is_missing():
    written = spreadsheet_csv(dataset(protected().table("area", "sex")))
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Quartier", "Sexe", "Enfants"]
    assert ["Bords de Seine", "F", "chiffre masqué : trop peu d’enfants"] in rows


@pytest.mark.parametrize("write", [spreadsheet_csv, plain_csv])
def test_no_cell_of_a_file_begins_like_a_formula(write, opened):
    text = write(opened).decode("utf-8-sig")
    cells = [
        cell for row in csv.reader(StringIO(text), delimiter=";" if write is spreadsheet_csv else ",") for cell in row
    ]
    assert "'=HYPERLINK(1)" in cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_csv_parquet_and_json_say_the_same(opened, tmp_path):
    write_parquet(opened, tmp_path / "enfants.parquet")
    with duckdb.connect() as engine:
        rows = engine.sql(f"SELECT * FROM read_parquet('{tmp_path / 'enfants.parquet'}') ORDER BY ALL").fetchall()
    lines = json.loads(json_document(opened))["lignes"]
    assert [list(row[:3]) for row in rows] == [[each["quartier"], each["sexe"], each["enfants"]] for each in lines]
    plain = list(csv.DictReader(StringIO(plain_csv(opened).decode())))
    assert [each["enfants"] for each in plain] == ["" if row[2] is None else str(row[2]) for row in rows]
    assert [each["etat"] for each in plain] == [row[3] for row in rows] == [each["etat"] for each in lines]
    assert not list(tmp_path.glob("*.new"))
    assert any(row[2] is None for row in rows)
    assert all(row[2] % 5 == 0 for row in rows if row[2] is not None)


def test_a_document_is_what_its_schema_says(opened):
    jsonschema.Draft202012Validator.check_schema(json_schema(opened))
    document = json.loads(json_document(opened))
    jsonschema.validate(document, json_schema(opened))
    document["lignes"][0]["enfants"] = 3
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json_schema(opened))


def test_the_table_schema_names_the_columns_of_the_csv_in_their_order(opened):
    schema = table_schema(opened)
    header = plain_csv(opened).decode().splitlines()[0].split(",")
    assert [field["name"] for field in schema["fields"]] == header
    assert schema["primaryKey"] == ["quartier", "sexe"]


def test_the_dictionary_says_what_each_column_holds(opened):
    page = dictionary(opened)
    assert "| `enfants` | Enfants | Nombre d’enfants distincts. Arrondi à 5. Vide : masqué. | nombre entier |" in page
    assert all(f"`{field['name']}`" in page for field in table_schema(opened)["fields"])


def test_a_table_that_was_not_protected_is_refused():
    with pytest.raises(NotOpen):
        dataset(type("Table", (), {"dimensions": ("area",), "figures": {("Centre",): 3}})())


@pytest.mark.parametrize("write", [plain_csv, json_document])
def test_open_data_that_was_not_rounded_is_refused(write, tmp_path):
    exact = dataset(protected().table("area", "sex"))
    with pytest.raises(NotOpen):
        write(exact)
    with pytest.raises(NotOpen):
        write_parquet(exact, tmp_path / "enfants.parquet")


def test_the_total_alone_is_a_table_too():
    total = dataset(rounded(protected(), RULE).table())
    assert plain_csv(total).decode().splitlines()[1].startswith("135,")
