"""Plain text: encodings, line ends, bullets. Nothing is trimmed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.documents import UnreadableDocument, document_text, read
from preau.foundation.documents.model import SourceDocument, View

PLAN = "Axe 1 : « réussir »\n\n\t· L’œuvre à développer…\nDéjà présenté aux élèves – été 2024, forêt, noël\n"


def lines(document: SourceDocument) -> list[str]:
    return [paragraph.text() for paragraph in document.paragraphs()]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAN.encode("utf-8"), "utf-8"),
        (PLAN.encode("utf-8-sig"), "utf-8-sig"),
        (PLAN.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), "utf-16"),
        (PLAN.encode("utf-16-le"), "utf-16-le"),
        (PLAN.encode("utf-16-be"), "utf-16-be"),
        (PLAN.encode("utf-32"), "utf-32"),
        (PLAN.encode("cp1252"), "cp1252"),
        (PLAN.encode("mac_roman"), "mac_roman"),
    ],
)
def test_coordinator_reads_the_same_words_whatever_the_encoding(data: bytes, encoding: str) -> None:
    document = read(data, "plan.txt")
    assert lines(document) == PLAN.split("\n")[:-1]
    assert (document.format, document.encoding) == ("text", encoding)
    assert bool(document.notes) == (encoding in ("cp1252", "mac_roman"))


def test_reader_prefers_windows_for_a_few_accents() -> None:
    assert lines(read("élève".encode("cp1252"), "x")) == ["élève"]
    assert lines(read("Évaluer l’été".encode("latin-1", "ignore"), "x")) == ["Évaluer lété"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_reader_gives_one_paragraph_for_each_physical_line(newline: str) -> None:
    document = read(newline.join(["a", "", "\tb ", "c"]).encode(), "x")
    assert [(q.line, q.text()) for q in document.paragraphs()] == [(1, "a"), (2, ""), (3, "\tb "), (4, "c")]


def test_reader_cuts_neither_at_form_feeds_nor_at_unicode_separators() -> None:
    assert lines(read("a\x0cb\u2028c\x85d\ne".encode(), "x")) == ["a\x0cb\u2028c\x85d", "e"]


@pytest.mark.parametrize(
    ("line", "bullet"),
    [
        ("· Ouvrir", "·"),
        ("\t• Ouvrir", "•"),
        ("  - Ouvrir", "-"),
        ("– Ouvrir", "–"),
        ("o Ouvrir", "o"),
        ("*\u00a0Ouvrir", "*"),
        ("▪\tOuvrir", "▪"),
        ("\uf0b7 Ouvrir", "\uf0b7"),
        ("·", "·"),
        ("-", ""),
        ("-ci", ""),
        ("ouvrir", ""),
        ("o", ""),
        ("Ouvrir · fermer", ""),
    ],
)
def test_reader_notices_the_bullet_and_leaves_it_in_the_text(line: str, bullet: str) -> None:
    paragraph = next(read(f"{line}\nfin".encode(), "x").paragraphs())
    assert (paragraph.bullet, paragraph.text()) == (bullet, line)


def test_reader_repairs_letters_that_were_encoded_twice_and_says_so() -> None:
    twice = "Développer l’éducation à l’été".encode().decode("cp1252", "replace")
    document = read(twice.encode(), "x")
    assert lines(document) == ["Développer l’éducation à l’été"]
    assert any("rétablies" in note for note in document.notes)


def test_reader_leaves_foreign_letters_that_only_look_like_a_mistake() -> None:
    text = "São Tomé, Âge, CÃO"
    document = read(text.encode(), "x")
    assert (lines(document), document.notes) == ([text], ())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"du texte\0puis rien", "binary"),
        (bytes(range(1, 9)) * 40, "binary"),
        (b"\xff\xfea\0b\0\x00\xd8", "unknown_encoding"),
    ],
)
def test_reader_refuses_bytes_that_are_no_text(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(data, "plan.txt")
    assert refused.value.code == code


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).map(lambda t: "x" + t)
)
def test_reader_gives_any_text_back_word_for_word(text: str) -> None:
    document = read(text.encode(), "x")
    if not document.notes:
        assert document_text(document, View.REJECTED) == text
