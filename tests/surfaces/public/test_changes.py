"""What anybody reads of an evaluation: verdicts of the committee, as they stood, and nothing before it spoke."""

from __future__ import annotations

import pytest

from preau.observatory.evaluation.concluding import dissent
from tests.cast import make_plan
from tests.cast.evaluation import HAND, culture, make_evaluation, make_typed_indicator, the_verdict

pytestmark = pytest.mark.django_db
PAGE = "/ce-que-ca-change/"


@pytest.fixture(autouse=True)
def plan():
    return make_plan(shown=True)


def read(client):
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("state", ["prepared", "open", "review", "adopted"])
def test_parent_reads_nothing_that_was_not_published(client, state):
    make_evaluation(state)
    page = read(client)
    assert "n’est pas encore publiée" in page
    assert "Les enfants viennent plus souvent" not in page


def test_without_a_plan_the_page_says_what_it_will_be(client, plan):
    type(plan).objects.update(shown_at=None)
    assert "n’est pas encore publiée" in read(client)


def test_parent_reads_the_answer_first_then_each_verdict(client):
    make_evaluation("published")
    page = read(client)
    assert "1 l’est en partie" in page
    assert page.index("effets examinés") < page.index("Les enfants viennent plus souvent")
    assert "Preuve moyenne" in page
    assert "Un car le mercredi." in page
    assert "adoptés le 20 octobre 2026 (Comité de pilotage)" in page


def test_figures_are_a_chart_and_a_table(client):
    make_typed_indicator(years=(2023, 2024, 2025))
    make_evaluation("published")
    page = read(client)
    assert "<svg" in page
    assert "<caption" in page
    assert "Relevé du service" in page


def test_another_opinion_stands_beside_the_verdict(client):
    evaluation = make_evaluation("review")
    dissent(the_verdict(evaluation), culture(), "Le samedi, on ne voit rien changer.", hand=HAND)
    page = read(client)
    assert "Le samedi" not in page


def test_elsewhere_it_leads_to_open_data(client):
    make_evaluation("published")
    assert 'href="/donnees/"' in read(client)
