"""Addresses: the national base in its layouts of yesterday and today, and numbers that are no doors."""

from __future__ import annotations

import pytest

from preau.town.addresses.sources import ADDRESSES
from preau.town.opendata.source import LineRefused, NotThisKind

NATIONAL = {
    "id": "92999_0010_00012_bis",
    "numero": "12",
    "rep": "BIS",
    "nom_voie": "Rue des Tilleuls",
    "code_postal": "92999",
    "code_insee": "92999",
    "nom_commune": "Clairval-sur-Seine",
    "x": "638758.9",
    "y": "6871905.6",
    "lon": "2.164",
    "lat": "48.9442",
    "nom_ld": "",
    "source_position": "inconnue",
    "certification_commune": "0",
}
LOCAL = {
    "cle_interop": "92999_0010_00012_bis",
    "voie_nom": "Rue des Tilleuls",
    "numero": 12,
    "suffixe": "bis",
    "commune_insee": "92999",
    "commune_nom": "Clairval-sur-Seine",
    "long": 2.164,
    "lat": 48.9442,
    "source": "Commune de Clairval",
    "certification_commune": "1",
}


def read(values):
    return ADDRESSES.layout(values)(values)


def test_a_door_of_the_national_base():
    assert read(NATIONAL).official_id == "92999_0010_00012_bis"
    assert read(NATIONAL).fields == {
        "number": 12,
        "suffix": "bis",
        "street": "Rue des Tilleuls",
        "postcode": "92999",
        "insee_code": "92999",
        "city": "Clairval-sur-Seine",
        "lon": 2.164,
        "lat": 48.9442,
        "is_certified": False,
    }


def test_new_keys_beside_the_old_one_change_nothing():
    assert read({"id_ban_adresse": "0a-1b", "id_ban_toponyme": "2c", **NATIONAL}) == read(NATIONAL)


def test_the_base_of_a_town_says_the_same_and_certifies():
    assert read(LOCAL).fields == read(NATIONAL).fields | {"postcode": "", "is_certified": True}


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({"numero": "4244"}, None),
        ({"numero": "2021"}, None),
        ({"numero": "5012"}, None),
        ({"numero": "99999"}, None),
        ({"numero": ""}, None),
        ({"numero": "1850"}, 1850),
        ({"numero": "2021", "certification_commune": "1"}, 2021),
        ({"numero": "2021", "source_position": "commune"}, 2021),
        ({"numero": "12003", "certification_commune": "1"}, None),
    ],
)
def test_a_number_that_is_no_door_is_left_out_and_its_point_is_kept(changed, number):
    fields = read(NATIONAL | changed).fields
    assert (fields["number"], fields["lon"]) == (number, 2.164)


def test_an_address_without_degrees_is_placed_by_its_metres():
    fields = read(NATIONAL | {"lon": "", "lat": ""}).fields
    assert (fields["lon"], fields["lat"]) == pytest.approx((2.164, 48.9442), abs=1e-3)


def test_a_hamlet_stands_for_the_street_that_it_has_not():
    assert read(NATIONAL | {"nom_voie": "", "nom_ld": "Le Lavoir"}).fields["street"] == "Le Lavoir"


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"id": ""}, "id"),
        ({"nom_voie": "", "nom_ld": ""}, "nom_ld"),
        ({"code_insee": ""}, "code_insee"),
        ({"numero": "douze"}, "numero"),
        ({"numero": "-4"}, "numero"),
        ({"lon": "", "lat": "", "x": "", "y": ""}, "lon"),
        ({"lat": "148"}, "lon"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(changed, column):
    with pytest.raises(LineRefused) as refused:
        read(NATIONAL | changed)
    assert refused.value.column == column


def test_a_list_of_people_is_not_a_list_of_addresses():
    with pytest.raises(NotThisKind, match="n’est pas la Base Adresse Nationale"):
        ADDRESSES.layout({"nom": "x", "rue": "y"})
