"""The coordination sees where children live, by area, and says how they walk."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.town.areas.actions import decide_pace
from preau.town.areas.distance import Pace
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import WalkingPace
from tests.cast import make_commune, make_person, make_plan
from tests.town.areas.test_locating import make_area, rectangle
from tests.town.areas.test_population import cell

pytestmark = pytest.mark.django_db
HERE = "/atelier/territoires/"
PACE = {
    "age_under": "6",
    "km_per_hour": "3,2",
    "detour": "1,35",
    "valid_from": "2026-09-01",
    "source": "Relevé de juin",
}


@pytest.fixture
def coordinator(client):
    make_plan(shown=True)
    person = make_person("coordinator")
    client.force_login(person)
    return person


def make_town(**ages: float) -> None:
    make_area("Ville", rectangle(0, 0, 4, 4), AreaKind.COMMUNE)
    make_area("Ouest", rectangle(0, 0, 2, 4))
    make_area("Est", rectangle(2, 0, 4, 4))
    for x in range(4):
        for y in range(4):
            square = cell(x, y, **ages)
            square.commune, square.fingerprint = make_commune(), "x"
            square.save()


def read(client, path: str = HERE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_answer_comes_first(client, coordinator):
    make_town(aged_6_10=100)
    page = read(client)
    assert "Environ 2\xa0560 enfants et jeunes de moins de 18\xa0ans".replace("18\xa0ans", "18 ans") in page
    assert "Ouest" in page
    assert "<svg" in page


def test_an_age_is_chosen_by_a_link(client, coordinator):
    make_town(aged_4_5=33)
    assert 'aria-current="true">4-5 ans' in read(client, f"{HERE}?age=4-5")
    assert 'aria-current="true">moins de 18 ans' in read(client, f"{HERE}?age=n-importe&decoupage=quoi")


def test_a_figure_that_is_not_told_gives_no_total(client, coordinator):
    make_town(aged_0_3=0.1)
    page = read(client, f"{HERE}?age=0-3")
    assert page.count("non communiqué") > 4
    assert "Où vivent les enfants et les jeunes</h1>" in page


def test_no_square_is_ever_in_the_page(client, coordinator):
    make_town()
    page = read(client)
    assert "0-0" not in page.replace("2026-0-0", "")
    assert page.count("map-area-quarter") == 2


def test_outlines_without_squares_and_nothing_at_all_teach(client, coordinator):
    assert "Aucun territoire pour l’instant" in read(client)
    make_area("Ouest", rectangle(0, 0, 2, 4))
    assert "Importez le carroyage" in read(client)


def test_the_number_of_queries_is_fixed(client, coordinator, django_assert_max_num_queries):
    make_town()
    client.get(HERE)
    with django_assert_max_num_queries(14):
        client.get(HERE)


def test_a_pace_is_decided_and_shown_with_its_source(client, coordinator):
    answer = client.post(f"{HERE}marche/ajout/", PACE)
    assert answer.headers["Location"] == HERE
    page = read(client)
    assert "3,2 km/h" in page
    assert "Relevé de juin" in page


def test_a_pace_decided_twice_for_a_day_keeps_what_was_typed(client, coordinator, now):
    decide_pace(make_commune(), Pace(date(2026, 9, 1), 6, 3.0, 1.3, "Avant"), hand=Hand(coordinator, now))
    answer = client.post(f"{HERE}marche/ajout/", PACE)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Une vitesse est déjà décidée" in page
    assert "Relevé de juin" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"km_per_hour": "0"},
        {"km_per_hour": "vite"},
        {"detour": "5"},
        {"valid_from": ""},
        {"source": ""},
        {"age_under": "0"},
    ],
)
def test_a_pace_that_is_no_walk_is_refused(client, coordinator, wrong):
    assert client.post(f"{HERE}marche/ajout/", PACE | wrong).status_code == 422
    assert not WalkingPace.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"), [("agent", 302), ("contributor", 403), ("elected", 403), ("reader", 403), ("provider", 403)]
)
def test_who_decides_a_pace(client, role, status):
    make_plan(shown=True)
    client.force_login(make_person(role))
    assert client.post(f"{HERE}marche/ajout/", PACE).status_code == status
