"""A closed text tells nothing, opens with any known key, and is refused once touched."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.crypto.sealing import BLOCK, Unreadable, close, close_again, open_again

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=2 * BLOCK))
def test_what_was_closed_opens_as_it_was(text):
    assert open_again(close(text)) == text


def test_the_same_words_are_never_closed_twice_alike():
    assert close("arachide") != close("arachide")


def test_an_empty_text_is_as_long_as_a_full_one():
    assert len(close("")) == len(close("x" * BLOCK))


def test_a_null_character_is_refused_rather_than_lost():
    with pytest.raises(ValueError, match="null"):
        close("a\0")


def test_a_text_that_was_touched_does_not_open():
    token = close("arachide")
    with pytest.raises(Unreadable):
        open_again(token[:-8] + "AAAAAAA=")


def test_a_rotation_keeps_the_words_and_lets_the_old_key_go(settings):
    settings.FIELD_KEYS = [OLD]
    token = close("arachide")
    settings.FIELD_KEYS = [NEW, OLD]
    again = close_again(token)
    settings.FIELD_KEYS = [NEW]
    assert open_again(again) == "arachide"
    with pytest.raises(Unreadable):
        open_again(token)


def test_a_lost_key_says_nothing_of_what_it_closed(settings):
    settings.FIELD_KEYS = [OLD]
    token = close("arachide")
    settings.FIELD_KEYS = [NEW]
    with pytest.raises(Unreadable) as caught:
        open_again(token)
    assert str(caught.value) == ""
