"""The school directory: one reading for the vintages of 2023 and 2026 and for the interface."""

from __future__ import annotations

import csv

import pytest

from preau.town.opendata.source import LineRefused, NotThisKind
from preau.town.places.sources import SCHOOLS

OF_2026 = {
    "Identifiant_de_l_etablissement": "0929991A",
    "Nom_etablissement": "Ecole élémentaire Les Tilleuls",
    "Type_etablissement": "Ecole",
    "Statut_public_prive": "Public",
    "Adresse_1": "12 rue des Tilleuls",
    "Adresse_2": "",
    "Adresse_3": "92999 CLAIRVAL SUR SEINE",
    "Code_postal": "92999",
    "Code_commune": "92999",
    "Nom_commune": "Clairval-sur-Seine",
    "Code_departement": "092",
    "Ecole_maternelle": "0",
    "Ecole_elementaire": "1",
    "Telephone": "0199006101",
    "Web": "",
    "Mail": "ce.0929991A@academie.exemple",
    "Restauration": "1",
    "Hebergement": "0",
    "ULIS": "1",
    "Segpa": "",
    "Appartenance_Education_Prioritaire": "REP",
    "position": "48.9442, 2.1640",
    "coordX_origine": "638758.9",
    "coordY_origine": "6871905.6",
    "epsg_origine": "EPSG:2154",
    "latitude": "48.9442",
    "longitude": "2.1640",
    "etat": "A FERMER",
    "code_nature": "151",
    "libelle_nature": "ECOLE DE NIVEAU ELEMENTAIRE",
    "nom_circonscription": "Circonscription de Clairval",
    "date_maj_ligne": "2026-05-27",
    "etablissement_mere": "",
}


def read(values):
    return SCHOOLS.layout(values)(values)


def of_2023():
    """The same school, as the vintage of 2023 would have written it."""
    renamed = {
        "Code_postal": "Code postal",
        "coordX_origine": "coordonnee_X",
        "coordY_origine": "coordonnee_Y",
        "epsg_origine": "epsg",
    }
    return {renamed.get(name, name): value for name, value in OF_2026.items()} | {"Nombre_d_eleves": "241"}


def of_the_interface():
    typed = {name.lower(): value or None for name, value in OF_2026.items()}
    numbers = "ecole_maternelle ecole_elementaire restauration hebergement ulis code_nature".split()
    return (
        typed
        | {name: int(typed[name] or 0) for name in numbers}
        | {
            "latitude": 48.9442,
            "longitude": 2.164,
            "position": {"lon": 2.164, "lat": 48.9442},
        }
    )


def test_an_agent_gets_what_the_directory_says_of_a_school():
    record = read(OF_2026)
    assert record.official_id == "0929991A"
    assert (
        record.fields
        | {
            "name": "Ecole élémentaire Les Tilleuls",
            "kind": "école élémentaire",
            "address": "12 rue des Tilleuls",
            "postcode": "92999",
            "city": "Clairval-sur-Seine",
            "phone": "01 99 00 61 01",
            "lon": 2.164,
            "lat": 48.9442,
        }
        == record.fields
    )
    assert record.fields["facts"] == {
        "type": "Ecole",
        "nature": "151",
        "levels": ["elementary"],
        "status": "public",
        "state": "closing",
        "priority": "REP",
        "has_canteen": True,
        "has_boarding": False,
        "has_ulis": True,
        "mail": "ce.0929991A@academie.exemple",
        "district": "Circonscription de Clairval",
        "department": "092",
        "updated_on": "2026-05-27",
    }


def test_the_interface_and_the_table_say_the_same():
    assert read(of_the_interface()) == read(OF_2026)


def test_the_vintage_of_2023_says_the_same_and_how_many_pupils():
    old, new = read(of_2023()), read(OF_2026)
    assert old.fields["facts"].pop("pupils") == 241
    assert old == new


@pytest.mark.parametrize(
    "blank",
    [
        {"latitude": "", "longitude": ""},
        {"latitude": "", "longitude": "", "position": ""},
        {"latitude": "", "longitude": "", "position": {"lon": 2.164, "lat": 48.9442}},
    ],
)
def test_a_school_is_placed_by_whatever_the_line_gives(blank):
    found = read(OF_2026 | blank).fields
    assert (found["lon"], found["lat"]) == pytest.approx((2.164, 48.9442), abs=1e-3)


def test_a_collège_teaches_the_lower_secondary_and_its_nature_is_written_in_small_letters():
    found = read(
        OF_2026 | {"code_nature": "340", "Ecole_elementaire": "", "Segpa": "1", "etablissement_mere": "0929990Z"}
    )
    assert found.fields["kind"] == "collège"
    assert found.fields["facts"]["levels"] == ["lower_secondary"]
    assert (found.fields["facts"]["has_segpa"], found.fields["facts"]["mother"]) == (True, "0929990Z")
    other = read(OF_2026 | {"code_nature": "806", "libelle_nature": "SERVICE DE LA DSDEN"})
    assert other.fields["kind"] == "Service de la dsden"


@pytest.mark.parametrize(
    ("changed", "column", "said"),
    [
        ({"Identifiant_de_l_etablissement": "929991"}, "Identifiant_de_l_etablissement", "sept chiffres et une lettre"),
        ({"Nom_etablissement": ""}, "Nom_etablissement", "la case est vide"),
        ({"latitude": "nord"}, "latitude", "n’est pas un nombre"),
        ({"latitude": "148,9"}, "position", "pas des degrés"),
    ],
)
def test_a_line_that_can_not_be_taken_says_where_and_why(changed, column, said):
    with pytest.raises(LineRefused, match=said) as refused:
        read(OF_2026 | changed)
    assert refused.value.column == column


def test_a_spoilt_secondary_cell_does_not_lose_the_school():
    assert "pupils" not in read(of_2023() | {"Nombre_d_eleves": "beaucoup"}).fields["facts"]


def test_another_file_is_not_a_school_directory():
    with pytest.raises(NotThisKind, match="n’est pas l’annuaire de l’éducation"):
        SCHOOLS.layout({"siret": "1", "nom": "x"})


def test_the_metres_of_the_real_directory_fall_where_its_degrees_do(shared):
    path = shared / "data/annuaire-education/fr-en-annuaire-education_94_2026.csv"
    with path.open(encoding="utf-8-sig", newline="") as opened:
        for line in csv.DictReader(opened, delimiter=";"):
            by_degrees = read(line).fields
            by_metres = read(line | {"latitude": "", "longitude": "", "position": ""}).fields
            assert (by_metres["lon"], by_metres["lat"]) == pytest.approx(
                (by_degrees["lon"], by_degrees["lat"]), abs=2e-5
            )
