"""An address and the selection it says: one spelling, and nothing that anybody types breaks it."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.finding.selection import PARTS, Point, Selection, read_selection
from tests.offer.finding.test_index import SELECTIONS


def read(text: str):
    return read_selection(QueryDict(text))


@given(SELECTIONS, st.text(max_size=30), st.sampled_from(["liste", "carte", "semaine"]), st.integers(1, 99))
def test_a_selection_is_read_back_from_its_own_address(asked, query, view, page):
    asked, _ = read_selection(QueryDict(asked.but(query=query, view=view).query_string))  # normal form
    asked = asked.but(page=page)
    assert read(asked.query_string) == (asked, [])


@given(st.lists(st.tuples(st.sampled_from([part.word for part in PARTS]), st.text(max_size=12)), max_size=8))
def test_no_address_raises(pairs):
    given_query = QueryDict(mutable=True)
    for word, value in pairs:
        given_query.appendlist(word, value)
    asked, _ = read_selection(given_query)
    assert read(asked.query_string)[0] == asked


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Selection()),
        ("q=+judo++club+", Selection(query="judo club")),
        ("age=7&jour=samedi&jour=mercredi", Selection(age=7, days=("mercredi", "samedi"))),
        ("prix=gratuit", Selection(price=0)),
        ("prix=5&quotient=640", Selection(price=5, quotient=640)),
        ("pres=2.17212,48.93411&minutes=15", Selection(near=Point(2.172, 48.934), minutes=15)),
        ("minutes=15", Selection()),
        ("besoin=calme&avec=essai&vue=carte", Selection(needs=("calme",), extras=("essai",), view="carte")),
        ("age=&jour=&prix=", Selection()),
    ],
)
def test_an_address_says(text, wanted):
    assert read(text) == (wanted, [])


@pytest.mark.parametrize(
    "text",
    ["age=douze", "age=400", "age=-1", "age=7.5", "jour=wednesday", "prix=0", "prix=-5", "pres=ici", "pres=999,99",
     "quartier=../etc", "vue=table", "page=0", "heure=25", "besoin=autisme", "mots=tous"],
)  # fmt: skip
def test_what_means_nothing_is_left_out_and_told(text):
    word, _, value = text.partition("=")
    assert read(text) == (Selection(), [(word, value)])


def test_what_is_shared_never_says_the_quotient_of_a_family():
    asked, _ = read("age=7&prix=5&quotient=640&vue=carte&page=3")
    assert asked.shared.query_string == "age=7&prix=5"


def test_a_filter_is_added_and_taken_back():
    asked = Selection(days=("mercredi",), page=4)
    assert asked.toggled("days", "samedi").query_string == "jour=mercredi&jour=samedi"
    assert asked.toggled("days", "mercredi") == Selection()
    assert Selection(near=Point(2.1, 48.9), minutes=5).without("near") == Selection()
