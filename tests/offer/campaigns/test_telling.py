"""What a family reads of each way in which a wish may come out: whole, exact, one idea a sentence, no word of ours."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from preau.offer.allocation import Case, ClassCount, CutOff, OfferOutcome, Part, Reason, Result
from preau.offer.campaigns.telling import words_of

RULES = ("enfants de la commune sans place l’an dernier", "enfants de la commune")
WORDS_AT_MOST = 20
OURS = re.compile(
    r"\b(classes?|critère|seuil|cut.?off|allocation|candidat|algorithm\w*|priorisé|rang)\b", re.IGNORECASE
)
OFFERS = {"o1": SimpleNamespace(unit=SimpleNamespace(label="mercredi", activity=SimpleNamespace(title="Judo")))}
COUNTS = (ClassCount(6, 5, 2), ClassCount(2, 2, 0), ClassCount(1, 1, 0))


def _case(reason: Reason, *, number: int = 9, counts=COUNTS, **part) -> Case:
    offer = OfferOutcome("o1", 2, ("a", "b"), ("c",), counts, CutOff(1, 4), ())
    told = {"priority_class": 1, "line": 3, "of": 5, "waiting_rank": 1, **part}
    good = reason in (Reason.OPEN_SEAT, Reason.RESERVED_SEAT, Reason.RELEASED_SEAT, Reason.CONFIRMED)
    unused = reason in (Reason.BETTER_WISH, Reason.TOGETHER)
    result = Result.GRANTED if good else Result.NOT_NEEDED if unused else Result.REFUSED
    return Case("k", 1, number, result, reason, (Part(offer, reason, **told),))


def _sentences(words: str) -> list[str]:
    """Labels of rules, which the council wrote, count for one word."""
    for label in RULES:
        words = words.replace(label, "R")
    return [each for line in words.split("\n")[1:] for each in re.split(r"(?<=[.;])\s+", line) if each]


@pytest.mark.parametrize("rules", [RULES, ()])
@pytest.mark.parametrize("reason", Reason)
def test_each_sentence_is_short_and_says_nothing_in_our_words(reason, rules):
    change = ("class:resident", "seats:3") if reason == Reason.CLASS else ("draw", "part")
    case = _case(reason, would_change=change, reserve="inclusion", waiting_rank=2)
    words = words_of(case, OFFERS, rules)
    for sentence in _sentences(words):
        assert len(re.findall(r"[\w’-]+", sentence)) <= WORDS_AT_MOST, sentence
        assert not OURS.search(sentence.replace("R", "")), sentence
        assert "None" not in sentence and "%" not in sentence


def test_a_refusal_by_the_draw_says_all_that_it_rests_on():
    case = _case(Reason.DRAW, would_change=("draw", "seats:1"))
    head, answer, how, change = words_of(case, OFFERS, RULES).split("\n")
    assert head == "Vœu 1, Judo (mercredi) : pas de place pour l’instant."
    assert answer == (
        "2 places pour 9 demandes. Entre enfants de la même priorité, c’est le tirage au sort qui a décidé. "
        "Votre enfant est 1er sur la liste d’attente."
    )
    assert how == (
        "Votre enfant passe en priorité 1 : enfants de la commune sans place l’an dernier. "
        "En priorité 1, 2 enfants sur 5 ont une place. En priorité 2, 0 sur 2. En priorité 3, 0 sur 1. "
        "Au tirage au sort, il a le numéro 9. C’est le 3e des 5 enfants de sa priorité qui demandent ici. "
        "Le dernier enfant qui a une place est en priorité 1, avec le numéro 4."
    )
    assert change == "Ce qui aurait donné une place : un plus petit numéro au tirage, ou 1 place de plus."


def test_the_last_who_has_a_place_and_the_one_who_is_alone_are_told_so():
    case = _case(Reason.OPEN_SEAT, number=4, waiting_rank=0, priority_class=3, line=1, of=1)
    words = words_of(case, OFFERS, RULES)
    assert "en priorité 3 : tous les autres enfants." in words
    assert "Il est seul de sa priorité à demander ici." in words
    assert "C’est le dernier enfant qui a une place." in words
    assert "liste d’attente" not in words and "aurait donné" not in words


def test_without_any_rule_no_priority_is_spoken_of():
    words = words_of(_case(Reason.CLASS, counts=COUNTS[:1]), OFFERS, ())
    how = words.split("\n")[2]
    assert "priorité" not in how and "2 enfants sur 5 ont une place." in how
    assert "Le dernier enfant qui a une place a le numéro 4." in how
