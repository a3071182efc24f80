from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.text.differences import Piece, PieceKind, word_differences

SAME, REMOVED, ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED
words = st.text(alphabet="aé’ -.,()\n", max_size=60)


@given(words, words)
def test_both_texts_can_be_read_in_the_pieces(before, after):
    pieces = word_differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not REMOVED) == after


def test_reader_sees_the_word_that_was_replaced():
    assert word_differences("Nommer chaque école", "Nommer chaque centre") == [
        Piece(SAME, "Nommer chaque "),
        Piece(REMOVED, "école"),
        Piece(ADDED, "centre"),
    ]


def test_a_phrase_that_changed_reads_as_a_phrase():
    pieces = word_differences("Une sortie par an", "Deux visites par an")
    assert pieces == [Piece(REMOVED, "Une sortie"), Piece(ADDED, "Deux visites"), Piece(SAME, " par an")]


def test_the_same_text_is_one_piece():
    assert word_differences("Rien ne change", "Rien ne change") == [Piece(SAME, "Rien ne change")]


def test_very_long_texts_are_compared_by_their_ends():
    before = "début " + "mot " * 5000 + "fin"
    after = "début " + "autre " * 5000 + "fin"
    kinds = [piece.kind for piece in word_differences(before, after)]
    assert kinds == [SAME, REMOVED, ADDED, SAME]
