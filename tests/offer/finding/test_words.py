"""Words as people type them, and what is understood of them."""

from __future__ import annotations

import pytest

from preau.offer.finding.selection import FREE, Selection
from preau.offer.finding.synonyms import alternatives
from preau.offer.finding.understanding import understood
from preau.offer.finding.words import phrase
from tests.offer.finding.plain import ask, entry, index, titles


def told(title: str, *, keywords="", domain="", summary="", place="", description=""):
    return (title, keywords, domain, summary, place, description)


def shelf(*all_texts):
    return index(*(entry(n, texts[0], texts=texts) for n, texts in enumerate(all_texts, 1)))


HELD = shelf(
    told("Natation pour débuter", domain="natation et sports d’eau", place="Piscine du Fleuve"),
    told("Théâtre et marionnettes", summary="Jouer à plusieurs."),
    told("École de football", keywords="ballon"),
    told("Dessin et peinture"),
    told("Escrime", description="Du fleuret, comme au théâtre."),
    told("Gymnastique", domain="gymnastique, athlétisme et plein air sport"),
    told("Découverte du rugby", description="Un ballon ovale."),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("theatre", "Théâtre et marionnettes"),
        ("THÉÂTRES", "Théâtre et marionnettes"),
        ("téatre", "Théâtre et marionnettes"),
        ("thea", "Théâtre et marionnettes"),
        ("piscine", "Natation pour débuter"),
        ("nager", "Natation pour débuter"),
        ("pisine", "Natation pour débuter"),
        ("nattation", "Natation pour débuter"),
        ("foot", "École de football"),
        ("fotball", "École de football"),
        ("arts plastiques", "Dessin et peinture"),
        ("cours de dessins pour enfants", "Dessin et peinture"),
        ("jymnastique", "Gymnastique"),
        ("gimnastik", "Gymnastique"),
        ("éskrime", "Escrime"),
        ("escrimes", "Escrime"),
        ("du rugby pour mon fils", "Découverte du rugby"),
    ],
)
def test_people_find_with_their_own_words(typed, first):
    assert titles(ask(HELD, query=typed))[0] == first


def test_the_title_weighs_more_than_the_text():
    assert titles(ask(HELD, query="théâtre")) == ["Théâtre et marionnettes", "Escrime"]


def test_every_word_counts_and_what_has_most_of_them_comes_when_nothing_has_all():
    assert titles(ask(HELD, query="théâtre fleuret")) == ["Escrime"]
    assert titles(ask(HELD, query="rugby trampoline")) == ["Découverte du rugby"]
    assert titles(ask(HELD, query="trampoline plongeon rugby")) == []


@pytest.mark.parametrize("typed", ["xylophone", "zzz", "12345", "a" * 100])
def test_words_that_are_nowhere_find_nothing(typed):
    assert titles(ask(HELD, query=typed)) == []


@pytest.mark.parametrize("typed", ["??", "€", "l’", "—"])
def test_signs_are_no_words(typed):
    assert titles(ask(HELD, query=typed)) == titles(ask(HELD))


def test_a_short_word_is_not_bent_into_another():
    assert titles(ask(HELD, query="bob")) == []


def test_only_empty_words_ask_for_nothing():
    assert titles(ask(HELD, query="le de la")) == titles(ask(HELD))


def test_synonyms_go_both_ways():
    pairs = alternatives()
    for one, others in pairs.items():
        assert all(one in pairs[other] for other in others)
    assert phrase("nager") in pairs[phrase("piscine")]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("judo mercredi", Selection(query="judo", days=("mercredi",))),
        ("Judo le mercredi après-midi", Selection(query="Judo", days=("mercredi",), moments=("apres-midi",))),
        ("danse 7 ans", Selection(query="danse", age=7)),
        ("pour mon enfant de 7 ans", Selection(age=7)),
        ("théâtre gratuit", Selection(query="théâtre", price=FREE)),
        ("foot moins de 5 €", Selection(query="foot", price=5)),
        ("foot moins de 5€", Selection(query="foot", price=5)),
        ("stage pendant les vacances", Selection(query="stage", periods=("vacances",))),
        ("vacances de Noël", Selection(periods=("vacances",))),
        ("week-end", Selection(days=("samedi", "dimanche"))),
        ("lundi ou jeudi soir", Selection(days=("lundi", "jeudi"), moments=("soir",))),
        ("bébés", Selection(age=2)),
        ("ados skate", Selection(query="skate", publics=("jeunes",))),
        ("natation handicap", Selection(query="natation", needs=("adapte",))),
        ("danse en fauteuil", Selection(query="danse", needs=("sans-marche",))),
        ("langue des signes", Selection(needs=("langue-des-signes",))),
        ("yoga sans inscription", Selection(query="yoga", extras=("sans-inscription",))),
        ("ouvert maintenant", Selection(extras=("maintenant",))),
        ("cours d’essai de judo", Selection(query="cours de judo", extras=("essai",))),
        ("peinture", Selection(query="peinture")),
        ("12 coups de minuit", Selection(query="12 coups de minuit")),
        ("samedis", Selection(days=("samedi",))),
    ],
)
def test_words_that_are_filters_are_understood(typed, wanted):
    assert understood(Selection(query=typed)).selection == wanted


def test_a_filter_that_was_chosen_is_never_overruled_by_a_word():
    read = understood(Selection(query="judo mercredi", days=("samedi",)))
    assert read.selection == Selection(query="judo", days=("samedi",))
    assert read.names == ()


def test_who_wants_the_words_as_they_are_gets_them():
    asked = Selection(query="mercredi", literal=True)
    assert understood(asked).selection == asked
