"""The census of sports facilities: the official set, and the short file made from it."""

from __future__ import annotations

import json

import pytest

from preau.town.opendata.source import LineRefused, NotThisKind
from preau.town.places.sources import SPORTS

OFFICIAL = {
    "equip_numero": "E001I929990002",
    "equip_nom": "TERRAIN DES QUAIS",
    "equip_type_name": "Multisports/City-stades",
    "equip_type_famille": "Equipements extérieurs",
    "inst_numero": "I929990001",
    "inst_nom": "PARC DES QUAIS",
    "inst_adresse": "QUAI DU LAVOIR",
    "inst_cp": "92999",
    "new_code": "92999",
    "new_name": "Clairval-sur-Seine",
    "equip_coordonnees": {"lon": 2.172, "lat": 48.934},
    "equip_x": 2.9,
    "equip_y": 48.1,
    "equip_acc_libre": "true",
    "equip_ouv_public_bool": "true",
    "equip_saison": "false",
    "equip_eclair": "true",
    "equip_douche": "null",
    "equip_sanit": None,
    "equip_nature": "Découvert",
    "equip_sol": "Bitume",
    "equip_surf": "800",
    "equip_url": "www.clairval.fr/quais",
    "equip_maj_date": "2025-03-31",
    "aps_name": '"[\\"Basket-Ball\\", \\"Football à 5\\"]"',
    "equip_utilisateur": '["Individuel(s) / famille(s)", "Clubs sportifs, comités, ligues"]',
    "inst_acc_handi_bool": "true",
    "inst_acc_handi_type": '["Handicap moteur"]',
    "inst_trans_bool": "false",
    "equip_pmr_chem": "true",
    "equip_pmr_sanit": "false",
    "equip_pshs_sign": "true",
    "equip_qpv_200m": "Oui",
    "inst_hs_bool": "OUI",
    "equip_prop_nom": "M. Untel",
    "equip_obs": "appeler M. Untel au 06 00 00 00 00",
}
SHORT = {
    "id": "E001I929990002",
    "nom": "TERRAIN DES QUAIS",
    "adresse": "QUAI DU LAVOIR - PARC, 92999 Clairval-sur-Seine",
    "type_sport": "multisports/city-stades",
    "latitude": 48.934,
    "longitude": 2.172,
    "gratuit": True,
    "handicap_access": False,
    "arrondissement": "Clairval-sur-Seine",
}


def read(values):
    return SPORTS.layout(values)(values)


def test_an_agent_gets_what_the_census_says_of_a_ground_and_nothing_of_people():
    record = read(OFFICIAL)
    assert record.official_id == "E001I929990002"
    assert (record.fields["lon"], record.fields["lat"]) == (2.172, 48.934)
    assert record.fields["website"] == "https://www.clairval.fr/quais"
    assert record.fields["facts"] == {
        "family": "Equipements extérieurs",
        "activities": ["Basket-Ball", "Football à 5"],
        "installation": "PARC DES QUAIS",
        "installation_id": "I929990001",
        "is_free_access": True,
        "is_open_to_public": True,
        "is_seasonal": False,
        "is_lit": True,
        "is_accessible": True,
        "has_public_transport": False,
        "is_near_priority_quarter": True,
        "handicaps": ["Handicap moteur"],
        "users": ["Individuel(s) / famille(s)", "Clubs sportifs, comités, ligues"],
        "nature": "Découvert",
        "ground": "Bitume",
        "surface": 800.0,
        "wheelchair": {"path": True, "toilets": False},
        "senses": {"signs": True},
        "updated_on": "2025-03-31",
    }
    assert record.fields["access"] == {"sanitaires_adaptes": False}
    assert "Untel" not in json.dumps(record.fields, ensure_ascii=False)


def test_a_date_before_the_census_moved_says_nothing():
    assert "updated_on" not in read(OFFICIAL | {"equip_maj_date": "2025-03-30"}).fields["facts"]


@pytest.mark.parametrize(
    ("point", "found"),
    [
        ({"equip_coordonnees": None, "equip_x": 2.172, "equip_y": 48.934}, (2.172, 48.934)),
        ({"equip_coordonnees": '{"lon": 2.172, "lat": 48.934}', "equip_x": ""}, (2.172, 48.934)),
        ({"equip_coordonnees": None, "equip_x": None, "equip_y": None}, (None, None)),
    ],
)
def test_the_point_of_a_ground_is_read_where_it_stands_and_may_be_missing(point, found):
    fields = read(OFFICIAL | point).fields
    assert (fields["lon"], fields["lat"]) == found


def test_in_a_table_the_activities_are_words_between_commas():
    found = read(OFFICIAL | {"aps_name": "Basket-Ball,Football à 5"}).fields["facts"]
    assert found["activities"] == ["Basket-Ball", "Football à 5"]


def test_the_short_file_gives_nine_fields_and_the_commune_is_in_the_number():
    record = read(SHORT)
    assert (
        record.fields
        | {
            "address": "QUAI DU LAVOIR - PARC",
            "postcode": "92999",
            "city": "Clairval-sur-Seine",
            "insee_code": "92999",
            "facts": {"is_free_access": True, "is_accessible": False},
        }
        == record.fields
    )


def test_a_corsican_number_is_a_number():
    assert read(SHORT | {"id": "E001I2A0040002"}).fields["insee_code"] == "2A004"


@pytest.mark.parametrize(
    ("values", "column"),
    [
        (OFFICIAL | {"equip_numero": "I929990001"}, "equip_numero"),
        (OFFICIAL | {"equip_nom": "", "inst_nom": ""}, "equip_nom"),
        (OFFICIAL | {"equip_coordonnees": {"lon": 2, "lat": 148}}, "equip_coordonnees"),
        (SHORT | {"id": "12"}, "id"),
        (SHORT | {"latitude": 148.0}, "latitude"),
    ],
)
def test_a_ground_that_can_not_be_taken_says_where(values, column):
    with pytest.raises(LineRefused) as refused:
        read(values)
    assert refused.value.column == column


def test_another_file_is_not_the_census():
    with pytest.raises(NotThisKind, match="n’est pas le recensement des équipements sportifs"):
        SPORTS.layout({"id": 1, "nom": "x"})
