"""Places of digital help: the national schema, its first version, and a territory’s own columns."""

from __future__ import annotations

import json

import pytest

from preau.town.opendata.source import LineRefused, NotThisKind
from preau.town.places.sources import DIGITAL
from preau.town.places.sources.digital import declared
from preau.town.places.sources.mapping import nationally

NATIONAL = {
    "id": "clairval-1",
    "pivot": "99900001700019",
    "nom": "La Fabrique",
    "commune": "Clairval-sur-Seine",
    "code_postal": "92999",
    "code_insee": "92999",
    "adresse": "3 rue des Coteaux",
    "latitude": "48.952",
    "longitude": "2.176",
    "typologie": "TIERS_LIEUX|ASSO",
    "telephone": "+33199006150",
    "courriels": "lise@exemple.fr",
    "site_web": "https://fabrique.exemple|https://autre.exemple",
    "horaires": "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00",
    "presentation_resume": "Écrire à lise@exemple.fr",
    "date_maj": "2026-04-02",
    "services": "Aide aux démarches administratives|Parentalité et éducation avec le numérique",
    "publics_specifiquement_adresses": "Jeunes|Familles et/ou enfants",
    "prise_en_charge_specifique": "Langues étrangères (anglais)",
    "frais_a_charge": "Gratuit",
    "itinerance": "Itinérant",
    "source": "Clairval",
}
LOCAL = {
    "ID_LieuMed": "LMN001",
    "NOM_STRUCTURE": "La Fabrique",
    "SS_CAT": "Bibliothèque - Médiathèque",
    "N°": 3,
    "ADRESSE": "rue des Coteaux",
    "COMP_ADRESSE": "",
    "CP": 49000,
    "COMMUNE": "Clairval",
    "NUM_TEL": 3646,
    "SITE_WEB": "",
    "INTERNET": "Oui",
    "DEM_Gen": "-",
    "DEM_Spe": "Oui",
    "INITIATION": "",
    "PBC_Jeunes": "Jeune",
    "PBC_Senior": "séniors",
    "PBC_Adh": "Adhérent",
    "AFFICHAGE": "INACTIF",
    "DAT_MaJ": "09/0102023",
    "x": "432600,5",
    "y": "6713000,25",
}


def read(values):
    return DIGITAL.layout(values)(values)


def test_a_parent_who_needs_help_learns_where_when_and_for_what():
    record = read(NATIONAL)
    assert record.official_id == "clairval-1"
    assert (record.fields["kind"], record.fields["phone"]) == ("tiers-lieu", "01 99 00 61 50")
    assert record.fields["website"] == "https://fabrique.exemple"
    assert record.fields["facts"] == {
        "types": ["TIERS_LIEUX", "ASSO"],
        "services": ["Aide aux démarches administratives", "Parentalité et éducation avec le numérique"],
        "publics": ["Jeunes", "Familles et/ou enfants"],
        "special_care": ["Langues étrangères (anglais)"],
        "fees": ["Gratuit"],
        "summary": "Écrire à ",
        "hours": "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00",
        "is_itinerant": True,
        "siret": "99900001700019",
        "source": "Clairval",
        "updated_on": "2026-04-02",
    }
    assert "lise@" not in json.dumps(record.fields)


def test_hours_that_no_program_reads_stay_as_people_wrote_them():
    facts = read(NATIONAL | {"horaires": "du lundi au jeudi, le matin"}).fields["facts"]
    assert "hours" not in facts
    assert facts["hours_as_written"] == "du lundi au jeudi, le matin"


def test_the_first_version_of_the_schema_is_told_in_today_s_words():
    first = {name: value for name, value in NATIONAL.items() if name not in (
        "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "courriels", "adresse")}  # fmt: skip
    first |= {
        "id": 7,
        "pivot": "W929000017",
        "Adresse": "3 rue des Coteaux",
        "complement_adresse": "",
        "courriel": "contact@exemple.fr",
        "public_accueillis": "Jeunes",
        "conditions_acces": "",
        "labels_nationaux": "France Services;CNFS",
        "labels_autres": "",
        "services": "Accéder à du matériel;Accéder à une connexion internet;Prendre en main un ordinateur",
        "presentation_detail": "",
        "structure_parente": "",
        "modalites_accompagnement": "",
        "prise_rdv": "",
        "typologie": "PE",
    }
    record = read(first)
    assert record.official_id == "clairval:7"
    assert record.fields["address"] == "3 rue des Coteaux"
    assert record.fields["kind"] == "France Travail"
    assert record.fields["facts"]["rna"] == "W929000017"
    assert record.fields["facts"]["services"] == [
        "Maîtrise des outils numériques du quotidien",
        "Accès internet et matériel informatique",
    ]


def test_a_territory_s_own_columns_and_metres_are_understood():
    record = read(LOCAL)
    assert record.official_id == "maine-et-loire:LMN001"
    assert (record.fields["lon"], record.fields["lat"]) == pytest.approx((-0.55, 47.47), abs=0.05)
    assert (record.fields["postcode"], record.fields["phone"], record.fields["address"]) == (
        "49000",
        "36 46",
        "3 rue des Coteaux",
    )
    assert record.fields["facts"] == {
        "types": ["BIB"],
        "services": ["Aide aux démarches administratives", "Accès internet et matériel informatique"],
        "publics": ["Jeunes", "Seniors"],
        "fees": ["Payant"],
        "is_inactive": True,
    }


@pytest.mark.parametrize(
    ("values", "column"),
    [
        (NATIONAL | {"nom": ""}, "nom"),
        (NATIONAL | {"id": ""}, "id"),
        (LOCAL | {"NOM_STRUCTURE": ""}, "NOM_STRUCTURE"),
        (NATIONAL | {"latitude": "nord"}, "latitude"),
    ],
)
def test_a_place_that_nothing_names_is_refused_with_the_column_of_its_own_file(values, column):
    with pytest.raises(LineRefused) as refused:
        read(values)
    assert refused.value.column == column


def test_another_file_is_no_list_of_places_of_help():
    with pytest.raises(NotThisKind, match="n’est pas la liste des lieux de médiation numérique"):
        DIGITAL.layout({"id": 1, "nom": "x"})


@pytest.mark.parametrize(("name", "count"), [("maine-et-loire", 240), ("aix-en-provence", 38)])
def test_the_declarations_of_the_national_cartography_are_read_as_they_are(shared, name, count):
    """A new territory needs its declaration only: here those that the cartography itself publishes."""
    folder = shared / "data" / "mediation-numerique"
    declaration = json.loads((folder / f"{name}.config.json").read_text(encoding="utf-8"))
    lines = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    named = [line for line in lines if nationally(declaration, line)["nom"]]
    records = [declared(declaration, name)(line) for line in named]
    assert len(records) == count
    assert all(record.fields["lon"] is not None for record in records)
    ours = {record.fields["name"]: record.fields["lon"] for record in map(DIGITAL.layout(lines[0]), named)}
    assert {record.fields["name"]: record.fields["lon"] for record in records} == ours
