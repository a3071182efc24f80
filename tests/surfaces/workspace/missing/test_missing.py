"""The page of who is missing: one answer first, groups with their doubts, and nothing of a small one."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest

from preau.observatory.missing.showing import show_who_is_seen
from tests.cast import make_commune, make_person
from tests.cast.missing import MadeFacts, a_town_that_misses_its_port, everybody_alike

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PAGE = "/atelier/qui-manque/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def shown():
    def show(facts: MadeFacts) -> None:
        show_who_is_seen(make_commune(), facts, now=NOW)

    return show


@pytest.fixture
def coordinator(client):
    client.force_login(make_person("coordinator"))
    return client


def test_before_the_first_picture_the_page_says_what_it_will_tell(coordinator):
    make_commune()
    answer = coordinator.get(PAGE)
    assert answer.status_code == 200
    assert "Pas encore d’image" in answer.text


def test_the_answer_comes_first_with_what_was_expected(coordinator, shown):
    shown(a_town_that_misses_its_port())
    page = coordinator.get(PAGE).text
    heading = page.split("<h1")[1].split("</h1>")[0]
    assert "on en voit" in heading and "on en attendrait" in heading
    assert "le hasard seul n’explique pas" in page


def test_a_town_where_all_come_alike_is_told_that_nothing_is_sure(coordinator, shown):
    facts = MadeFacts()
    for area in ("nord", "sud"):
        facts.know(60, 30, area=area).know(60, 30, area=area, sex="boy")
    shown(facts)
    assert "Aucun groupe d’enfants n’est nettement moins vu" in coordinator.get(PAGE).text


def test_a_class_of_three_is_never_told(coordinator, shown):
    shown(a_town_that_misses_its_port())
    assert "cluse" not in coordinator.get(PAGE).text


def test_what_is_too_small_is_said_to_be_hidden(coordinator, shown):
    shown(everybody_alike(MadeFacts(), young=1))
    page = coordinator.get(PAGE + "?par=quotient&et=age").text
    assert "masqué" in page or "rien n’est montré" in page


@pytest.mark.parametrize("address", ["?par=age", "?par=quotient&et=age", "?par=sexe", "?par=quartier&et=sexe"])
def test_each_way_of_looking_opens(coordinator, shown, address):
    shown(a_town_that_misses_its_port())
    assert coordinator.get(PAGE + address).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["?par=nom", "?et=quartier", "?annee=1789", "?annee=deux", "?par=age&et=age", "?par=quartier&et=quotient"],
)
def test_an_address_that_makes_no_sense_is_as_the_first_one(coordinator, shown, address):
    shown(a_town_that_misses_its_port())
    assert coordinator.get(PAGE + address).status_code == 200


def test_the_table_opens_in_a_french_spreadsheet_and_says_the_same(coordinator, shown):
    shown(a_town_that_misses_its_port())
    answer = coordinator.get(PAGE + "tableau.csv?par=age")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][:2] == ["Groupe", "Connus de la ville"]
    assert {row[0] for row in rows[2:]} == {"3 à 5 ans", "6 à 10 ans", "11 à 17 ans"}


def test_a_group_told_by_its_sex_is_not_one_to_call(coordinator, shown):
    shown(a_town_that_misses_its_port())
    assert "/aller-vers/ouverture/" not in coordinator.get(PAGE + "?par=sexe").text


def test_the_page_costs_the_same_whatever_is_asked(coordinator, shown, django_assert_max_num_queries):
    shown(a_town_that_misses_its_port())
    coordinator.get(PAGE)
    with django_assert_max_num_queries(24):
        coordinator.get(PAGE + "?par=quartier&et=age")
