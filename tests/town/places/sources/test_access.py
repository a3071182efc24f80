"""acceslibre: 76 answers, each as its shape asks; the table, the interface and the extract of 2020."""

from __future__ import annotations

import json

import pytest

from preau.town.opendata.source import LineRefused, NotThisKind
from preau.town.places.sources import ACCESS
from preau.town.places.sources.answers import ANSWERS, BY_NAME, Shape, worded

TABLE = {
    "id": "3f0c1b1e-0000-4000-8000-000000000001",
    "name": "Médiathèque des Quais",
    "postal_code": "92999",
    "commune": "Clairval-sur-Seine",
    "numero": "4",
    "voie": "quai du Lavoir",
    "code_insee": "92999",
    "siret": "99900001700019",
    "site_internet": "https://clairval.exemple/mediatheque",
    "longitude": "2.172",
    "latitude": "48.934",
    "activite": "Bibliothèque médiathèque",
    "entree_plain_pied": "True",
    "entree_largeur_mini": "90",
    "entree_marches_rampe": "Amovible",
    "accueil_equipements_malentendants": "bim,lsf",
    "sanitaires_adaptes": "non",
    "labels": "",
    "registre_url": "https://clairval.exemple/registre.pdf",
    "import_email": "lise@exemple.fr",
}


def read(values):
    return ACCESS.layout(values)(values)


def test_a_wheelchair_user_learns_what_the_register_says_of_a_place():
    record = read(TABLE)
    assert record.official_id == TABLE["id"]
    assert record.fields["access"] == {
        "entree_plain_pied": True,
        "entree_marches_rampe": "amovible",
        "entree_largeur_mini": 90,
        "accueil_equipements_malentendants": ["bim", "lsf"],
        "sanitaires_adaptes": False,
    }
    assert record.fields["address"] == "4 quai du Lavoir"
    assert record.fields["facts"] == {
        "siret": "99900001700019",
        "register_url": "https://clairval.exemple/registre.pdf",
    }
    assert "lise@" not in json.dumps(record.fields)


def test_answers_are_told_in_french_in_the_order_of_the_way_in():
    told = [(str(answer.label), value) for answer, value in worded(read(TABLE).fields["access"])]
    assert told == [
        ("entrée sans marche", "oui"),
        ("rampe à l’entrée", "rampe amovible"),
        ("largeur de la porte (cm)", "90"),
        ("aides proposées", "boucle magnétique fixe, langue des signes"),
        ("toilettes adaptées", "non"),
    ]


def test_the_interface_groups_its_answers_and_says_the_same():
    values = {
        "uuid": TABLE["id"],
        "nom": TABLE["name"],
        "activite": {"nom": TABLE["activite"], "slug": "bibliotheque"},
        "adresse": "4 quai du Lavoir",
        "code_postal": "92999",
        "commune": TABLE["commune"],
        "code_insee": "92999",
        "siret": TABLE["siret"],
        "geom": {"type": "Point", "coordinates": [2.172, 48.934]},
        "site_internet": TABLE["site_internet"],
        "accessibilite": {
            "entree": {"entree_plain_pied": True, "entree_marches_rampe": "amovible", "entree_largeur_mini": 90},
            "accueil": {"accueil_equipements_malentendants": ["bim", "lsf"], "accueil_visibilite": None},
            "sanitaires": {"sanitaires_adaptes": False},
            "registre": {"registre_url": TABLE["registre_url"]},
            "commentaire": "demander Lise",
        },
    }
    assert read(values) == read(TABLE)


def test_the_extract_of_2020_gives_a_place_and_no_answer():
    fields = {
        "nom": "Médiathèque des Quais",
        "activite": 21,
        "geom": "SRID=4326;POINT (2.172 48.934)",
        "numero": "4",
        "voie": "quai du Lavoir",
        "lieu_dit": "Les Quais",
        "code_postal": "92999",
        "commune": "Clairval-sur-Seine",
        "code_insee": "",
    }
    record = read({"model": "erp.erp", "pk": 12, "fields": fields})
    assert (record.official_id, record.fields["access"], record.fields["kind"]) == ("12", {}, "")
    assert (record.fields["lon"], record.fields["lat"]) == (2.172, 48.934)
    assert record.fields["address"] == "4 quai du Lavoir, Les Quais"


@pytest.mark.parametrize(
    ("values", "column", "said"),
    [
        (
            TABLE | {"entree_marches_rampe": "parfois"},
            "entree_marches_rampe",
            "Réponses possibles : aucune, fixe, amovible",
        ),
        (TABLE | {"entree_plain_pied": "peut-être"}, "entree_plain_pied", "n’est ni oui ni non"),
        (TABLE | {"entree_largeur_mini": "-3"}, "entree_largeur_mini", "positif"),
        (
            {name: value for name, value in TABLE.items() if name != "name"} | {"nom": "x"},
            "name",
            "ce fichier ne l’a pas",
        ),
        (TABLE | {"latitude": "148"}, "latitude", "pas des degrés"),
        (
            {"model": "erp.erp", "pk": 1, "fields": {"nom": "x", "geom": "POINT (ici)"}},
            "geom",
            "longitude puis une latitude",
        ),
    ],
)
def test_a_place_that_can_not_be_taken_says_where_and_why(values, column, said):
    with pytest.raises(LineRefused, match=said) as refused:
        read(values)
    assert refused.value.column == column


def test_another_file_says_nothing_of_accessibility():
    with pytest.raises(NotThisKind, match="aucune colonne ne porte de réponse sur l’accessibilité"):
        ACCESS.layout({"id": "1", "name": "x"})


def test_there_are_seventy_six_answers_each_named_once():
    assert len(ANSWERS) == len(BY_NAME) == 76
    assert all(bool(answer.choices) == (answer.shape in (Shape.CHOICE, Shape.CHOICES)) for answer in ANSWERS)


def test_the_answers_are_those_of_the_exchange_format(shared):
    schema = json.loads(
        (shared / "data/schemas/MTES-MCT__acceslibre-erp-base__schema.json").read_text(encoding="utf-8")
    )
    names = [field["name"] for field in schema["fields"]]
    asked = schema["fields"][names.index("activite") + 1 :]
    shapes = {"boolean": Shape.TRUTH, "integer": Shape.COUNT, "string": Shape.CHOICE, "array": Shape.CHOICES}
    for field in asked:
        if field["name"] in ("registre_url", "conformite"):
            continue
        choices = field.get("constraints", {}).get("enum") or field.get("arrayItem", {}).get("enum") or []
        assert (BY_NAME[field["name"]].shape, BY_NAME[field["name"]].values) == (shapes[field["type"]], set(choices))
    assert [answer.name for answer in ANSWERS] == [field["name"] for field in asked][:-2]
