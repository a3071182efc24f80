from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.drafting.models import OpenPoint
from preau.plan.structure.actions import reword
from tests.cast import make_organisation

from .conftest import FOCUS, queries_of
from .test_imports import without_token

HTMX = {"HX-Request": "true"}


@pytest.fixture
def point(plan):
    return plan.open_points.get(kind="placeholder")


def settle(client, point, **data):
    return client.post(f"/atelier/points-ouverts/{point.pk}/decision/", data)


def test_points_are_shown_with_their_quote_in_context(coordinator, plan):
    page = coordinator.get("/atelier/points-ouverts/").content.decode()
    assert "Plus d’enfants vont au spectacle <mark>(à préciser)</mark>" in page
    assert "avant le 10 novembre 2026" in page


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", {"placeholder", "open_list"}),
        ("?etat=a-decider", {"placeholder"}),
        ("?etat=en-retard", {"open_list"}),
        ("?etat=a-mon-organisation", {"open_list"}),
        ("?etat=regles", set()),
        ("?nature=placeholder", {"placeholder"}),
        ("?axe=2", set()),
        ("?etat=nimporte&axe=x", {"placeholder", "open_list"}),
    ],
)
def test_filters_show_what_they_say(plan, log_in, query, kinds):
    page = log_in("contributor").get("/atelier/points-ouverts/" + query).content.decode()
    shown = {point.kind for point in plan.open_points.all() if f'id="point-{point.pk}"' in page}
    assert shown == kinds


def test_coordinator_settles_a_point_with_a_new_wording(coordinator, point):
    form = coordinator.get(f"/atelier/points-ouverts/?etat=a-decider&ouvert={point.pk}").content.decode()
    assert "Plus d’enfants vont au spectacle (à préciser)</textarea>" in form
    data = {"outcome": "settled", "decision": "Un sur deux", "new_text": "Un enfant sur deux va au spectacle"}
    answer = settle(coordinator, point, seen_version=1, etat="a-decider", **data)
    assert answer["Location"] == f"/atelier/points-ouverts/?etat=a-decider#point-{point.pk}"
    point.refresh_from_db()
    assert (point.outcome, point.item.text) == ("settled", "Un enfant sur deux va au spectacle")


def test_a_decision_without_words_keeps_what_was_typed(coordinator, point):
    answer = settle(coordinator, point, outcome="settled", decision="", new_text="Un texte tapé", seen_version=1)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Écrivez ce qui est décidé") == 2
    assert "Un texte tapé</textarea>" in page


def test_second_of_two_people_learns_that_the_point_is_settled(coordinator, point):
    settle(coordinator, point, outcome="not_a_problem", seen_version=1)
    page = settle(coordinator, point, outcome="settled", decision="Ma décision", seen_version=1).content.decode()
    assert "Quelqu’un a réglé ce point avant vous." in page
    assert "Ma décision</textarea>" in page


def test_a_wording_changed_meanwhile_is_shown_beside_the_one_typed(coordinator, point, now):
    reword(point.item, "Entre-temps", seen_version=1, hand=Hand(None, now))
    data = {"outcome": "settled", "decision": "oui", "new_text": "Ma version", "seen_version": 1}
    page = settle(coordinator, point, **data).content.decode()
    assert "Entre-temps" in page
    assert "Ma version</textarea>" in page
    point.refresh_from_db()
    assert point.is_open


def test_contributor_settles_the_points_of_their_organisation_only(plan, log_in, point):
    client = log_in("contributor")
    mine = plan.open_points.get(kind="open_list")
    page = client.get("/atelier/points-ouverts/").content.decode()
    assert f"ouvert={mine.pk}" in page
    assert f"ouvert={point.pk}" not in page
    assert settle(client, mine, outcome="settled", decision="La nage", seen_version=1).status_code == 302
    assert settle(client, point, outcome="settled", decision="non").status_code == 403


def test_coordinator_entrusts_and_reopens_a_point(coordinator, point):
    owner = make_organisation("Service culture")
    coordinator.post(f"/atelier/points-ouverts/{point.pk}/suivi/", {"owner": owner.pk, "due_on": "2027-01-31"})
    point.refresh_from_db()
    assert (point.owner, str(point.due_on)) == (owner, "2027-01-31")
    settle(coordinator, point, outcome="not_a_problem", seen_version=1)
    coordinator.post(f"/atelier/points-ouverts/{point.pk}/reouverture/")
    point.refresh_from_db()
    assert point.is_open


def test_swapped_point_is_the_one_of_the_fresh_page(coordinator, point):
    fragment = coordinator.get(f"/atelier/points-ouverts/?ouvert={point.pk}", headers=HTMX).content.decode()
    page = coordinator.get(f"/atelier/points-ouverts/?ouvert={point.pk}").content.decode()
    assert without_token(fragment.strip()) in without_token(page)


def test_settled_point_swaps_to_what_the_settled_list_shows(coordinator, point):
    data = {"outcome": "not_a_problem", "seen_version": 1, "etat": "regles"}
    fragment = coordinator.post(f"/atelier/points-ouverts/{point.pk}/decision/", data, headers=HTMX).content.decode()
    page = coordinator.get("/atelier/points-ouverts/?etat=regles").content.decode()
    fresh = fragment.strip().replace(FOCUS, "", 1)
    assert without_token(fresh) in without_token(page)


def test_five_hundred_points_come_in_pages_with_the_same_queries(coordinator, plan, point):
    few = queries_of(coordinator, "/atelier/points-ouverts/")
    OpenPoint.objects.bulk_create(
        OpenPoint(plan=plan, item=point.item, kind="typo", quote="x", reason="r", raised_at=point.raised_at)
        for _ in range(500)
    )
    assert queries_of(coordinator, "/atelier/points-ouverts/") == few
    page = coordinator.get("/atelier/points-ouverts/?page=3").content.decode()
    assert page.count('<li class="ws-card"') == 25
    assert "page 3 sur 21" in page
