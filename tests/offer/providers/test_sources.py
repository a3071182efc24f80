"""Associations at the national register: its table and its interface, dissolved ones, those without an RNA."""

from __future__ import annotations

import json
from datetime import date

import pytest

from preau.offer.providers.sources import ASSOCIATIONS
from preau.town.opendata.source import LineRefused, NotThisKind

TABLE = {
    "id": "W929000017",
    "siret": "99900001700019",
    "rup_mi": "",
    "date_creat": "2004-03-12",
    "date_disso": "0001-01-01",
    "titre": "LA FABRIQUE DES COTEAUX",
    "objet": "partager des savoir-faire ; contact : presidente@exemple.fr",
    "adrs_complement": "Bâtiment B",
    "adrs_numvoie": "3",
    "adrs_repetition": "bis",
    "adrs_typevoie": "RUE",
    "adrs_libvoie": "des Coteaux",
    "adrs_codeinsee": "92999",
    "adrs_codepostal": "92999",
    "adrs_libcommune": "Clairval-sur-Seine",
    "adrg_declarant": "ORME Lise",
    "dir_civilite": "PM",
    "position": "A",
}
ANSWER = {
    "rna": "W929000017",
    "siren": "999000017",
    "nom": "LA FABRIQUE DES COTEAUX",
    "siret_siege": "99900001700019",
    "regime": "Loi 1901",
    "date_creation": "2004-03-12",
    "date_dissolution": None,
    "active": True,
    "adresse_siege": {
        "complement": None,
        "numero_voie": "3",
        "type_voie": "RUE",
        "libelle_voie": "des Coteaux",
        "code_insee": "92999",
        "code_postal": "92999",
        "commune": "Clairval-sur-Seine",
    },
    "activites": {"objet": "partager des savoir-faire"},
    "agrements": [{"type": "Jeunesse", "niveau": "local", "date_attribution": "2020-01-02", "url": None}],
    "etablissements": [{"courriel": "presidente@exemple.fr"}],
}


def read(values):
    return ASSOCIATIONS.layout(values)(values)


def test_an_agent_gets_an_association_from_the_monthly_table_without_its_officers():
    record = read(TABLE)
    assert (record.official_id, record.fields["siren"]) == ("W929000017", "999000017")
    assert record.fields["address"] == "Bâtiment B, 3 bis RUE des Coteaux"
    assert (record.fields["created_on"], record.fields["dissolved_on"]) == (date(2004, 3, 12), None)
    assert record.fields["is_active"] is True
    assert "ORME" not in str(record.fields) and "presidente@" not in str(record.fields)


@pytest.mark.parametrize(
    ("changed", "dissolved_on"),
    [({"position": "D", "date_disso": "2025-06-30"}, date(2025, 6, 30)), ({"position": "S"}, None)],
)
def test_a_dissolved_association_stays_in_the_list_and_is_said_to_be_so(changed, dissolved_on):
    found = read(TABLE | changed).fields
    assert (found["is_active"], found["dissolved_on"]) == (False, dissolved_on)


def test_the_older_table_has_its_address_in_three_lines():
    older = {name: value for name, value in TABLE.items() if not name.startswith("adrs_numvoie")} | {
        "adrs_complement": "",
        "adrs_repetition": "",
        "adrs_typevoie": "",
        "adrs_libvoie": "",
        "adr1": "3 rue des Coteaux",
        "adr2": "",
        "adr3": "BP 12",
    }
    assert read(older).fields["address"] == "3 rue des Coteaux BP 12"


def test_an_answer_of_the_interface_says_the_same_wrapped_or_not():
    record = read({"data": ANSWER, "links": {}, "meta": {}})
    assert record == read(ANSWER)
    assert record.fields["approvals"] == [{"kind": "Jeunesse", "level": "local", "since": "2020-01-02"}]
    assert record.fields["address"] == "3 RUE des Coteaux"
    assert "presidente@" not in str(record.fields)


def test_in_alsace_and_moselle_the_key_is_the_siren():
    record = read({"data": ANSWER | {"rna": None, "regime": "Alsace-Moselle"}})
    assert (record.official_id, record.fields["rna"], record.fields["regime"]) == ("999000017", "", "Alsace-Moselle")


def test_an_unknown_number_is_refused_in_the_words_of_the_register():
    values = {"errors": [{"code": "29003", "title": "Entité non trouvée", "detail": "Ce numéro n'existe pas."}]}
    with pytest.raises(LineRefused, match=r"n’a pas d’association à ce numéro : « Ce numéro n'existe pas. »"):
        read(values)


@pytest.mark.parametrize(
    ("values", "column"),
    [
        (TABLE | {"id": "929000017"}, "id"),
        (TABLE | {"titre": ""}, "titre"),
        ({"data": ANSWER | {"rna": None, "siren": None, "siret_siege": None}}, "rna"),
    ],
)
def test_an_association_that_nothing_names_is_refused(values, column):
    with pytest.raises(LineRefused) as refused:
        read(values)
    assert refused.value.column == column


def test_a_list_of_grants_is_not_a_list_of_associations():
    with pytest.raises(NotThisKind, match="n’est pas le répertoire des associations"):
        ASSOCIATIONS.layout({"montant": 1, "beneficiaire": "x"})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("api_entreprise_v3_mi_associations/200", "W751234567"),
        ("api_entreprise_v4_mi_unites_legales_open_data/association_sans_siren", "W604004799"),
        ("api_entreprise_v4_mi_unites_legales_open_data/association_regime_alsace_moselle", "424179364"),
        ("api_entreprise_v4_mi_unites_legales_open_data/404", ""),
        ("api_entreprise_v3_data_subvention_subventions/200", None),
    ],
)
def test_each_official_answer_is_read_or_refused(shared, name, key):
    values = payload(shared / "data" / "associations-rna" / f"{name}.yaml")
    if key is None:
        with pytest.raises(NotThisKind):
            ASSOCIATIONS.layout(values)
    elif not key:
        with pytest.raises(LineRefused):
            read(values)
    else:
        assert read(values).official_id == key


def payload(path):
    """The JSON that stands, indented, at the end of a recorded answer."""
    return json.loads(path.read_text(encoding="utf-8").partition("payload: |-\n")[2])
