"""The public JSON keeps its promise."""

from __future__ import annotations

import csv
import io

import pytest

from preau.surfaces.api.schemas import ObjectivesOut, PlanOut, ProblemOut
from tests.cast import make_big_plan, make_plan

pytestmark = pytest.mark.django_db


def test_anybody_reads_the_whole_plan(client):
    make_plan(shown=True)
    answer = client.get("/api/plan")
    plan = PlanOut.model_validate(answer.json())
    assert [axis.id for axis in plan.axes] == ["A1", "A2"]
    row = plan.axes[0].general_objectives[0].rows[0]
    assert [item.id for item in row.operational_objectives] == ["A1.G1.O1", "A1.G1.O2"]
    assert (row.operational_objectives[1].owner, row.operational_objectives[1].horizon) == (
        "Service des sports",
        "2027-06-30",
    )
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_open_points_and_people_are_not_in_the_json(client):
    make_plan(shown=True)
    text = client.get("/api/plan").content.decode()
    assert "Claire Aubin" not in text
    assert "précision qui manque" not in text


def test_list_of_objectives_holds_no_effect(client):
    make_plan(shown=True)
    found = ObjectivesOut.model_validate(client.get("/api/plan/objectives").json())
    assert {item.kind for item in found.objectives} == {"operational_objective"}
    assert len(found.objectives) == 5


@pytest.mark.parametrize("path", ["/api/plan", "/api/plan/objectives", "/api/plan.csv", "/api/plan/items/A1.G1.O1"])
def test_without_a_plan_on_display_a_machine_is_told_in_problem_json(client, path):
    make_plan()
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert ProblemOut.model_validate(answer.json()).status == 404


def test_unknown_item_is_a_problem_json(client):
    make_plan(shown=True)
    assert client.get("/api/plan/items/A9.G9.O9").status_code == 404


def test_spreadsheet_reads_the_csv_and_no_cell_is_a_formula(client, now):
    from preau.people.accounts.hand import Hand
    from preau.plan.structure.actions import reword

    plan = make_plan(shown=True)
    reword(plan.items.get(code="A1.G1.O1"), '=HYPERLINK("x")', seen_version=1, hand=Hand(None, now))
    text = client.get("/api/plan.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 11
    assert rows[0]["text"].startswith("'=")


def test_description_is_openapi_3_1_and_names_every_address(client):
    schema = client.get("/api/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    plan = {"/api/plan", "/api/plan/objectives", "/api/plan/items/{code}", "/api/plan.csv"}
    activities = {"/api/activities", "/api/activities/schema.json", "/api/activities.csv"}
    assert set(schema["paths"]) == plan | activities | {"/api/datasets", "/api/datasets/{slug}"}


def test_description_announces_refusals_as_problems_filters_and_tables(client):
    paths = client.get("/api/openapi.json").json()["paths"]
    for path in set(paths) - {"/api/activities/schema.json"}:
        assert set(paths[path]["get"]["responses"]["404"]["content"]) == {"application/problem+json"}, path
    for path in ("/api/plan.csv", "/api/activities.csv"):
        assert "text/csv" in paths[path]["get"]["responses"]["200"]["content"], path
    words = {each["name"]: each["schema"]["type"] for each in paths["/api/activities"]["get"]["parameters"]}
    assert (words["age"], words["jour"], words["prix"], words["q"]) == ("integer", "array", "string", "string")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_json_is_read_only(client, method):
    make_plan(shown=True)
    assert getattr(client, method)("/api/plan").status_code == 405


def test_json_costs_the_same_queries_whatever_the_size(client, django_assert_num_queries):
    make_plan(shown=True)
    with django_assert_num_queries(3):
        client.get("/api/plan")
    make_big_plan(500)
    with django_assert_num_queries(3):
        client.get("/api/plan")


def test_person_who_opens_the_root_is_led_to_the_explanation(client):
    assert client.get("/api/").headers["Location"] == "/donnees/"
