"""What an evaluation awaits from a side is one line of its people's day."""

from __future__ import annotations

from datetime import date

import pytest

from preau.observatory.evaluation.contributing import hand_in
from preau.observatory.evaluation.preparing import close
from preau.surfaces.shell.waiting.evaluation import awaited_contributions
from tests.cast.evaluation import HAND, QUESTION, WORDS, make_evaluation, the_contribution
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)


def test_contributions_wait_for_their_side_until_they_are_handed_in(django_assert_num_queries):
    awa, nadia = make_person("contributor"), make_person("coordinator")
    evaluation = make_evaluation("open")
    with django_assert_num_queries(2):
        told = awaited_contributions([awa, nadia], TODAY)
    assert list(told) == [awa.pk]
    (line,) = told[awa.pk]
    assert (line.title, line.due_on) == ("1 contribution à l’évaluation 2025-2026", QUESTION.closes_on)
    hand_in(the_contribution(evaluation), WORDS, seen_version=0, hand=HAND)
    assert awaited_contributions([awa], TODAY) == {}


def test_nothing_waits_once_contributions_are_closed():
    awa = make_person("contributor")
    close(make_evaluation("open"), hand=HAND)
    assert awaited_contributions([awa], TODAY) == {}
