"""Finding a family as it is heard at the counter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.people.households.helping import children_of, homes_of_adult, kept_from
from preau.people.households.models import Adult
from preau.people.households.rights import Act
from preau.people.households.searching import MOST, search, understood
from tests.cast import make_commune
from tests.cast.families import (
    make_adult,
    make_child,
    make_fostered,
    make_paper_family,
    make_sheltered,
    make_two_homes,
)

TODAY = date(2026, 11, 24)


@pytest.fixture
def families(db):
    make_two_homes()
    make_sheltered()
    make_paper_family()


def found(text: str) -> list[str]:
    return [str(each.adult) for each in search(make_commune(), understood(text), TODAY).found]


@pytest.mark.parametrize(
    "text",
    [
        "Mariam Traoré",
        "traore mariam",
        "  TRAORE  ",
        "traor",
        "Awa",
        "Trahoré",
        "mariame traoré",
        "22/01/2019",
        "Awa 22.1.2019",
    ],
)
def test_a_family_is_found_however_it_is_said(families, text):
    assert "Mariam Traoré" in found(text)


def test_a_child_brings_those_who_decide_for_them(families):
    assert set(found("Zélie")) == {"Salomé Kerbrat", "Yann Kerbrat"}


def test_a_phone_number_is_enough(families):
    Adult.objects.filter(first_name="Mariam").update(phone="+33 6 12 34 56 78")
    assert found("06.12.34.56.78") == ["Mariam Traoré"]


@pytest.mark.parametrize("text", ["", " ", "a", "é", "%", "_", "12", "06", "**", "31/02/2019"])
def test_nothing_asked_nothing_shown(families, text):
    answer = search(make_commune(), understood(text), TODAY)
    assert (answer.found, answer.alone, answer.has_more) == ((), (), False)


def test_another_name_finds_nobody(families):
    assert found("Duvernois") == []
    assert found("Mariam Kerbrat") == []


def test_a_list_is_short_and_says_that_there_is_more(db):
    for number in range(MOST + 5):
        make_adult(f"Paul Martin{chr(97 + number % 26)}", account=False)
    answer = search(make_commune(), understood("martin"), TODAY)
    assert len(answer.found) == MOST and answer.has_more


def test_a_child_whom_nobody_is_linked_to_is_found_too(db):
    make_child("Ilyes Ferrand")
    answer = search(make_commune(), understood("ferrand"), TODAY)
    assert [str(child) for child in answer.alone] == ["Ilyes Ferrand"]


def test_a_blocked_guardian_is_marked(families):
    answer = search(make_commune(), understood("Karim Aziz"), TODAY)
    assert answer.found[0].is_blocked


def test_helping_somebody_gives_them_no_right_that_they_do_not_have(db):
    sheltered, fostered = make_sheltered(), make_fostered()
    farida, karim, odile = sheltered.adults["Farida"], sheltered.adults["Karim"], fostered.adults["Odile"]
    assert [str(child) for child in children_of(farida, Act.CONSENT, TODAY)] == ["Inès Belkacem"]
    assert not children_of(karim, Act.READ, TODAY).exists() and [str(c) for c in kept_from(karim, TODAY)] == [
        "Inès Belkacem"
    ]
    assert children_of(odile, Act.REGISTER, TODAY).exists() and not children_of(odile, Act.CONSENT, TODAY).exists()
    assert [home.address for home in homes_of_adult(farida, TODAY)] == ["2 place du Puits"]
    assert not homes_of_adult(karim, TODAY).exists()


@given(st.text(max_size=300))
def test_whatever_is_typed_is_understood_or_left(text):
    asked = understood(text)
    assert len(asked.words) <= 6 and asked.digits.isdecimal() | (asked.digits == "")
