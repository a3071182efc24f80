"""What the coordination keeps an eye on, under its day."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.smallnumbers.floor import FLOOR
from preau.surfaces.workspace.day.bench import Bench, _doubts
from tests.cast import make_person, make_plan
from tests.cast.evaluation import make_evaluation
from tests.cast.indicators import make_indicator
from tests.cast.sheets import make_sheet

pytestmark = pytest.mark.django_db
HOME = "/atelier/"
TODAY = date(2026, 11, 24)


@pytest.fixture
def plan():
    return make_plan(shown=True)


def read(client, role="coordinator"):
    client.force_login(make_person(role))
    return client.get(HOME).content.decode()


def test_coordinator_finds_the_bench_and_others_do_not(client, plan):
    assert "Sur l’établi" in read(client)
    assert "Sur l’établi" not in read(client, "elected")


def test_contributions_that_are_awaited_are_counted(client, plan):
    make_evaluation("open")
    task = Bench(plan, TODAY).tasks[0]
    assert task.count == 2
    assert "encore attendues" in task.words
    assert task.is_late  # they were awaited on 13 November


def test_once_contributions_are_closed_what_waits_is_a_verdict(client, plan):
    evaluation = make_evaluation("review")
    task = Bench(plan, TODAY).tasks[0]
    assert task.url == f"/atelier/evaluation/{evaluation.pk}/adoption/"
    assert "contribution" not in task.words
    assert not task.is_late


def test_what_nobody_typed_is_named(client, plan):
    indicator = make_indicator()
    values = Bench(plan, TODAY).tasks[1]
    assert values.count == 1
    assert values.named[0].url == f"/atelier/indicateurs/{indicator.pk}/"
    assert str(indicator.entry.title) in read(client)


def test_an_action_that_is_over_awaits_its_review(client, plan):
    sheet = make_sheet("running", plan=plan, starts_on=date(2026, 9, 14), ends_on=date(2026, 10, 6))
    reviews = Bench(plan, TODAY).tasks[2]
    assert (reviews.count, reviews.is_late) == (1, True)
    assert reviews.named[0].title == str(sheet)


def test_without_facts_the_bench_says_when_they_come(client, plan, settings, tmp_path):
    settings.FACTS = tmp_path / "none"
    assert "attendent cette nuit" in read(client)


def test_a_doubt_about_a_few_is_never_told():
    told = [("no_sex", 4, 900), ("no_area", 6, 12), ("no_quotient", 300, 900), ("nowhere", 9, 20)]
    assert [(each.percent, each.words) for each in _doubts(told, FLOOR)] == [
        (45, "activités dont le lieu n’est pas sur la carte"),
        (33, "enfants dont le quotient familial n’est pas connu"),
    ]
