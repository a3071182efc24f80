"""A file that cannot be allocated is refused in one clear sentence; never with a trace of the program."""

from __future__ import annotations

import copy
import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from preau.offer.allocation import BadFile, from_json, to_json, verify
from preau.offer.allocation.criteria import CRITERIA, refusal
from tests.offer.allocation.towns import make_town

GOOD = {
    "format": "preau-allocation-1",
    "rules": {"classes": [["resident"]], "travel": [["hall", "pool", 10]]},
    "offers": [
        {"key": "judo", "seats": 2, "spans": [["3", 540, 600]], "reserves": [{"criterion": "near", "seats": 1}]},
        {"key": "dance", "seats": 2, "spans": [["3", 570, 630]]},
    ],
    "applications": [{"key": "k1", "wishes": [{"offers": ["judo"]}], "group": "g", "together": True}],
}


def _changed(path: str, value: object) -> str:
    """« offers.0.seats » is where; a missing value takes it away."""
    document = copy.deepcopy(GOOD)
    *steps, last = path.split(".")
    at = document
    for step in steps:
        at = at[int(step)] if step.isdigit() else at[step]
    if isinstance(at, list):
        at[int(last) : int(last) + 1] = [value]
    elif value is None:
        at.pop(last, None)
    else:
        at[last] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("format", "preau-allocation-9", "Ce fichier n’est pas au format « preau-allocation-1 »."),
        ("format", None, "Fichier : il manque « format »."),
        ("colour", 1, "Fichier : « colour » n’est pas un champ connu."),
        ("rules.classes", [["agent_child"]], "Classe 1 : le critère « agent_child » n’est pas accepté, les enfants de celles et ceux qui organisent, travaillent ou sont élus ici n’ont aucun avantage."),
        ("rules.classes", [["arrival_time"]], "Classe 1 : le critère « arrival_time » n’est pas accepté, l’heure d’arrivée de la demande ne compte pas."),
        ("rules.classes", [["tall"]], "Classe 1 : le critère « tall » n’est pas accepté, il n’est pas dans la liste publiée des critères."),
        ("rules.classes", [["resident"], ["resident", "near"]], "Aucun enfant ne peut être de la classe 2 : une classe d’avant prend les mêmes."),
        ("rules.classes", [["near", "near"]], "La classe 1 cite deux fois le même critère."),
        ("rules.travel", [["hall", "pool", 10], ["pool", "hall", 5]], "Le trajet entre deux mêmes lieux est donné deux fois."),
        ("rules.travel", [["hall", "pool"]], "Règles, « travel », n° 1 : une liste de trois valeurs est attendue."),
        ("rules.travel_minutes", 9999, "Un trajet dure entre 0 et 1440 minutes."),
        ("rules.first_activity_first", "yes", "Règles, « first_activity_first » : true ou false est attendu."),
        ("offers.1.key", "judo", "L’offre « judo » est donnée deux fois."),
        ("offers.1.key", "", "Offres, n° 2 : ce texte ne peut pas être vide."),
        ("offers.0.seats", -1, "Offre « judo » : le nombre de places va de 0 à 1000000."),
        ("offers.0.seats", True, "Offre « judo », « seats » : un nombre entier est attendu."),
        ("offers.0.seats", "2", "Offre « judo », « seats » : un nombre entier est attendu."),
        ("offers.0.seats", 2.0, "« 2.0 » n’est pas un nombre entier."),
        ("offers.0.seats", float("nan"), "« NaN » n’est pas un nombre entier."),
        ("offers.0.reserves.0.seats", 3, "Offre « judo » : 3 places réservées pour 2 places en tout."),
        ("offers.0.reserves.0.seats", -1, "Offre « judo » : une réserve ne peut pas avoir moins de 0 place."),
        ("offers.0.reserves.0.kind", "firm", "Offre « judo », « reserves », n° 1, « kind » : l’une de ces valeurs est attendue : soft, hard."),
        ("offers.0.reserves.0.criterion", "elected_child", "Offre « judo » : le critère « elected_child » n’est pas accepté, les enfants de celles et ceux qui organisent, travaillent ou sont élus ici n’ont aucun avantage."),
        ("offers.0.spans.0", ["8", 1, 2], "Offre « judo », « spans », n° 1 : le jour va de « 1 » (lundi) à « 7 », ou s’écrit « 2027-02-15 »."),
        ("offers.0.spans.0", ["2027-02-30", 1, 2], "Offre « judo », « spans », n° 1 : le jour va de « 1 » (lundi) à « 7 », ou s’écrit « 2027-02-15 »."),
        ("offers.0.spans.0", ["3", 600, 540], "Offre « judo » : un horaire commence avant de finir, entre 0 et 1440 minutes."),
        ("applications.1", {"key": "k1", "wishes": []}, "La demande « k1 » est donnée deux fois."),
        ("applications.1", "k2", "Demandes, n° 2 : un objet est attendu."),
        ("applications.1", {"key": "k2", "wishes": [], "group": "g"}, "La fratrie « g » demande et ne demande pas à être ensemble."),
        ("applications.0.group", "k1", "Demande « k1 » : la fratrie « k1 » porte le nom d’une demande."),
        ("applications.0.key", "k\n1", "Demandes, n° 1 : ce texte a plus de 200 caractères, ou des caractères invisibles."),
        ("applications.0.key", "k" * 201, "Demandes, n° 1 : ce texte a plus de 200 caractères, ou des caractères invisibles."),
        ("applications.0.most", 0, "Demande « k1 » : le nombre d’activités souhaitées est au moins 1."),
        ("applications.0.facts", ["staff"], "Demande « k1 » : le critère « staff » n’est pas accepté, les enfants de celles et ceux qui organisent, travaillent ou sont élus ici n’ont aucun avantage."),
        ("applications.0.facts", ["near", "near"], "Demande « k1 », « facts » : le même critère est écrit deux fois."),
        ("applications.0.facts_at", {"chess": []}, "Demande « k1 » : l’offre « chess » n’existe pas."),
        ("applications.0.facts_at", [], "Demande « k1 », « facts_at » : un objet est attendu."),
        ("applications.0.confirmed", ["dance"], "Demande « k1 » : la place confirmée « dance » n’est pas parmi les vœux."),
        ("applications.0.confirmed", ["judo", "judo"], "Demande « k1 » : la place « judo » est confirmée deux fois."),
        ("applications.0.wishes.0", {"offers": ["chess"]}, "Demande « k1 », vœu 1 : l’offre « chess » n’existe pas."),
        ("applications.0.wishes.0", {"offers": []}, "Demande « k1 », vœu 1 : aucune offre n’est demandée."),
        ("applications.0.wishes.0", {"offers": ["judo", "judo"]}, "Demande « k1 », vœu 1 : la même offre est demandée deux fois."),
        ("applications.0.wishes.0", {"offers": ["judo", "dance"]}, "Demande « k1 », vœu 1 : « judo » et « dance » ont lieu en même temps, ou trop loin l’une de l’autre."),
        ("applications.0.wishes.1", {"offers": ["judo"]}, "Demande « k1 », vœu 2 : ce vœu est déjà écrit plus haut."),
        ("applications.0.wishes", "judo", "Demande « k1 », vœux : une liste est attendue."),
    ],
)  # fmt: skip
def test_each_slip_has_its_sentence(path, value, sentence):
    with pytest.raises(BadFile) as refused:
        from_json(_changed(path, value))
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier est vide."),
        (b"\xff\xfe\x00", "Ce fichier n’est pas du texte en UTF-8."),
        (b"<html>", "Ce fichier n’est pas du JSON : ligne 1, caractère 1."),
        (b"[" * 200_000, "Ce fichier a trop de niveaux."),
        (b'{"a":1,"a":2}', "« a » est écrit deux fois au même endroit."),
        (b'{"a":' + b"9" * 5000 + b"}", "Ce fichier contient un nombre bien trop long."),
        (b"3", "Ce fichier devrait être un objet JSON, avec ses règles, ses offres et ses demandes."),
    ],
)
def test_what_is_no_such_file_is_refused(data, sentence):
    with pytest.raises(BadFile) as refused:
        from_json(data)
    assert refused.value.sentence == sentence


