"""A study says the same thing each time, tells no small group, and ranks no rule."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from preau.offer.allocation import solve
from preau.offer.laboratory.computing import study_of
from preau.offer.laboratory.demands import Invention, invented
from preau.offer.laboratory.findings import Range, read
from preau.offer.laboratory.rulesets import RuleSet
from preau.offer.laboratory.table import write_csv
from preau.offer.laboratory.terms import terms_on
from preau.offer.laboratory.words import (
    common_words,
    envy_sentence,
    gap_sentence,
    group_name,
    mean_sentence,
    own_words,
    rank_sentence,
    served_sentence,
)
from preau.people.smallnumbers.floor import FLOOR
from tests.cast.laboratory import RULE_SETS

TERMS = terms_on(date(2026, 9, 14), FLOOR)
TOWN = Invention(children=120, offers=6, places_for=50, second=20)
SETS = (*RULE_SETS, RuleSet("Une place sur cinq", (), True, False, "low_quotient", 20, "before"))


@pytest.fixture(scope="module")
def document():
    return study_of(invented(TOWN, seed="2a"), SETS, seed="2a", draws=6, terms=TERMS)


def test_the_same_question_gives_the_same_bytes(document):
    demand = invented(TOWN, seed="2a")
    turned = replace(
        demand,
        problem=replace(
            demand.problem,
            offers=demand.problem.offers[::-1],
            applications=demand.problem.applications[::-1],
        ),
        groups=dict(reversed(demand.groups.items())),
    )
    assert study_of(turned, SETS, seed="2a", draws=6, terms=TERMS) == document
    assert study_of(demand, SETS, seed="2b", draws=6, terms=TERMS) != document


def test_rules_leave_nothing_unfair_and_first_come_does(document):
    found = read(document)
    assert all(each.envy == each.empty == Range(0, 0, 0) for each in found.sets)
    assert found.first_come.envy.middle > 0
    assert "aucun refus injuste et aucune place gâchée" in envy_sentence(found)


def test_ranks_add_up_to_everybody(document):
    assert all(sum(each.ranks) == 1000 for each in read(document).every)


def test_a_small_group_is_in_no_document(document):
    kept = json.loads(document)
    counts = {(each["what"], each["which"]): each["of"] for each in kept["groups"]}
    assert counts["inclusion", "yes"] is counts["inclusion", "no"] is None
    assert all(("served" in each) == (each["of"] is not None and each["of"] >= 20) for each in kept["groups"])
    assert "masqué" in write_csv(read(document)).decode("utf-8-sig")


def test_sentences_are_made_of_the_numbers(document):
    found = read(document)
    assert str(found.first_come.served_share.middle) in served_sentence(found)
    assert "n° " in rank_sentence(found)
    gaps = [gap for group in found.groups for gap in group.gaps]
    assert f"+{max(gaps)} points" in gap_sentence(found)
    assert common_words(found) == "Une première activité pour chacun avant toute deuxième."
    assert "20 % des places" in own_words(found.sets[2], found)


def test_nothing_is_said_of_groups_that_are_all_too_small():
    town = Invention(children=20, offers=4)
    found = read(study_of(invented(town, seed="1"), SETS[:1], seed="1", draws=2, terms=replace(TERMS, share=30)))
    assert not any(group.gaps for group in found.groups)
    assert "assez grand" in gap_sentence(found)
    assert {group_name(group) for group in found.groups} >= {"filles", "garçons"}


def test_the_mean_rank_of_a_group_is_that_of_its_children_counted_one_by_one():
    demand = invented(TOWN, seed="2a")
    rules = SETS[1]
    document = study_of(demand, (rules,), seed="2a", draws=5, terms=TERMS)
    means: dict[tuple[str, str], list[float]] = {}
    for turn in range(5):
        outcome = solve(rules.applied_to(demand.problem), seed=b"2a" + turn.to_bytes(4))
        best: dict[str, int] = {}
        for place in outcome.places:
            best[place.application] = min(place.rank, best.get(place.application, 99))
        for group in {each for groups in demand.groups.values() for each in groups.items()}:
            ranks = [rank for key, rank in best.items() if group in demand.groups[key].items()]
            means.setdefault(group, []).append(sum(ranks) / len(ranks) if ranks else 0)
    told = [(group, group.ranks[0]) for group in read(document).groups if group.ranks and group.ranks[0]]
    assert len(told) > 8
    for group, rank in told:
        line = sorted(means[group.what, group.which])
        assert (rank.low, rank.high) == (
            pytest.approx(100 * line[0], abs=0.51),
            pytest.approx(100 * line[-1], abs=0.51),
        )
        assert rank.middle == pytest.approx(100 * line[2], abs=0.51)


def test_no_mean_is_told_of_a_group_of_which_too_few_are_served():
    """Forty-five children, of whom two or three have a place: the mean of those would be theirs."""
    town = Invention(children=45, offers=2, places_for=10)
    found = read(study_of(invented(town, seed="3"), SETS[:1], seed="3", draws=4, terms=TERMS))
    shares = [group for group in found.groups if group.served is not None]
    assert shares and all(group.ranks == (None, None) for group in shares)
    assert "assez grand" in mean_sentence(found)
