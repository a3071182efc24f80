"""A study is asked, computed in the background, cancelled, asked again; a past campaign is replayed without names."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from preau.offer.allocation.writing import sha256
from preau.offer.laboratory import studying
from preau.offer.laboratory.demands import Invention
from preau.offer.laboratory.errors import StudyRefused
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.rulesets import RuleSet
from preau.offer.laboratory.studying import ask_again, ask_study, cancel_study, carry_out, compute, remove_study
from preau.offer.laboratory.tasks import carry_out_study
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.cast.laboratory import ASKED, RULE_SETS, asked_study, make_study

pytestmark = pytest.mark.django_db


def clock():
    return ASKED.now


def test_a_study_is_computed_once_and_again_to_the_byte():
    study = make_study()
    assert (study.state, study.progress) == ("done", 100)
    assert study.result_hash == sha256(study.document)
    carry_out(study, clock=clock)
    assert compute(study) == (study.document, study.input_hash)


def test_a_study_that_is_cancelled_stops_at_the_next_draw():
    study = asked_study(draws=40)
    beats = []

    def cancelling_clock():
        beats.append(1)
        if len(beats) == 3:
            assert cancel_study(study, hand=ASKED)
        return ASKED.now

    carry_out(study, clock=cancelling_clock)
    study.refresh_from_db()
    assert (study.state, study.document) == ("cancelled", "")
    assert len(beats) < 10
    assert not cancel_study(study, hand=ASKED)
    assert ask_again(study, hand=ASKED)
    assert not ask_again(study, hand=ASKED)
    carry_out_study.func(study.pk)
    study.refresh_from_db()
    assert study.state == "done"


def test_a_failure_is_told_in_a_sentence(monkeypatch):
    study = asked_study()

    def broken(*args, **options):
        raise ZeroDivisionError

    monkeypatch.setattr(studying, "study_of", broken)
    with pytest.raises(ZeroDivisionError):
        carry_out(study, clock=clock)
    study.refresh_from_db()
    assert study.state == "failed"
    assert study.error.endswith("recommencez-le.")


def test_two_studies_at_once_and_no_more_and_a_silent_one_makes_room():
    first = asked_study()
    asked_study()
    with pytest.raises(StudyRefused, match="2 études sont déjà en calcul"):
        asked_study()
    assert not remove_study(first, hand=ASKED)
    RuleStudy.objects.filter(pk=first.pk).update(state="running", beat_at=ASKED.now - timedelta(minutes=11))
    asked_study()
    first.refresh_from_db()
    assert first.state == "failed"
    assert remove_study(first, hand=ASKED)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"rule_sets": ()}, "au moins un jeu"),
        ({"rule_sets": (RuleSet("A"), RuleSet("a "))}, "même nom"),
        ({"rule_sets": tuple(RuleSet(str(n)) for n in range(5))}, "Quatre jeux"),
        ({"rule_sets": (RuleSet("A", (("continues",),)),)}, "population inventée n’en sait rien"),
        ({"invention": Invention(children=19)}, "de 20 à 10000 enfants"),
        ({"invention": Invention(children=20_000)}, "de 20 à 10000 enfants"),
        ({"invention": Invention(offers=0)}, "activités"),
        ({"invention": Invention(places_for=0)}, "de 1 à 200"),
    ],
)
def test_what_cannot_be_studied_is_told(facts, words):
    with pytest.raises(StudyRefused, match=words):
        asked_study(**facts)


def test_a_past_campaign_is_replayed_beside_what_was_voted():
    campaign = make_campaign("open", seats=3)
    for number in range(22):
        titles = ("Judo", "Poterie") if number % 2 else ("Poterie", "Natation", "Judo")
        make_application(campaign, titles)
    walk(campaign, "decided")
    study = make_study(campaign=campaign, rule_sets=RULE_SETS[:1])
    kept = json.loads(study.document)
    assert kept["children"] == 22
    assert [each["name"] for each in kept["sets"]] == ["Règles votées", "Tirage seul"]
    assert kept["sets"][0]["classes"] == [["not_served_last_year", "resident"], ["resident"]]
    assert kept["sets"][0]["envy"] == [0, 0, 0]
    assert compute(study) == (study.document, study.input_hash)
    assert not any(each.code in study.document for each in campaign.applications.all())


def test_a_campaign_of_a_few_children_tells_nothing():
    campaign = make_campaign("open")
    make_application(campaign, ("Judo",))
    walk(campaign, "decided")
    with pytest.raises(StudyRefused, match="au moins 20 demandes"):
        asked_study(campaign=campaign)


def test_a_campaign_that_gave_no_place_cannot_be_replayed():
    with pytest.raises(StudyRefused, match="pas encore donné ses places"):
        asked_study(campaign=make_campaign("closed"))


def test_children_who_left_since_stop_the_study_with_a_sentence():
    study = asked_study()
    RuleStudy.objects.filter(pk=study.pk).update(invention={**study.invention, "children": 19})
    study.refresh_from_db()
    carry_out(study, clock=clock)
    study.refresh_from_db()
    assert (study.state, study.document) == ("failed", "")
    assert "20 demandes" in study.error


def test_a_service_may_not_try_what_the_law_keeps_from_it():
    campaign = make_campaign("prepared")
    campaign.legal_profile = "lunch"
    with pytest.raises(StudyRefused, match="ne peut pas employer"):
        ask_study(
            campaign.commune,
            title="Midi",
            campaign=campaign,
            rule_sets=[RuleSet("Suite", (("continues",),))],
            hand=ASKED,
        )
