"""The study that a mayor sees first was found by the program, not written by hand."""

from __future__ import annotations

import json

import pytest

from preau.demo.content import laboratory as story
from preau.demo.laboratory import DOCUMENT
from preau.offer.allocation.writing import sha256
from preau.offer.laboratory.computing import study_of
from preau.offer.laboratory.demands import invented
from preau.offer.laboratory.findings import read
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.terms import terms_on
from preau.people.smallnumbers.floor import FLOOR

pytestmark = pytest.mark.django_db


def test_the_study_of_clairval_is_finished_and_read(clairval):
    study = RuleStudy.objects.get()
    assert (study.state, study.result_hash) == ("done", sha256(study.document))
    found = read(study.document)
    assert [each.name for each in found.sets] == [each.name for each in story.RULE_SETS]
    assert all(each.envy.high == each.empty.high == 0 for each in found.sets)
    assert found.first_come.envy.high > 0


def test_its_first_rules_and_the_race_are_computed_again_to_the_byte():
    """Each set of rules stands alone: one of them, with its two hundred draws, is enough for a test."""
    kept = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    demand, terms = invented(story.INVENTION, seed=story.SEED), terms_on(story.ASKED_AT.date(), FLOOR)
    again = json.loads(study_of(demand, story.RULE_SETS[:1], seed=story.SEED, draws=terms.draws, terms=terms))
    assert kept["draws"] == terms.draws
    for part in ("input", "seed", "children", "offers", "seats", "first_come"):
        assert again[part] == kept[part]
    assert again["sets"] == kept["sets"][:1]
