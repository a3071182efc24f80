"""What families read, and what the form refuses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from preau.foundation.text.money import euros
from preau.offer.prices.raising import raised
from preau.offer.prices.rules import (
    Aid,
    Band,
    Bands,
    Flat,
    Free,
    Household,
    Linear,
    Outsiders,
    SiblingCut,
    Terms,
    conditions,
    price,
    rows,
    words,
)
from preau.offer.prices.rules.faults import faults, surprises

from .households import GRID, SPORT_PASS

LINEAR = Linear(Decimal("0.055"), 15_00, 95_00, 95_00)


def lines(terms, household):
    return [
        (line.label.replace("\u202f", " ").replace("\xa0", " "), line.cents) for line in price(terms, household).lines
    ]


def plain(text):
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_a_family_reads_its_band_as_people_say_it():
    assert lines(Terms(GRID), Household(650)) == [("Quotient 650 : tranche de 401 à 700", 30_00)]
    assert lines(Terms(GRID), Household(400)) == [("Quotient 400 : tranche jusqu’à 400", 12_40)]
    assert lines(Terms(GRID), Household(1200)) == [("Quotient 1 200 : tranche plus de 700", 86_00)]


def test_a_family_that_does_not_say_its_quotient_pays_what_was_decided_for_that():
    told = lines(Terms(replace(GRID, unknown=50_00)), Household(None))
    assert told == [("Quotient familial non indiqué : prix prévu dans ce cas", 50_00)]


def test_each_step_of_a_full_case_is_a_line():
    terms = Terms(
        GRID,
        (SiblingCut(2, Decimal(10)), SiblingCut(3, Decimal(20))),
        Outsiders(percent=Decimal(20)),
        25_00,
        (SPORT_PASS,),
    )
    family = Household(300, is_resident=False, siblings=2, aids=(SPORT_PASS,))
    assert lines(terms, family) == [
        ("Quotient 300 : tranche jusqu’à 400", 12_40),
        ("Famille d’une autre commune : 20 % de plus", 2_48),
        ("3e enfant de la famille : 20 % de moins", -2_98),
        ("Les réductions s’arrêtent à 14,88 €", 2_98),
        ("Aide déduite : Pass’Sport", -14_88),
    ]
    assert price(terms, family).cents == 0


def test_a_proportional_price_says_when_it_meets_its_bounds():
    assert lines(Terms(LINEAR), Household(650)) == [("Quotient 650 × 0,055 €", 35_75)]
    assert lines(Terms(LINEAR), Household(100)) == [
        ("Quotient 100 × 0,055 €", 5_50),
        ("Le prix le plus bas est de 15 €", 9_50),
    ]
    assert lines(Terms(LINEAR), Household(5000))[1] == ("Le prix le plus haut est de 95 €", -180_00)


@pytest.mark.parametrize(
    ("quotient", "cents"),
    [(1, 1), (2, 1), (3, 2), (5, 3)],  # 0.5, 1, 1.5, 2.5 cents
)
def test_half_a_cent_goes_up(quotient, cents):
    assert price(Terms(Linear(Decimal("0.005"), 0, 100, 100)), Household(quotient)).cents == cents


def test_an_aid_that_the_organiser_does_not_take_changes_nothing():
    assert price(Terms(GRID), Household(650, aids=(SPORT_PASS,))).cents == 30_00


def test_the_best_reduction_is_taken_not_their_sum():
    terms = Terms(Flat(100_00), (SiblingCut(2, cents=15_00), SiblingCut(3, Decimal(10))))
    assert price(terms, Household(None, siblings=2)).cents == 85_00


@pytest.mark.parametrize(
    ("base", "unit", "said"),
    [
        (Free(), "", "gratuit"),
        (Flat(0), "un an", "gratuit"),
        (Flat(240_00), "un an", "240 € pour un an"),
        (Flat(1_240_50), "", "1 240,50 €"),
        (GRID, "", "de 12,40 € à 86 € selon le quotient"),
        (LINEAR, "un trimestre", "de 15 € à 95 € pour un trimestre, selon le quotient"),
    ],
)
def test_a_price_in_words(base, unit, said):
    assert plain(words(Terms(base), unit)) == said


def test_the_amounts_of_an_english_reader():
    with translation.override("en"):
        assert euros(1_240_50) == "€1,240.50"
        assert euros(-300) == "−€3"


def test_conditions_are_said_in_the_order_of_the_computation():
    terms = Terms(
        Flat(50_00),
        (SiblingCut(2, Decimal("12.5"), 2_00),),
        Outsiders(Decimal(15), 0, 60_00, True),
        10_00,
        (SPORT_PASS,),
    )
    assert [plain(sentence) for sentence in conditions(terms)] == [
        "Familles d’une autre commune : le prix le plus haut, 60 € au moins, et 15 % de plus.",
        "À partir du 2e enfant de la famille : 12,5 % puis 2 € de moins.",
        "Les réductions s’arrêtent à 10 €.",
        "Aide déduite, « Pass’Sport » : 70 €, du 1er septembre 2026 au 31 décembre 2026. Sur présentation du code.",
    ]


def test_a_grid_is_shown_with_what_is_paid_without_a_quotient():
    assert [(row.label, row.cents) for row in rows(Terms(GRID))] == [
        ("jusqu’à 400", 12_40),
        ("de 401 à 700", 30_00),
        ("plus de 700", 86_00),
        ("non indiqué", 86_00),
    ]
    assert rows(Terms(Flat(1))) == []


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        (Terms(Bands((), 0)), "Écrivez au moins une tranche."),
        (Terms(Bands((Band(400, 1), Band(700, 2)), 2)), "La dernière tranche n’a pas de fin : laissez sa borne vide."),
        (Terms(Bands((Band(None, 1), Band(None, 2)), 2)), "Seule la dernière tranche n’a pas de fin."),
        (
            Terms(Bands((Band(400, 1), Band(400, 2), Band(None, 3)), 3)),
            "La tranche « jusqu’à 400 » ne peut pas suivre « jusqu’à 400 ».",
        ),
        (Terms(Flat(-1)), "Un prix ne peut pas être négatif."),
        (Terms(Flat(100_000_01)), "Un prix ne peut pas dépasser 100 000 €."),
        (Terms(Linear(Decimal(-1), 0, 1, 1)), "Le prix par point de quotient ne peut pas être négatif."),
        (Terms(Linear(Decimal(1), 5, 1, 5)), "Le prix le plus bas est plus haut que le prix le plus haut."),
        (
            Terms(Linear(Decimal(1), 1, 5, 6)),
            "Le prix sans quotient doit rester entre le prix le plus bas et le prix le plus haut.",
        ),
        (Terms(Flat(1), (SiblingCut(1, Decimal(10)),)), "Une réduction pour la fratrie commence au deuxième enfant."),
        (Terms(Flat(1), (SiblingCut(2, Decimal(101)),)), "Une réduction va de 0 à 100 %."),
        (Terms(Flat(1), aids=(Aid("a", 1), Aid("a", 2))), "Deux aides portent le même nom."),
    ],
)
def test_impossible_terms_are_told(terms, sentence):
    assert sentence in faults(terms)


def test_a_grid_that_falls_asks_for_a_confirmation():
    falling = Terms(Bands((Band(400, 30_00), Band(None, 20_00)), 20_00))
    assert faults(falling) == []
    assert surprises(falling) == [
        "La tranche plus de 400 coûte moins cher que la précédente.",
        "Une famille qui ne dit pas son quotient paie moins que la tranche la plus chère.",
    ]


def test_next_year_is_so_many_percent_more_rounded_to_a_coin():
    terms = Terms(GRID, (SiblingCut(2, Decimal(10)),), Outsiders(own=90_00), 10_00, (SPORT_PASS,))
    after = raised(terms, Decimal("2.5"), 10)
    assert [band.cents for band in after.base.bands] == [12_70, 30_80, 88_20]
    assert (after.outsiders.own, after.minimum, after.aids) == (92_30, 10_30, (SPORT_PASS,))
    assert raised(Terms(LINEAR), Decimal(2)).base.rate == Decimal("0.0561")
