"""What an elected member sees in a minute."""

from __future__ import annotations

import pytest

from preau.plan.drafting.progress import plan_progress
from preau.plan.structure.queries import plan_tree
from preau.surfaces.steering.statement import statement
from tests.cast import make_big_plan, make_person, make_plan


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"objectives": 0, "without_owner": 0, "decisions": 0, "late": 0},
            ["Le projet ne contient encore aucun objectif."],
        ),
        (
            {"objectives": 54, "without_owner": 9, "decisions": 12, "late": 3},
            ["9 objectifs sur 54 n’ont encore aucun porteur.", "12 points attendent une décision, dont 3 en retard."],
        ),
        (
            {"objectives": 54, "without_owner": 1, "decisions": 1, "late": 0},
            ["1 objectif sur 54 n’a encore aucun porteur.", "1 point attend une décision, aucun n’est en retard."],
        ),
        (
            {"objectives": 1, "without_owner": 0, "decisions": 0, "late": 0},
            ["L’objectif du projet a un porteur.", "Aucun point n’attend de décision."],
        ),
    ],
)
def test_the_plan_is_told_in_two_sentences(facts, words):
    assert statement(**facts) == words


@pytest.mark.django_db
def test_progress_counts_by_axis(now):
    progress = plan_progress(plan_tree(make_plan()), now.date())
    first, second = progress.axes
    assert (first.objectives, first.owned, first.dated, first.complete, first.decisions) == (3, 1, 1, 1, 1)
    assert (second.objectives, second.owned, second.decisions) == (2, 0, 0)


@pytest.mark.django_db
def test_elected_member_reads_the_overview(client):
    make_plan(shown=True)
    client.force_login(make_person("elected"))
    page = client.get("/pilotage/").content.decode()
    assert "4 objectifs sur 5 n’ont encore aucun porteur." in page
    assert "(à préciser)" in page


@pytest.mark.django_db
def test_overview_without_a_plan_says_what_will_come(client):
    client.force_login(make_person("elected"))
    assert "Aucun projet pour l’instant" in client.get("/pilotage/").content.decode()


@pytest.mark.django_db
def test_overview_costs_the_same_queries_whatever_the_size(client, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(make_person("elected"))
    make_plan(shown=True)
    with CaptureQueriesContext(connection) as small:
        client.get("/pilotage/")
    make_big_plan(500)
    with django_assert_max_num_queries(len(small)):
        client.get("/pilotage/")
