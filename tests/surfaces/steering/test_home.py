"""What an elected member reads first: verdicts, what moves, where something lacks, what to decide."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from preau.observatory.equity.balance import SHORT_UNDER, Balance
from preau.observatory.evaluation.reading import evaluation_told
from preau.observatory.indicators.enums import Unit
from preau.observatory.indicators.moving import size_of
from preau.surfaces.shell.verdicts import statement
from tests.cast import make_person, make_plan
from tests.cast.equity import make_quarter, make_square
from tests.cast.evaluation import make_evaluation
from tests.cast.facts import take

pytestmark = pytest.mark.django_db
PAGE = "/pilotage/"


@pytest.fixture
def plan():
    return make_plan(shown=True)


@pytest.fixture
def elected(client, plan):
    client.force_login(make_person("elected"))
    return client


def read(client):
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_any_evaluation_the_page_says_so_and_what_waits(elected):
    page = read(elected)
    assert "Aucune évaluation n’est encore adoptée" in page
    assert "Rien n’a encore assez d’histoire" in page
    assert "1 décision vous attend" in page
    assert 'href="/pilotage/avancement/"' in page


def test_elected_member_reads_the_verdicts_first(elected):
    make_evaluation("adopted")
    page = read(elected)
    assert page.index("1 l’est en partie") < page.index("Ce qui bouge cette année")
    assert "En partie confirmé" in page
    assert "La page que lisent les habitants" not in page


def test_what_habitants_read_is_one_gesture_away_once_published(elected):
    make_evaluation("published")
    assert 'href="/ce-que-ca-change/"' in read(elected)


@pytest.mark.parametrize(
    ("state", "said"),
    [("prepared", "se prépare"), ("open", "recueille les contributions"), ("review", "attend le comité")],
)
def test_an_evaluation_under_way_says_where_it_is(elected, state, said):
    evaluation = make_evaluation(state)
    page = read(elected)
    assert said in page
    assert f'href="/atelier/evaluation/{evaluation.pk}/"' in page


def test_unmeasured_effects_are_counted_and_never_listed(elected):
    evaluation = make_evaluation("adopted")
    silent = [each.effect.text for each in evaluation_told(evaluation).effects if each.kind == "not_measured"]
    page = read(elected)
    assert silent
    assert not any(text in page for text in silent)


def test_the_statement_counts_each_kind(elected):
    told = evaluation_told(make_evaluation("adopted"))
    assert statement(told).startswith("Sur ")
    assert "1 l’est en partie" in statement(told)


def test_the_page_costs_the_same_with_more_verdicts(elected):
    with CaptureQueriesContext(connection) as few:
        read(elected)
    make_evaluation("adopted")
    with CaptureQueriesContext(connection) as more:
        read(elected)
    assert len(more) - len(few) < 25


@pytest.mark.parametrize("role", ["contributor", "reader", "data_officer"])
def test_others_have_no_business_here(client, plan, role):
    client.force_login(make_person(role))
    assert client.get(PAGE).status_code == 403


def test_a_quarter_is_short_when_children_live_there_and_little_takes_place():
    assert Balance("tilleuls", 0.24, 0.11).is_short
    assert not Balance("quais", 0.08, 0.25).is_short
    assert not Balance("centre", 0.5, 0.5 * SHORT_UNDER).is_short


def test_without_sessions_no_quarter_is_said_to_lack_anything(elected, settings, tmp_path, now):
    settings.FACTS = tmp_path / "facts"
    make_quarter("Est", 0, 0, 4, 4)
    make_square(1, 1, children=90)
    take(now)
    assert "Où il manque quelque chose" not in read(elected)


@pytest.mark.parametrize(
    ("now", "before", "unit", "size"),
    [
        (40, 30, Unit.SHARE, 0.1),
        (1, 4, Unit.MEAN, 0.75),
        (15, 1440, Unit.MINUTES, 0.99),
        (0, 0, Unit.COUNT, 0),
        (900, 0, Unit.POINTS, 1),
    ],
)
def test_moves_of_all_units_may_be_ranked(now, before, unit, size):
    assert size_of(now, before, unit) == pytest.approx(size, abs=0.01)
