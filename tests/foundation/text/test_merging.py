from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.text.merging import merge_wordings

BASE = "Offrir à chaque enfant une sortie au théâtre par an"
TEXTS = st.lists(st.sampled_from("un deux trois, quatre. cinq « six »".split()), max_size=12).map(" ".join)


def test_changes_of_two_people_in_different_places_are_both_kept():
    ours = "Offrir à chaque jeune une sortie au théâtre par an"
    theirs = "Offrir à chaque enfant une sortie au théâtre par trimestre"
    assert merge_wordings(BASE, ours, theirs) == "Offrir à chaque jeune une sortie au théâtre par trimestre"


def test_two_wordings_of_the_same_words_are_left_to_a_person():
    ours, theirs = BASE.replace("théâtre", "musée"), BASE.replace("théâtre", "concert")
    assert merge_wordings(BASE, ours, theirs) is None


def test_two_additions_at_the_same_place_are_left_to_a_person():
    assert merge_wordings(BASE, BASE + " et par famille", BASE + ", gratuitement") is None


def test_the_same_change_made_twice_is_one_change():
    changed = BASE.replace("enfant", "jeune")
    assert merge_wordings(BASE, changed, changed) == changed


@given(TEXTS, TEXTS)
def test_who_changed_nothing_takes_the_change_of_the_other(base, changed):
    assert merge_wordings(base, base, changed) == merge_wordings(base, changed, base) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_the_merge_does_not_depend_on_who_comes_first(base, one, other):
    assert merge_wordings(base, one, other) == merge_wordings(base, other, one)
