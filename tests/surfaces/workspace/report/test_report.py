"""The report on screen and as files: one content, and whoever may read it."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from tests.cast import make_person, make_plan
from tests.cast.evaluation import make_evaluation, make_typed_indicator

pytestmark = pytest.mark.django_db
NAMES = ("rapport.pdf", "rapport.docx", "familles.pdf", "affiche.pdf")


def login(client, role: str):
    client.force_login(make_person(role))
    return client


def published():
    make_plan(shown=True)
    make_typed_indicator()
    return make_evaluation("published")


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_page_word_and_pdf_give_the_same_figures(client):
    evaluation = published()
    login(client, "elected")
    home = f"/atelier/evaluation/{evaluation.pk}/rapport/"
    page = client.get(home).content.decode()
    on_page = dict(re.findall(r'data-preau-figure="([^"]+)">([^<]+)<', page))
    assert on_page
    on_page = {key: _plain(unescape(words)) for key, words in on_page.items()}
    word = Document(BytesIO(body(client.get(f"{home}rapport.docx"))))
    in_word = {row.cells[0].text: _plain(row.cells[2].text) for row in word.tables[-1].rows[1:]}
    assert in_word == on_page
    told = _plain(
        " ".join(each.extract_text() for each in PdfReader(BytesIO(body(client.get(f"{home}rapport.pdf")))).pages)
    )
    sources = told[told.rindex("D’où vient chaque chiffre") :]
    for key, words in on_page.items():
        assert re.search(rf"{re.escape(key)}.{{0,400}}?{re.escape(words)}", sources), (key, words)
    assert "30 %" in on_page.values()


def test_the_page_of_the_effect_says_the_same_figure(client):
    evaluation = published()
    login(client, "elected")
    assert "30\u00a0%" in client.get(f"/atelier/evaluation/{evaluation.pk}/effets/a1-g1-e1/").content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_handed_over_with_its_name(client, name):
    evaluation = published()
    login(client, "coordinator")
    answer = client.get(f"/atelier/evaluation/{evaluation.pk}/rapport/{name}")
    assert answer.status_code == 200
    assert "2025-2026" in answer.headers["Content-Disposition"]
    assert body(answer)[:2] in (b"%P", b"PK")


def test_before_the_committee_has_spoken_there_is_a_draft_and_nothing_for_families(client):
    evaluation = make_evaluation("review")
    login(client, "coordinator")
    home = f"/atelier/evaluation/{evaluation.pk}/rapport/"
    page = client.get(home).content.decode()
    assert "Document de travail" in page
    assert "affiche.pdf" not in page
    assert [client.get(home + name).status_code for name in NAMES] == [200, 200, 404, 404]


def test_a_reader_has_the_report_once_it_is_adopted(client):
    evaluation = make_evaluation("review")
    login(client, "reader")
    assert client.get(f"/atelier/evaluation/{evaluation.pk}/rapport/").status_code == 404
    assert client.get(f"/atelier/evaluation/{evaluation.pk}/rapport/rapport.pdf").status_code == 404


def test_nothing_else_is_a_file_of_it(client):
    evaluation = published()
    login(client, "coordinator")
    assert client.get(f"/atelier/evaluation/{evaluation.pk}/rapport/autre.pdf").status_code == 404
    assert client.get("/atelier/evaluation/999999/rapport/").status_code == 404


def test_anybody_has_the_files_of_what_was_published(client):
    published()
    for name in NAMES:
        assert client.get(f"/ce-que-ca-change/2025/{name}").status_code == 200
    assert client.get("/ce-que-ca-change/2025/autre.pdf").status_code == 404
    assert client.get("/ce-que-ca-change/2019/rapport.pdf").status_code == 404


def test_nobody_has_the_files_of_what_was_not(client):
    make_plan(shown=True)
    make_evaluation("adopted")
    assert client.get("/ce-que-ca-change/2025/rapport.pdf").status_code == 404


def test_reading_it_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    evaluation = published()
    login(client, "elected")
    with django_assert_max_num_queries(40):
        client.get(f"/atelier/evaluation/{evaluation.pk}/rapport/")
