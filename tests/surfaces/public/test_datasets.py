"""Anybody takes the figures of the plan away, knows what the columns mean, and finds no small number in them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import duckdb
import jsonschema
import pytest
from django.core.cache import cache

from preau.offer.attendance.models import Attendance
from tests.cast.day import make_session, weeks_before
from tests.cast.facts import take
from tests.cast.families import make_child, make_home
from tests.cast.indicators import make_indicator
from tests.cast.plans import make_plan

pytestmark = pytest.mark.django_db
SETS = "/donnees/jeux/"
ONE = f"{SETS}a1-g1-e1-i1-filles-et-garcons-2026/"


@pytest.fixture(autouse=True)
def facts_folder(settings, tmp_path):
    settings.FACTS = tmp_path / "facts"
    cache.clear()


@pytest.fixture
def told(now):
    """Twenty-three of 13 who came three times: girls and boys, and nobody whose sex is not known."""
    make_indicator(make_plan(shown=True), "A1.G1.E1.i1")
    session = make_session("Judo", day=date(2026, 11, 10))
    sessions = [*weeks_before(session, 2), session]
    for number in range(23):
        child = make_child(f"Jeune{number} Essai", date(2013, 5, 5), sex=("girl", "boy")[number % 2])
        make_home(f"{number} rue des Essais", [], [child])
        for each in sessions:
            Attendance.objects.create(session=each, child=child, state="present", recorded_at=now)
    take(now)


def read(client, path):
    return client.get(path).content.decode().replace("\xa0", " ")


def test_without_a_figure_the_page_teaches(client):
    make_plan(shown=True)
    assert "Rien à prendre pour l’instant" in read(client, SETS)
    assert client.get("/api/datasets").json()["count"] == 0


def test_every_set_is_listed_with_its_day(client, told):
    page = read(client, SETS)
    assert "Jeunes de 11 à 17 ans qui pratiquent vraiment" in page
    assert "Toute la ville" in page and "2026-2027" in page and "24 novembre 2026" in page


def test_a_set_says_what_it_counts_and_is_rounded(client, told):
    page = read(client, f"{SETS}a1-g1-e1-i1-ensemble-2026/")
    assert '<td class="number">25</td>' in page, "23, to the nearest five"
    assert "Comment ce chiffre peut tromper" in page
    assert "Licence Ouverte 2.0" in page


def test_a_spreadsheet_opens_with_french_headings(client, told):
    answer = client.get(f"{SETS}a1-g1-e1-i1-ensemble-2026/donnees.tableur")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.content.decode("utf-8-sig").splitlines()[:2] == ["Nombre, arrondi", "25"]
    assert 'filename="a1-g1-e1-i1-ensemble-2026.csv"' in answer.headers["Content-Disposition"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_programs_read_the_same_lines_in_each_format(client, told, tmp_path):
    told = client.get(f"{SETS}a1-g1-e1-i1-ensemble-2026/schema.json").json()
    document = client.get(f"{SETS}a1-g1-e1-i1-ensemble-2026/donnees.json").json()
    jsonschema.validate(document, told["document"])
    table = client.get(f"{SETS}a1-g1-e1-i1-ensemble-2026/donnees.csv").content.decode()
    lines = list(csv.DictReader(io.StringIO(table)))
    path = tmp_path / "d.parquet"
    path.write_bytes(client.get(f"{SETS}a1-g1-e1-i1-ensemble-2026/donnees.parquet").content)
    rows = duckdb.sql(f"SELECT nombre, etat FROM '{path}'").fetchall()
    assert rows == [(25, "publié")]
    assert [(line["nombre"], line["etat"]) for line in lines] == [("25", "publié")]
    assert document["lignes"][0]["nombre"] == 25
    api = client.get("/api/datasets/a1-g1-e1-i1-ensemble-2026").json()
    assert [line["value"] for line in api["lines"]] == [25]
    assert api["rounded_to"] == 5
    assert api["dataset"]["files"][0]["url"].endswith("/donnees.tableur")


def test_who_is_few_is_in_no_file(client, told, now):
    """Nobody without a known sex: zero is small, and another group is hidden so that it is not found."""
    listed = [each["id"] for each in client.get("/api/datasets").json()["datasets"]]
    for slug in listed:
        answer = client.get(f"/api/datasets/{slug}").json()
        assert all(line["value"] is None or line["value"] >= 5 for line in answer["lines"])
        hidden = [line for line in answer["lines"] if line["value"] is None]
        assert len(hidden) != 1
        assert all(line["state"] == "masqué" for line in hidden)


def test_portals_harvest_the_catalogue(client, told):
    answer = client.get("/donnees/catalogue.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    told = json.loads(answer.content)
    assert told["@type"] == "dcat:Catalog"
    for each in told["dcat:dataset"]:
        assert len(each["dcat:distribution"]) == 4
        for file in each["dcat:distribution"]:
            path = file["dcat:downloadURL"]["@id"].partition("/donnees/")[2]
            assert client.get(f"/donnees/{path}").status_code == 200


@pytest.mark.parametrize("path", [ONE, f"{ONE}donnees.csv", f"{ONE}schema.json", f"{SETS}x/", f"{SETS}../"])
def test_what_is_not_told_is_gone(client, path):
    make_plan(shown=True)
    assert client.get(path).status_code == 404


def test_a_format_that_nobody_writes_is_gone(client, told):
    assert client.get(f"{SETS}a1-g1-e1-i1-ensemble-2026/donnees.exe").status_code == 404


def test_a_plan_that_is_not_on_display_tells_nothing(client):
    make_indicator(make_plan(), "A1.G1.E1.i1")
    assert "Rien à prendre" in read(client, SETS)
    assert client.get("/api/datasets").status_code == 404
