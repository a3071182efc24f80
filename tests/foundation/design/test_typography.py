from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.design.typography import display


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("l'école", "l’école"),
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("Attention!", "Attention\u202f!"),
        ("ex : lire", "ex\u00a0: lire"),
        ("axe 1  : lire", "axe 1\u00a0: lire"),
        ("« jeunes »", "«\u00a0jeunes\u00a0»"),
        ("lecture, jeu...", "lecture, jeu…"),
        ("à 14:30", "à 14:30"),
        ("https://ville.example/a?b=c;d", "https://ville.example/a?b=c;d"),
        ("deux  blancs", "deux blancs"),
        ("15 % des enfants de 6 ans", "15\u00a0% des enfants de 6\u00a0ans"),
    ],
)
def test_reader_sees_french_typography(written, shown):
    assert display(written) == shown


@given(st.text(alphabet="aé '«»:;!?.0 \u00a0\u202f", max_size=40))
def test_displaying_twice_changes_nothing_more(text):
    assert display(display(text)) == display(text)


@given(st.text(alphabet="abcdéèàœ 0123«»;:?!'’", max_size=60))
def test_no_word_is_lost(text):
    letters = [sign for sign in text if sign.isalnum()]
    assert [sign for sign in display(text) if sign.isalnum()] == letters
