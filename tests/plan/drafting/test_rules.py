from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from preau.plan.drafting.rules import apply_change


def test_words_are_replaced_where_they_stood():
    assert apply_change("lire, lire et lire", old="lire", new="jouer", start=6) == "lire, jouer et lire"


def test_words_that_slid_are_found_at_the_nearest_place():
    assert apply_change("Aussi lire le soir", old="lire", new="jouer", start=0) == "Aussi jouer le soir"


def test_words_that_are_gone_change_nothing():
    assert apply_change("Jouer", old="lire", new="dormir", start=0) is None


def test_an_insertion_past_the_end_goes_to_the_end():
    assert apply_change("Lire", old="", new=" encore", start=99) == "Lire encore"


@given(st.text(), st.text(), st.text(min_size=1), st.text())
def test_what_surrounds_the_words_is_left_alone(left, right, old, new):
    start = len(left)
    assert apply_change(left + old + right, old=old, new=new, start=start) == left + new + right
