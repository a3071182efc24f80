"""A study that would say something else today says so; it is computed again, and what was found stays meanwhile."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from preau.offer.campaigns.models import Application
from preau.offer.laboratory import standing, studying
from preau.offer.laboratory.findings import read
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.standing import Standing, standing_of
from preau.offer.laboratory.studying import ask_again, carry_out
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.cast.laboratory import ASKED, RULE_SETS, asked_study, make_study

pytestmark = pytest.mark.django_db


def clock():
    return ASKED.now


@pytest.fixture
def replay():
    campaign = make_campaign("open", seats=3)
    for _number in range(22):
        make_application(campaign, ("Judo", "Poterie"))
    walk(campaign, "decided")
    return make_study(campaign=campaign, rule_sets=RULE_SETS[:1])


def test_nothing_changed_and_it_stands():
    assert standing_of(make_study(), now=ASKED.now + timedelta(days=400)) == Standing()
    assert standing_of(asked_study(), now=ASKED.now) == Standing()


def test_a_wish_that_changed_makes_it_of_another_day_and_computing_it_again_makes_it_stand(replay):
    assert not standing_of(replay, now=ASKED.now).is_stale
    application = Application.objects.first()
    application.wishes.filter(rank=2).delete()
    changes = standing_of(replay, now=ASKED.now).changes
    assert len(changes) == 1 and "vœux" in changes[0]
    before = replay.document
    assert ask_again(replay, hand=ASKED)
    replay.refresh_from_db()
    assert (replay.state, replay.document) == ("waiting", before)
    carry_out(replay, clock=clock)
    replay.refresh_from_db()
    assert replay.state == "done" and replay.document != before
    assert standing_of(replay, now=ASKED.now) == Standing()


def test_what_was_found_stays_when_the_next_computation_fails(replay, monkeypatch):
    monkeypatch.setattr(studying, "study_of", lambda *_args, **_options: 1 / 0)
    before = replay.document
    ask_again(replay, hand=ASKED)
    with pytest.raises(ZeroDivisionError):
        carry_out(replay, clock=clock)
    replay.refresh_from_db()
    assert (replay.state, replay.document) == ("failed", before)


def test_wishes_that_were_let_go_of_end_the_question(replay):
    Application.objects.filter(pk__in=Application.objects.values("pk")[:5]).update(state="withdrawn")
    assert standing_of(replay, now=ASKED.now) == Standing(is_over=True)


def test_stricter_small_numbers_and_an_older_program_are_told(monkeypatch):
    study = make_study()
    kept = json.loads(study.document)
    kept["format"] = "preau-study-1"
    for each in [*kept["sets"], kept["first_come"]]:
        del each["mean_rank"]
    for each in kept["groups"]:
        each.pop("ranks", None)
    RuleStudy.objects.update(document=json.dumps(kept))
    study.refresh_from_db()
    assert not read(study.document).has_ranks
    assert ["programme" in each for each in standing_of(study, now=ASKED.now).changes] == [True]
    real = standing.terms_of
    monkeypatch.setattr(
        standing, "terms_of", lambda commune, at: replace(real(commune, at), cell=5 if at == ASKED.now else 11)
    )
    assert len(standing_of(study, now=ASKED.now + timedelta(days=9)).changes) == 2
