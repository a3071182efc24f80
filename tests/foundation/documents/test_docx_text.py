"""The words of a Word document: what is text, what is not, and where it stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from preau.foundation.documents import document_text, read
from preau.foundation.documents.model import Aside, View

from .packages import STRICT, W, docx, docx_parts, p, package, r, tbl, tc, tr


def text(body: str) -> str:
    return document_text(read(docx(body), "plan.docx"), View.ACCEPTED)


def field(*runs: str, code: str = " REF cible ") -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{''.join(runs)}{end}"


def test_reader_gives_the_name_the_format_and_the_fingerprint_of_the_bytes_received() -> None:
    data = docx(p(r("Axe 1")))
    document = read(data, "projet.odt")
    assert (document.name, document.format) == ("projet.odt", "docx")
    assert len(document.sha256) == 64
    assert read(docx(p(r("Axe 2"))), "projet.odt").sha256 != document.sha256


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        ("<w:r><w:t>porte</w:t><w:noBreakHyphen/><w:t>parole</w:t></w:r>", "porte\u2011parole"),
        ('<w:r><w:sym w:font="Symbol" w:char="00B7"/><w:t> item</w:t></w:r>', "· item"),
        ('<w:r><w:sym w:char="zz"/><w:sym w:char="D800"/><w:sym w:char="0"/><w:t>x</w:t></w:r>', "x"),
        (f"<w:hyperlink>{r('lien')}</w:hyperlink>", "lien"),
        (f"<w:smartTag>{r('ville')}</w:smartTag>", "ville"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('contrôle')}</w:sdtContent></w:sdt>", "contrôle"),
        (f'<w:fldSimple w:instr=" PAGE ">{r("12")}</w:fldSimple>', "12"),
        (field(r("résultat")), "résultat"),
        (field(r("dehors"), code=" IF "), "dehors"),
        ("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"),
        ("<w:r><w:t>ligne\n    coupée</w:t></w:r>", "ligne coupée"),
        ('<w:bookmarkStart w:id="0"/><w:proofErr/><w:r><w:lastRenderedPageBreak/><w:t>signet</w:t></w:r>', "signet"),
    ],
)
def test_reader_takes_the_text_and_leaves_the_machinery(inside: str, expected: str) -> None:
    assert text(p(inside)) == expected


def test_reader_hides_the_result_of_a_field_inside_the_code_of_another() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end"))
    nested = f"{begin}{field(r('caché'))}{separate}{r('visible')}{end}"
    assert text(p(r("a "), nested)) == "a visible"


def test_reader_gets_through_ten_thousand_fields_inside_one_another() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "end"))
    assert text(p(begin * 10_000, r("caché"), end * 10_000, r("vu"))) == "vu"


def test_reader_shows_what_stands_after_a_field_without_an_end_to_its_code() -> None:
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("separate", "end"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text(p(separate, end, r("a"), begin, r("code"), separate, r("b"), end, r("c"), begin, r("d"))) == "abcd"


def test_reader_never_loses_words_to_a_field_left_open() -> None:
    assert text(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("tout est là"))) == "tout est là"


def test_reader_reads_an_emoji_once_whichever_branch_holds_it() -> None:
    branches = (
        '<mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice>'
        "<mc:Fallback><w:t>😊</w:t></mc:Fallback>"
    )
    assert text(p(f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>", r("!"))) == "😊!"


def test_reader_puts_a_text_box_aside_once_though_word_writes_it_twice() -> None:
    box = f"<w:txbxContent>{p(r('encadré'))}</w:txbxContent>"
    drawing = f"<w:drawing><wp:inline><a:graphic><wps:txbx>{box}</wps:txbx></a:graphic></wp:inline></w:drawing>"
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = read(docx(p(r("corps"), f"<w:r>{twice}</w:r>")), "x")
    assert document.asides == (Aside("text_box", "encadré"),)
    assert document_text(document, View.MARKED) == "corps"


def test_reader_keeps_in_the_body_a_table_laid_in_a_text_box() -> None:
    box = f"<w:txbxContent>{tbl(tr(tc(p(r('dedans')))))}</w:txbxContent>"
    document = read(docx(p(r("avant"), f"<w:r><w:pict>{box}</w:pict></w:r>") + p(r("après"))), "x")
    assert len(list(document.tables())) == 1
    assert document_text(document, View.MARKED) == "avant\ndedans\naprès"


def test_reader_puts_notes_headers_and_footers_aside() -> None:
    data = docx(
        p(r("corps"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p(r("---"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("source : enquête"))}</w:footnote>',
        header=p(r("Ville de Brume")),
        footer=p(r("page 1")),
    )
    document = read(data, "x")
    assert set(document.asides) == {
        Aside("header", "Ville de Brume"),
        Aside("footer", "page 1"),
        Aside("footnote", "source : enquête"),
    }
    assert document_text(document, View.MARKED) == "corps"


def test_reader_says_that_pictures_and_inserted_documents_are_not_read() -> None:
    document = read(docx(p(r("a"), "<w:r><w:drawing/></w:r>") + '<w:altChunk r:id="x"/>'), "x")
    assert any("images" in note for note in document.notes)
    assert any("inséré" in note for note in document.notes)


def test_reader_reads_the_strict_flavour_of_the_standard() -> None:
    parts = docx_parts(p(r("strict"), properties='<w:outlineLvl w:val="1"/>') + tbl(tr(tc(p(r("c"))))))
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(W, STRICT)
    document = read(package(parts), "x")
    assert document_text(document, View.MARKED) == "strict\nc"
    assert next(document.paragraphs()).heading_level == 2


def test_reader_finds_the_body_wherever_the_relations_say() -> None:
    parts = docx_parts(p(r("ailleurs")))
    parts["texte/corps.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/texte/corps.xml")
    assert document_text(read(package(parts), "x"), View.MARKED) == "ailleurs"


def test_reader_numbers_paragraphs_in_reading_order_tables_included() -> None:
    document = read(docx(p(r("a")) + tbl(tr(tc(p(r("b")), p(r("c"))))) + p(r("d"))), "x")
    assert [(q.line, q.text()) for q in document.paragraphs()] == [(1, "a"), (2, "b"), (3, "c"), (4, "d")]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Fils"><w:name w:val="Mon titre"/><w:basedOn w:val="Titre2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Puce2"><w:name w:val="List Bullet 2"/><w:basedOn w:val="Puce"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lie"><w:name w:val="Lié"/>'
    '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="2"><w:pStyle w:val="Lie"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="8"><w:abstractNumId w:val="3"/></w:num>'
)


def num(list_id: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("properties", "list_level", "heading_level", "style"),
    [
        ("", None, None, ""),
        (num(7, 1), 1, None, ""),
        (num(0, 1), None, None, ""),
        ('<w:pStyle w:val="Puce"/>', 0, None, "List Bullet"),
        ('<w:pStyle w:val="Puce2"/>', 1, None, "List Bullet 2"),
        (f'<w:pStyle w:val="Puce"/>{num(0, 0)}', None, None, "List Bullet"),
        ('<w:pStyle w:val="Lie"/>', 2, None, "Lié"),
        ('<w:pStyle w:val="Titre2"/>', None, 2, "heading 2"),
        ('<w:pStyle w:val="Fils"/>', None, 2, "Mon titre"),
        ('<w:pStyle w:val="Titre2"/><w:outlineLvl w:val="9"/>', None, None, "heading 2"),
        ('<w:outlineLvl w:val="0"/>', None, 1, ""),
        ('<w:pStyle w:val="Rond"/>', None, None, "Rond"),
        ('<w:pStyle w:val="Inconnu"/>', None, None, "Inconnu"),
    ],
)
def test_reader_takes_lists_and_headings_from_the_paragraph_or_its_style(
    properties: str, list_level: int | None, heading_level: int | None, style: str
) -> None:
    document = read(docx(p(r("x"), properties=properties), styles=STYLES, numbering=NUMBERING), "x")
    paragraph = next(document.paragraphs())
    assert (paragraph.list_level, paragraph.heading_level, paragraph.style) == (list_level, heading_level, style)


def level(depth: int, pattern: str, kind: str = "decimal", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def labels(levels: str, *items: tuple[int, int], others: str = "") -> list[str]:
    lists = f'<w:abstractNum w:abstractNumId="3">{levels}</w:abstractNum>'
    first = '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    body = "".join(p(r("x"), properties=num(list_id, depth)) for list_id, depth in items)
    return [q.label for q in read(docx(body, numbering=lists + first + others), "x").paragraphs()]


def test_coordinator_finds_the_numbers_that_word_shows_and_does_not_write() -> None:
    levels = level(0, "Axe %1 :", "upperRoman") + level(1, "%1.%2") + level(2, "%3)", "lowerLetter", start=3)
    found = labels(levels, (1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1))
    assert found == ["Axe I :", "I.1", "I.2", "c)", "d)", "Axe II :", "II.1"]


def test_reader_starts_counting_again_where_a_list_says_so() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    assert labels(level(0, "%1."), (1, 0), (1, 0), (2, 0), (2, 0), others=again) == ["1.", "2.", "1.", "2."]


@pytest.mark.parametrize(
    ("kind", "start", "label"),
    [
        ("bullet", 1, ""),
        ("none", 1, ""),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("decimalZero", 7, "07"),
        ("lowerRoman", 99_999_999, "99999999"),
    ],
)
def test_reader_writes_numbers_as_word_does(kind: str, start: int, label: str) -> None:
    assert labels(level(0, "%1", kind, start), (1, 0)) == [label]


def test_reader_notices_a_dash_typed_in_front_of_an_item_and_leaves_it_in_the_text() -> None:
    paragraph = next(read(docx(p(r("- Ouvrir la cour"))), "x").paragraphs())
    assert (paragraph.bullet, paragraph.text()) == ("-", "- Ouvrir la cour")


COMMENT = (
    '<w:comment w:id="4" w:author="Nadia Benali" w:date="2026-02-01T08:00:00Z">'
    f"{p(r('À voir'))}{p(r('avec la CAF'))}</w:comment>"
)
START, END = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
REFERENCE = '<w:r><w:commentReference w:id="4"/></w:r>'


def test_reader_keeps_a_comment_with_its_author_its_date_and_the_words_it_speaks_of() -> None:
    body = p(r("Créer "), START, r("un conseil")) + p(r("des enfants"), END, REFERENCE, r(" en mairie"))
    document = read(docx(body, comments=COMMENT), "x")
    (comment,) = document.comments
    assert (comment.id, comment.author, comment.at) == ("4", "Nadia Benali", datetime(2026, 2, 1, 8, tzinfo=UTC))
    assert (comment.text, comment.quote) == ("À voir\navec la CAF", "un conseil\ndes enfants")
    covered = [run.text for q in document.paragraphs() for run in q.runs if run.comment_ids == ("4",)]
    assert covered == ["un conseil", "des enfants"]


def test_reader_keeps_the_place_of_a_comment_that_covers_no_word() -> None:
    document = read(docx(p(r("avant"), REFERENCE, r("après")), comments=COMMENT), "x")
    runs = next(document.paragraphs()).runs
    assert [(run.text, run.comment_ids) for run in runs] == [("avant", ()), ("", ("4",)), ("après", ())]
    assert document.comments[0].quote == ""


def test_reader_does_not_believe_a_date_that_has_not_come_yet(now: datetime) -> None:
    late = COMMENT.replace("2026-02-01", "2031-02-01")
    data = docx(p(START, r("mot"), END, REFERENCE), comments=late)
    assert read(data, "x", now=now).comments[0].at is None
    assert read(data, "x").comments[0].at is not None
