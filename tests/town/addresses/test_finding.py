"""Messy addresses written by hand, and what must never be placed in silence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.addresses.finding import Certainty, find, suggest
from preau.town.addresses.streets import StreetIndex


@dataclass
class Door:
    street: str
    number: int | None
    lon: float
    lat: float
    suffix: str = ""
    postcode: str = "92999"
    city: str = "Clairval-sur-Seine"


def street(name: str, numbers, lon: float, lat: float) -> list[Door]:
    """Doors every 8 m along a line that goes east: odd on one side, even on the other."""
    return [Door(name, number, lon + number * 0.00005, lat + (number % 2) * 0.0001) for number in numbers]


TOWN = [
    *street("Rue Jean Jaurès", range(1, 41), 2.160, 48.940),
    *street("Avenue Jean Jaurès", range(1, 41), 2.180, 48.945),
    *street("Rue de la Paix", [1, 2, 3, 4, 11, 12, 13, 14, 99], 2.165, 48.950),
    *street("Rue des Tilleuls", range(1, 31), 2.164, 48.944),
    *street("Place du 8 Mai 1945", range(1, 13), 2.170, 48.942),
    *street("Allée des 2 Moulins", range(1, 13), 2.171, 48.947),
    *street("Chemin du Moulin", range(1, 13), 2.172, 48.949),
    *street("Boulevard du Général de Gaulle", range(1, 61), 2.166, 48.936),
    *street("Rue Saint-Exupéry", range(1, 21), 2.174, 48.938),
    *street("Rue du Docteur Roux", range(1, 21), 2.176, 48.939),
    *street("Faubourg Sainte-Anne", range(1, 21), 2.178, 48.941),
    *street("Quai de Seine", range(1, 21), 2.158, 48.934),
    *street("Rond-Point de l’Europe", range(1, 5), 2.182, 48.940),
    *street("Rue de l’Église", range(1, 21), 2.169, 48.9425),
    *street("Résidence du Lac", range(1, 7), 2.155, 48.946),
    Door("Rue Jean Jaurès", 12, 2.1606, 48.9402, "bis"),
    Door("Ferme du Plateau", None, 2.188, 48.953),
]


INDEX = StreetIndex(TOWN)


@pytest.fixture
def town() -> StreetIndex:
    return INDEX


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("12 rue Jean Jaurès", "12 Rue Jean Jaurès"),
        ("12 bis, rue jean jaures 92999 Clairval sur Seine", "12 bis Rue Jean Jaurès"),
        ("12B R. JEAN JAURES", "12 bis Rue Jean Jaurès"),
        ("av j. jaurès 12", "12 Avenue Jean Jaurès"),
        ("12, avenue Jaurès", "12 Avenue Jean Jaurès"),
        ("rue des tilleuls n°7 - clairval", "7 Rue des Tilleuls"),
        ("7 tilleul", "7 Rue des Tilleuls"),
        ("7 rue Tileuls", "7 Rue des Tilleuls"),
        ("7 reu des tilleuls", "7 Rue des Tilleuls"),
        ("TILLEULS RUE 7 CLAIRVAL-SUR-SEINE", "7 Rue des Tilleuls"),
        ("3 pl du 8 mai", "3 Place du 8 Mai 1945"),
        ("3 place du huit mai 1945", "3 Place du 8 Mai 1945"),
        ("place du 8 mai 1945, 3", "3 Place du 8 Mai 1945"),
        ("8 place du 8 mai 1945", "8 Place du 8 Mai 1945"),
        ("4 all. des deux moulins", "4 Allée des 2 Moulins"),
        ("2 allée des 2 moulins", "2 Allée des 2 Moulins"),
        ("5 chem. moulin", "5 Chemin du Moulin"),
        ("31 bd gal de gaulle", "31 Boulevard du Général de Gaulle"),
        ("31 Bld. De Gaulle", "31 Boulevard du Général de Gaulle"),
        ("31 boulevar du general degaulle", "31 Boulevard du Général de Gaulle"),
        ("6 r st exupery", "6 Rue Saint-Exupéry"),
        ("6 rue de Saint Éxupéry", "6 Rue Saint-Exupéry"),
        ("6 rue Saint Exupery appt 14 3e étage", "6 Rue Saint-Exupéry"),
        ("9 rue Dr Roux", "9 Rue du Docteur Roux"),
        ("9 rue du docteur rouxx bat C", "9 Rue du Docteur Roux"),
        ("10 fg ste anne", "10 Faubourg Sainte-Anne"),
        ("10 faubourg saint-anne", "10 Faubourg Sainte-Anne"),
        ("2 quai de la Seine", "2 Quai de Seine"),
        ("2 q. Seine", "2 Quai de Seine"),
        ("3 rd pt de l'Europe", "3 Rond-Point de l’Europe"),
        ("15 rue eglise", "15 Rue de l’Église"),
        ("4 rés. du lac", "4 Résidence du Lac"),
        ("13 rue de la paix", "13 Rue de la Paix"),
        ("3 moulin", "3 Chemin du Moulin"),
    ],
)
def test_what_people_write_is_placed(town, text, label):
    found = find(town, text)
    assert (found.label, found.is_placed) == (label, True), found


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("12 Jean Jaurès", {"12 Rue Jean Jaurès", "12 Avenue Jean Jaurès"}),
        ("12 boulevard Jean Jaurès", {"12 Rue Jean Jaurès", "12 Avenue Jean Jaurès"}),
        ("jaures 12 clairval", {"12 Rue Jean Jaurès", "12 Avenue Jean Jaurès"}),
        ("rue Jean Jaurès", {"Rue Jean Jaurès"}),
        ("212 rue Jean Jaurès", {"40 Rue Jean Jaurès"}),
        ("60 rue de la Paix", {"14 Rue de la Paix"}),
        ("12 rue Jean Jaurès 75011 Paris", {"12 Rue Jean Jaurès"}),
        ("12 rue Jean Jaurès Montreuil", {"12 Rue Jean Jaurès"}),
        ("12 rue Jean Jaurès" + " " * 130 + "Montreuil", {"12 Rue Jean Jaurès"}),
    ],
)
def test_what_cannot_be_told_is_asked_and_not_placed(town, text, proposed):
    found = find(town, text)
    assert found.certainty is Certainty.UNCERTAIN
    assert (found.lon, found.lat) == (None, None)
    assert proposed <= {each.label for each in found.candidates}, found


@pytest.mark.parametrize(
    "text", ["", "   ", "12", "rue", "92999", "Clairval", "chez mamie", "!!!", "a" * 5000, "14 rue du Zouave"]
)
def test_nonsense_gives_no_place(town, text):
    assert not find(town, text).is_placed


def test_a_number_between_close_neighbours_is_likely_and_between_them(town):
    without = StreetIndex(door for door in TOWN if (door.street, door.number) != ("Rue des Tilleuls", 8))
    found = find(without, "8 rue des Tilleuls")
    assert found.certainty is Certainty.LIKELY
    assert found.lon == pytest.approx(2.164 + 8 * 0.00005)
    assert find(town, "8 rue des Tilleuls").certainty is Certainty.SURE


def test_a_missing_repetition_falls_back_on_its_number_and_says_so(town):
    found = find(town, "12 ter rue Jean Jaurès")
    assert (found.label, found.certainty) == ("12 Rue Jean Jaurès", Certainty.LIKELY)


def test_the_same_number_twice_in_a_street_far_apart_is_asked(town):
    twice = StreetIndex([*TOWN, Door("Rue des Tilleuls", 7, 2.190, 48.955)])
    found = find(twice, "7 rue des Tilleuls")
    assert found.certainty is Certainty.UNCERTAIN
    assert len(found.candidates) == 2


def test_a_place_without_numbers_is_proposed(town):
    assert [each.label for each in find(town, "ferme du plateau").candidates] == ["Ferme du Plateau"]


def test_a_town_without_any_address_answers(town):
    empty = StreetIndex([])
    assert not find(empty, "12 rue Jean Jaurès").is_placed
    assert suggest(empty, "12 rue") == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("12 rue jea", "12 Rue Jean Jaurès"),
        ("7 til", "7 Rue des Tilleuls"),
        ("boul gaul", "Boulevard du Général de Gaulle"),
        ("3 pl. du 8", "3 Place du 8 Mai 1945"),
    ],
)
def test_while_typing_the_likeliest_comes_first(town, typed, first):
    proposed = suggest(town, typed)
    assert proposed[0].label == first
    assert len(proposed) <= 8


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_no_unknown_text_is_placed(text):
    found = find(INDEX, text)
    assert found.is_placed == (found.lon is not None)
    suggest(INDEX, text)


@given(st.sampled_from(TOWN), st.randoms(use_true_random=False))
def test_the_order_of_the_words_moves_nobody(door, dice):
    """Whatever the order, the door is where it is, or is asked for."""
    words = f"{door.number or ''} {door.street}".split()
    dice.shuffle(words)
    found = find(INDEX, " ".join(words))
    if found.is_placed and "Mai" not in door.street and "2" not in door.street:
        assert abs(found.lon - door.lon) < 0.0007
