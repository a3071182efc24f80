"""What pages write of the rich town: rounded, and of no use to whoever sets two indicators of nearly the same children
side by side."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import combinations, product

import pytest
import time_machine
from django.core.cache import cache

from preau.observatory.facts.reading import FactsInUse, facts_in_use
from preau.observatory.indicators.enums import Breakdown
from preau.observatory.indicators.measures import MEASURES
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.queries import Known, kept_indicators
from preau.observatory.indicators.shown import Shown
from preau.people.smallnumbers.floor import FLOOR
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast.people import make_person
from tests.conftest import NOW

from .test_attack import PEOPLE

STEP = FLOOR.rounding


@pytest.fixture
def known(everything):
    return Known(TerritorialEducationPlan.objects.get(), facts_in_use(), everything.days[-1])


@pytest.fixture
def chosen(known) -> dict[str, Indicator]:
    return {each.code: each for each in kept_indicators(known.plan)}


def possible(shown: Shown) -> set[int]:
    """The numbers of children that may be behind what is written, for somebody who knows how it is rounded."""
    figure = shown.figure
    finest = next(step for base, step in ((100, 1), (50, 2), (0, 5)) if figure.among >= base)
    found = set()
    for among, counted in product(_around(figure.among), _around(figure.counted)):
        enough = among >= FLOOR.percentage
        if enough != shown.as_percent:
            continue
        if not enough or finest * round(100 * counted / among / finest) == figure.value:
            found.add(among)
    return found


def _around(number: float) -> range:
    return range(int(number) - STEP // 2, int(number) + STEP // 2 + 1)


@pytest.mark.parametrize("by", [None, Breakdown.AREA, Breakdown.SEX, Breakdown.AGE])
def test_two_indicators_of_nearly_the_same_children_give_nobody_away(everything, known, chosen, by):
    """Children who came, and those of 3 to 17 who came: what is written leaves more than the few of the difference."""
    told: dict[str, dict[str, Shown]] = {}
    for code in PEOPLE:
        if MEASURES[code].outside or (by and by not in MEASURES[code].breakdowns):
            continue
        cells = known.cut(chosen[code], known.current, by) if by else [known.whole(chosen[code], known.current)]
        told[code] = {each.figure.cell: each for each in cells if each.is_known}
    looked_at = 0
    for one, other in combinations(told, 2):
        for cell in told[one].keys() & told[other].keys():
            bases = possible(told[one][cell]), possible(told[other][cell])
            gaps = sorted(a - b for a, b in product(*bases))
            looked_at += 1
            assert gaps, (one, other, cell)
            assert not (gaps[0] > 0 and gaps[-1] < FLOOR.cell), (one, other, cell, gaps)
            assert not (gaps[-1] < 0 and gaps[0] > -FLOOR.cell), (one, other, cell, gaps)
    assert looked_at or by is Breakdown.AGE


def test_every_number_of_people_on_a_page_is_rounded(everything, client, known, chosen):
    client.force_login(make_person("coordinator"))
    read = 0
    for code in PEOPLE:
        for by in ("", *MEASURES[code].breakdowns):
            page = client.get(f"/atelier/indicateurs/{chosen[code].pk}/?par={by}").content.decode()
            for number in re.findall(r"environ (\d+)", page.replace("\u202f", "").replace("\xa0", " ")):
                assert int(number) % STEP == 0
                read += 1
            assert "Trois" not in page
            assert not re.search(r">\s*[1-4] sur \d+<", page)
    assert read > 20


def test_a_page_of_indicators_asks_nothing_of_the_facts_about_people(everything, client, chosen, monkeypatch):
    """What is shown of people was worked out at night: the page reads it, however many presences there are."""
    client.force_login(make_person("coordinator"))
    asked = []
    monkeypatch.setattr(
        "preau.observatory.indicators.kept_figures.compute",
        lambda code, *_rest, **_more: asked.append(code) or pytest.fail(code),
    )
    code = next(code for code in PEOPLE if MEASURES[code].breakdowns)
    page = client.get(f"/atelier/indicateurs/{chosen[code].pk}/?par={MEASURES[code].breakdowns[0]}")
    assert page.status_code == 200
    assert [each for each in asked if each in PEOPLE] == []


DASHBOARDS = ("/atelier/indicateurs/", "/atelier/indicateurs/tableau.csv", "/atelier/evaluation/cibles/", "/atelier/")


@pytest.mark.parametrize("path", DASHBOARDS)
def test_a_page_of_the_morning_asks_nothing_of_the_facts_even_with_an_empty_cache(
    everything, client, chosen, monkeypatch, path
):
    """Every measure there is: what counts no person was worked out at night too."""
    cache.clear()
    monkeypatch.setattr(FactsInUse, "ask", lambda _facts, sql, *_values: pytest.fail(sql))
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        client.force_login(make_person("coordinator"))
        assert client.get(path).status_code == 200


def test_a_list_of_indicators_is_read_in_as_many_queries_whatever_it_holds(
    everything, client, chosen, django_assert_max_num_queries
):
    client.force_login(make_person("coordinator"))
    client.get("/atelier/evaluation/cibles/")
    with django_assert_max_num_queries(20):
        client.get("/atelier/evaluation/cibles/")
    with django_assert_max_num_queries(16):
        client.get("/atelier/indicateurs/")