def test_more_places_confirmed_than_there_are_is_refused():
    document = copy.deepcopy(GOOD)
    document["offers"][0]["seats"] = 1
    document["applications"] = [
        {"key": f"k{n}", "wishes": [{"offers": ["judo"]}], "confirmed": ["judo"]} for n in range(2)
    ]
    with pytest.raises(BadFile, match="2 places confirmées pour 1 places"):
        from_json(json.dumps(document))


def test_every_criterion_of_the_list_is_accepted_and_nothing_else():
    assert [code for code in CRITERIA if refusal(code)] == []
    assert refusal("resident ")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 2000) | st.text(max_size=4) | st.sampled_from(["judo", "k1", "near"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["key", "offers", "seats"]), inner),
    max_leaves=6,
)
PATHS = ["rules.classes", "rules.travel", "offers.0", "offers.0.spans", "offers.0.reserves.0", "offers.0.seats", "offers",
         "applications.0", "applications.0.wishes", "applications.0.facts_at", "applications.0.group", "rules"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATHS), VALUES)
def test_anything_at_all_is_read_or_refused(path, value):
    try:
        from_json(_changed(path, value))
    except BadFile as refused:
        assert refused.sentence.endswith(".")
        assert "\n" not in refused.sentence


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=40))
def test_any_bytes_are_refused(data):
    with pytest.raises(BadFile):
        verify(data)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_what_is_written_is_read_again(number):
    town = make_town(Random(number), children=6, offers=4, bundles=True, siblings=True, hours=True, several=True)
    assert to_json(from_json(to_json(town))) == to_json(town)
