"""Tracked changes: who changed what, and both states of the text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from preau.foundation.documents import document_text, paragraph_texts, read
from preau.foundation.documents.model import Paragraph, Revision, RevisionKind, SourceDocument, View

from .packages import dele, docx, ins, mark, p, r, tbl, tc, tr
from .shapes import marked


def document(body: str) -> SourceDocument:
    return read(docx(body), "x")


def first(body: str) -> Paragraph:
    return next(document(body).paragraphs())


def both(body: str) -> tuple[list[str], list[str]]:
    source = document(body)
    return paragraph_texts(source.blocks, View.REJECTED), paragraph_texts(source.blocks, View.ACCEPTED)


def test_coordinator_sees_both_wordings_with_their_authors_and_dates() -> None:
    paragraph = first(p(dele("Réfléchir"), ins(r("Développer")), r(" la coopération")))
    assert marked(paragraph.runs) == [
        ("Réfléchir", ["deletion by Luc Perrin"]),
        ("Développer", ["insertion by Awa Diallo"]),
        (" la coopération", []),
    ]
    assert paragraph.runs[1].revisions[0].at == datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
    assert paragraph.text(View.REJECTED) == "Réfléchir la coopération"
    assert paragraph.text(View.ACCEPTED) == "Développer la coopération"
    assert paragraph.text(View.MARKED) == "RéfléchirDévelopper la coopération"


def test_reader_keeps_two_authors_for_words_inserted_by_one_and_deleted_by_the_other() -> None:
    paragraph = first(p(r("a"), ins(dele("hésité")), r("b")))
    assert marked(paragraph.runs)[1] == ("hésité", ["insertion by Awa Diallo", "deletion by Luc Perrin"])
    assert (paragraph.text(View.REJECTED), paragraph.text(View.ACCEPTED)) == ("ab", "ab")


def test_reader_leaves_author_and_date_empty_where_the_file_does_not_say() -> None:
    paragraph = first(p(f"<w:ins>{r('x')}</w:ins>"))
    assert paragraph.runs[0].revisions == (Revision(RevisionKind.INSERTION),)
    assert first(p(ins(r("x"), at="hier"))).runs[0].revisions[0].at is None


def test_reader_pairs_the_two_ends_of_a_move_by_its_name() -> None:
    def moved(kind: str, text: str) -> str:
        start, end = f'<w:{kind}RangeStart w:id="9" w:name="move1"/>', f'<w:{kind}RangeEnd w:id="9"/>'
        move = f"<w:{kind} w:id='5' w:author='Zoé'>{r(text)}</w:{kind}>"
        return f"{start}{p(move, properties=mark(kind, 'Zoé'))}{end}"

    body = moved("moveFrom", "déplacé") + p(r("fixe")) + moved("moveTo", "déplacé")
    source = document(body)
    revisions = [run.revisions[0] for q in source.paragraphs() for run in q.runs if run.revisions]
    assert [(x.kind, x.move_name) for x in revisions] == [
        (RevisionKind.MOVE_FROM, "move1"),
        (RevisionKind.MOVE_TO, "move1"),
    ]
    assert both(body) == (["déplacé", "fixe"], ["fixe", "déplacé"])


@pytest.mark.parametrize(
    ("body", "rejected", "accepted"),
    [
        (p(r("un "), properties=mark("del")) + p(r("deux")), ["un ", "deux"], ["un deux"]),
        (p(r("un "), properties=mark("ins")) + p(r("deux")), ["un deux"], ["un ", "deux"]),
        (p(dele("tout"), properties=mark("del")) + p(r("suite")), ["tout", "suite"], ["suite"]),
        (p(r("fin")) + p(dele("ôté"), properties=mark("del")), ["fin", "ôté"], ["fin"]),
        (p(r("reste"), properties=mark("del")) + tbl(tr(tc(p(r("c"))))), ["reste", "c"], ["reste", "c"]),
        (p(dele("x"), properties=mark("del")) + tbl(tr(tc(p(r("c"))))), ["x", "c"], ["c"]),
        (p(r("a"), properties=mark("ins")) * 2 + p(r("b")), ["aab"], ["a", "a", "b"]),
        (p() + p(r("a")), ["", "a"], ["", "a"]),
    ],
)
def test_reader_joins_paragraphs_whose_mark_is_not_in_the_view(
    body: str, rejected: list[str], accepted: list[str]
) -> None:
    assert both(body) == (rejected, accepted)


def test_reader_reads_a_mark_inserted_by_one_and_deleted_by_another_as_never_there() -> None:
    both_marks = mark("ins", "Awa").replace("</w:rPr>", "") + mark("del", "Luc").replace("<w:rPr>", "")
    body = p(r("un "), properties=both_marks) + p(r("deux"))
    paragraph = first(body)
    assert paragraph.mark_revision is not None
    assert paragraph.mark_removal is not None
    assert (paragraph.mark_revision.author, paragraph.mark_removal.author) == ("Awa", "Luc")
    assert both(body) == (["un deux"], ["un deux"])
    assert paragraph_texts(document(body).blocks, View.MARKED) == ["un ", "deux"]


def test_reader_forgets_a_deleted_field_with_its_result() -> None:
    def deleted(inside: str) -> str:
        return f'<w:del w:author="Luc"><w:r>{inside}</w:r></w:del>'

    begin, separate, end = (deleted(f'<w:fldChar w:fldCharType="{t}"/>') for t in ("begin", "separate", "end"))
    code, result = deleted("<w:delInstrText> DATE </w:delInstrText>"), deleted("<w:delText>12 mai</w:delText>")
    assert both(p(r("le "), begin, code, separate, result, end)) == (["le 12 mai"], ["le "])


def test_reader_takes_revisions_of_math_and_content_controls() -> None:
    math = f"<m:oMath><m:r><m:t>A=</m:t></m:r>{ins('<m:r><m:t>2</m:t></m:r>')}</m:oMath>"
    assert both(p(math)) == (["A="], ["A=2"])
    control = f"<w:sdt><w:sdtContent>{p(r('x'))}{p(ins(r('y')), properties=mark('ins'))}</w:sdtContent></w:sdt>"
    assert both(control) == (["x"], ["x", "y"])


def test_reader_gives_every_word_of_every_state_in_the_marked_view() -> None:
    body = p(dele("a"), ins(r("b")), ins(dele("c")), r("d"), properties=mark("del")) + p(r("e"))
    assert document_text(document(body), View.MARKED) == "abcd\ne"
