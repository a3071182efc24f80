"""What an elected member sees in a minute, what a committee has before it."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from tests.cast import make_big_plan, make_person, make_plan
from tests.cast.sheets import make_sheet
from tests.plan.exchange.test_pdf import tags

pytestmark = pytest.mark.django_db
PAGE = "/pilotage/avancement/"


@pytest.fixture
def plan():
    return make_plan(shown=True)


@pytest.fixture
def elected(client, plan):
    client.force_login(make_person("elected"))
    return client


def read(client, query=""):
    answer = client.get(PAGE + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_elected_member_reads_the_answer_first(elected, plan):
    page = read(elected)
    assert "1 objectif a du retard. 5 objectifs sur 5 n’ont encore aucune action, 4 aucun porteur." in page
    assert "1 point attend une décision." in page
    assert "(à préciser)" in page


def test_each_action_is_a_square_and_a_word(elected, plan):
    make_sheet("running", plan=plan, ends_on=date(2026, 11, 6), starts_on=date(2026, 9, 14))
    page = read(elected)
    assert 'class="is-running is-late"' in page
    assert "1 en cours, dont 1 en retard" in page
    assert "bilan attendu : F2026-1 Apprivoiser l’eau en grande section" in page


def test_a_draft_is_nobody_elses_affair(elected, plan, client):
    make_sheet("draft", plan=plan)
    assert 'class="is-draft"></i></span><span class="squares-said">' not in read(elected)
    client.force_login(make_person("coordinator"))
    assert "1 idée" in read(client)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A2.G1.O1", "A2.G1.O2"]),
        ("?voir=en-retard", ["A1.G1.O2"]),
        ("?voir=sans-porteur", ["A1.G1.O1", "A1.G1.O3", "A2.G1.O1", "A2.G1.O2"]),
        ("?voir=sans-action&axe=2", ["A2.G1.O2"]),
        ("?organisation=service-des-sports", ["A1.G1.O2", "A2.G1.O1"]),
        ("?organisation=ecole-du-lavoir", ["A2.G1.O1"]),
        ("?voir=a-decider", []),
        (
            "?voir=autre&axe=deux&organisation=personne&page=zz",
            ["A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A2.G1.O1", "A2.G1.O2"],
        ),
        ("?axe=9", ["A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A2.G1.O1", "A2.G1.O2"]),
        ("?axe=²", ["A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A2.G1.O1", "A2.G1.O2"]),
    ],
)
def test_filters_are_addresses(elected, plan, query, codes):
    """One action, of the sports department and a school, serves A2.G1.O1; A1.G1.O2 is owned, and late."""
    make_sheet("running", plan=plan, objectives=[plan.items.get(code="A2.G1.O1")])
    page = read(elected, query)
    shown = [code for code in ("A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A2.G1.O1", "A2.G1.O2") if f">{code}</a>" in page]
    assert shown == codes
    table = list(
        csv.reader(StringIO(elected.get(f"/pilotage/tableau.csv{query}").content.decode("utf-8-sig")), delimiter=";")
    )
    assert [row[2] for row in table[1:]] == codes


def test_a_filter_that_keeps_nothing_says_so(elected, plan):
    plan.open_points.all().delete()
    assert "Aucun objectif n’a de retard." in read(elected, "?voir=en-retard")


def test_overview_without_a_plan_says_what_will_come(client):
    client.force_login(make_person("elected"))
    for path in (PAGE, "/pilotage/decisions/", "/pilotage/comite.pdf", "/pilotage/tableau.csv"):
        assert "Aucun projet pour l’instant" in client.get(path).content.decode()


def test_a_plan_without_objectives_is_not_an_error(elected, plan):
    plan.items.exclude(kind="axis").delete()
    assert "Le projet ne contient encore aucun objectif." in read(elected)
    assert elected.get("/pilotage/comite.pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize("path", [PAGE, "/pilotage/comite.pdf", "/pilotage/tableau.csv", "/pilotage/decisions/"])
def test_the_same_queries_for_five_and_for_three_hundred(elected, plan, path):
    make_sheet("running", plan=plan)
    with CaptureQueriesContext(connection) as small:
        elected.get(path)
    big = make_big_plan(300)
    for number in range(10):
        make_sheet(
            "running", plan=big, objectives=list(big.items.filter(kind="operational_objective")[number * 9 :][:20])
        )
    with CaptureQueriesContext(connection) as large:
        assert elected.get(path).status_code == 200
    assert len(large) == len(small)


def test_a_large_plan_is_read_part_by_part(elected):
    make_big_plan(300)
    page = read(elected)
    assert "page 1 sur 3" in page and page.count('class="board-text"') == 100
    assert read(elected, "?page=3").count('class="board-text"') == 100


def test_the_committee_has_its_sheet(elected, plan):
    make_sheet("running", plan=plan, ends_on=date(2026, 11, 6), starts_on=date(2026, 9, 14))
    answer = elected.get("/pilotage/comite.pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="comite-2026-11-24.pdf"'
    document = PdfReader(BytesIO(answer.content))
    page = document.pages[0]
    assert page.mediabox.width > page.mediabox.height
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True and root["/Lang"] == "fr-FR"  # noqa: E712
    found = tags(root["/StructTreeRoot"])
    assert found.count("/Table") == 3 and found.count("/H1") >= 4
    words = " ".join(" ".join(part.extract_text() for part in document.pages).split())
    for said in (
        "Bourg-la-Fontaine", "24 novembre 2026", "1 objectif a du retard", "bilan attendu", "A1.G1.O2",
        "(à préciser)", "Ce que le comité retient", "Prochaine réunion le",
    ):  # fmt: skip
        assert said in words, said


def test_strange_words_do_not_break_the_print(elected, plan):
    plan.items.filter(code="A1.G1.O1").update(text="#set page() *gras* $x$ <b> 🎈 " + "très long " * 80)
    assert elected.get("/pilotage/comite.pdf").content.startswith(b"%PDF-")
