"""What families are told of the way in: acceslibre's answers as plain sentences, silence left as silence."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.town.places.access import BY_NAME, Need, enters_on_wheels, sentences, understood
from preau.town.places.actions import SiteChanged
from preau.town.places.answers import access_of, write_answers
from preau.town.places.models import PlaceRecord
from tests.cast import make_commune, make_person, make_site


def said(answers) -> list[str]:
    return [each.text for each in sentences(answers)]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"entree_plain_pied": True, "sanitaires_adaptes": "True"}, ["entrée de plain-pied", "toilettes adaptées"]),
        ({"entree_plain_pied": "False", "entree_marches": "3.0"}, ["entrée avec une ou plusieurs marches", "marches à l’entrée : 3"]),
        ({"accueil_equipements_malentendants": "lsf,bim"}, ["accueil en langue des signes", "boucle magnétique"]),
        ({"accueil_personnels": "aucun", "accueil_retrecissement": False}, ["passages larges partout", "personne à l’accueil"]),
        ({"entree_plain_pied": "", "entree_largeur_mini": None, "inconnu": True, "labels": ["dpt"]}, []),
        ({"entree_plain_pied": "peut-être", "entree_largeur_mini": "large", "accueil_personnels": "gentils"}, []),
    ],
)  # fmt: skip
def test_an_answer_is_a_sentence_and_silence_says_nothing(answers, words):
    assert said(answers) == words


def test_sentences_come_by_need_and_tell_help_from_hindrance():
    told = sentences({"sanitaires_adaptes": False, "stationnement_pmr": True, "accueil_retrecissement": True})
    assert [(each.need, each.helps) for each in told] == [
        (Need.COME, True),
        (Need.MOVE, False),
        (Need.TOILETS, False),
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"entree_plain_pied": True}, True),
        ({"entree_plain_pied": False}, False),
        ({"entree_plain_pied": False, "entree_marches_rampe": "amovible"}, True),
        ({"entree_plain_pied": False, "entree_pmr": "True"}, True),
        ({"entree_marches": 2}, None),
        ({}, None),
    ],
)
def test_a_wheelchair_gets_in_or_not_or_nobody_knows(answers, expected):
    assert enters_on_wheels(answers) is expected


def test_the_official_example_of_acceslibre_is_understood(shared):
    path = shared / "data/acceslibre-92/generic_test_ok.csv"
    with path.open(encoding="utf-8-sig", newline="") as opened:
        answers = next(iter(csv.DictReader(opened)))
    words = said(answers)
    assert "entrée avec une ou plusieurs marches" in words
    assert "pas de rampe à l’entrée" in words
    assert "toilettes adaptées" in words
    assert enters_on_wheels(answers) is False
    assert understood(BY_NAME["entree_largeur_mini"], answers["entree_largeur_mini"]) == 120


@pytest.mark.django_db
def test_the_town_wins_over_the_register_and_the_contradiction_is_told(now):
    site, hand = make_site(with_hours=False), Hand(make_person("agent"), now)
    PlaceRecord.objects.create(
        commune=make_commune(),
        register="access",
        official_id="1",
        fingerprint="f",
        name="Les Tilleuls",
        access={"entree_plain_pied": "False", "sanitaires_adaptes": "True"},
        site=site,
    )
    write_answers(site, {"entree_plain_pied": True}, told_on=date(2026, 11, 20), seen_version=1, hand=hand)
    access = access_of(site)
    assert access.values == {"entree_plain_pied": True, "sanitaires_adaptes": "True"}
    assert [each.question.name for each in access.contradictions] == ["entree_plain_pied"]
    assert access.last_told_on == date(2026, 11, 20)
    site.records.update(gone_on=date(2026, 11, 21))
    assert access_of(site).values == {"entree_plain_pied": True}


@pytest.mark.django_db
def test_an_answer_keeps_its_day_until_it_changes_and_can_be_left_to_the_register(now):
    site, hand = make_site(with_hours=False), Hand(make_person("agent"), now)
    write_answers(site, {"entree_plain_pied": True}, told_on=date(2026, 11, 1), seen_version=1, hand=hand)
    with pytest.raises(SiteChanged):
        write_answers(site, {}, told_on=date(2026, 11, 2), seen_version=1, hand=hand)
    write_answers(site, {}, told_on=date(2026, 11, 2), seen_version=2, hand=hand)
    assert not site.answers.exists()
