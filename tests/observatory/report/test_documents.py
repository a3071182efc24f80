"""The report on paper: tagged, in French, complete, the same figures everywhere, four pages that stay four."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from preau.foundation.design.typography import display
from preau.observatory.evaluation.report.family import write_family_pdf, write_poster
from preau.observatory.evaluation.report.pdf import write_pdf
from preau.observatory.evaluation.report.word import write_word
from tests.observatory.report.sample import LONG, axis, effects, report, verdict
from tests.plan.exchange.test_pdf_ua import elements

WRITERS = {"report": write_pdf, "family": write_family_pdf, "poster": write_poster}
_STANDARD = {
    f"/{tag}"
    for tag in "Document Part Sect Div P H1 H2 H3 H4 L LI Lbl LBody Table THead TBody TR TH TD Span Title Strong "
    "NonStruct Figure Link TOC TOCI Reference Em Annot".split()
}


def words_of(pdf: bytes) -> str:
    return _plain("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def word():
    return Document(BytesIO(write_word(report())))


@pytest.fixture(scope="module", params=WRITERS)
def pdf(request):
    return PdfReader(BytesIO(WRITERS[request.param](report())))


@pytest.fixture
def tree(pdf):
    return list(elements(pdf.trailer["/Root"]["/StructTreeRoot"]))


# Tagged PDF --------------------------------------------------------------------------------------------------------


def test_it_says_its_standard_its_language_and_its_title(pdf):
    root = pdf.trailer["/Root"]
    assert re.search(r"pdfuaid:part>\s*1\s*<", root["/Metadata"].get_data().decode())
    assert root["/Lang"].lower().startswith("fr")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "2025-2026" in pdf.metadata.title


def test_headings_go_down_one_level_at_a_time(tree):
    levels = [int(tag[2:]) for tag, _, _ in tree if re.fullmatch(r"/H\d", tag)]
    assert levels and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_says_what_it_shows(tree):
    pictures = [node for tag, _, node in tree if tag == "/Figure"]
    for picture in pictures:
        assert len(picture["/Alt"]) > 20


def test_every_table_has_heads(tree):
    for tag, _, node in tree:
        if tag == "/Table":
            heads = [inner for inner, _, _ in elements(node["/K"]) if inner == "/TH"]
            assert heads


def test_nothing_but_standard_tags(pdf, tree):
    roles = pdf.trailer["/Root"]["/StructTreeRoot"].get("/RoleMap", {})
    assert {tag for tag, _, _ in tree if tag not in _STANDARD and tag not in roles} == set()


def test_every_letter_can_be_read_aloud(pdf):
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/ToUnicode" in font


def test_a_chart_of_the_report_has_its_table_beside_it():
    made = PdfReader(BytesIO(write_pdf(report())))
    tags = [tag for tag, _, _ in elements(made.trailer["/Root"]["/StructTreeRoot"])]
    charts = sum(each.chart is not None for each in report().figures) + 1
    assert tags.count("/Figure") == charts
    assert tags.count("/Table") == charts + 1 + 1  # that of sources, and the survey


def test_no_letter_is_lost():
    for write in WRITERS.values():
        assert "▯" not in words_of(write(report()))


def test_contents_lead_to_the_pages_of_axes():
    made = PdfReader(BytesIO(write_pdf(report())))
    first = made.pages[1].extract_text()
    numbers = dict(re.findall(r"(Axe \d) .*?(\d+)$", first, re.MULTILINE))
    assert len(numbers) == 2
    for name, number in numbers.items():
        assert f"{name} " in made.pages[int(number) - 1].extract_text().replace("\u00a0", " ")


# Word --------------------------------------------------------------------------------------------------------------


def test_word_has_real_headings_one_level_at_a_time(word):
    levels = [int(each.style.name[-1]) for each in word.paragraphs if each.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_word_says_its_language_and_its_title(word):
    assert word.core_properties.language == "fr-FR"
    assert "2025-2026" in word.core_properties.title
    language = word.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert language.get(qn("w:val")) == "fr-FR"


def test_word_describes_each_picture(word):
    pictures = list(word.element.iter(qn("wp:docPr")))
    assert len(pictures) == sum(each.chart is not None for each in report().figures) + 1
    for picture in pictures:
        assert len(picture.get("descr")) > 20
        assert picture.get("title")


def test_word_tables_have_a_head_that_is_repeated_and_a_caption(word):
    assert word.tables
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_word_contents_lead_to_its_headings(word):
    marks = {each.get(qn("w:name")) for each in word.element.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in word.element.iter(qn("w:hyperlink"))]
    headings = [each for each in word.paragraphs if each.style.name in ("Heading 1", "Heading 2")]
    assert len(links) == len(headings)
    assert set(links) == marks
    assert any("TOC" in (each.text or "") for each in word.element.iter(qn("w:instrText")))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_word_opens_in_an_office_suite_with_every_figure(tmp_path):
    (tmp_path / "rapport.docx").write_bytes(write_word(report()))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "rapport.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    told = words_of((tmp_path / "rapport.pdf").read_bytes())
    for figure in report().figures:
        assert _plain(figure.title) in told
        assert _plain(display(figure.words)) in told


# The same figures everywhere ---------------------------------------------------------------------------------------


def rows_of_word(document) -> list[list[str]]:
    return [[_plain(cell.text) for cell in row.cells] for row in document.tables[-1].rows][1:]


def test_the_sources_of_word_and_pdf_list_every_figure_with_its_words(word):
    told = words_of(write_pdf(report()))
    rows = rows_of_word(word)
    assert "20260703T021500Z-4f2a" in told.replace(" ", "")
    assert len(rows) == len(list(report().figures))
    for row, figure in zip(rows, report().figures, strict=True):
        wanted = [figure.key, figure.title, figure.words, figure.span, figure.origin, figure.measure]
        assert row == [_plain(display(each)) for each in wanted]
        assert _plain(display(figure.words)) in told


def test_short_versions_say_figures_as_the_report_does():
    known = {_plain(each.words): each for each in report().figures if each.is_known}
    for write in (write_family_pdf, write_poster):
        told = words_of(write(report()))
        assert any(words in told for words in known)
        assert "relevé des faits du 3 juillet 2026" in told


# What may go wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("write", WRITERS.values())
def test_a_report_with_nothing_in_it_is_still_a_document(write):
    bare = report(axes=(), surveys=(), counts=(), verdicts=None, conclusion="", why="", question="", criteria="",
                  parents_place="", address="", without_verdict=0)  # fmt: skip
    assert PdfReader(BytesIO(write(bare))).pages
    assert Document(BytesIO(write_word(bare))).paragraphs


def long_report():
    words = (LONG + ". ") * 12
    long_verdict = verdict(narrative=words, learnt=words, change=words, reason=LONG)
    told = tuple(
        replace(each, text=words[:400], verdict=long_verdict if each.verdict else None, code=f"{each.code}x")
        for each in effects()
    )
    axes = []
    for number in range(1, 5):
        one = axis(number, LONG)
        general = replace(one.generals[0], effects=told, text=words[:500])
        lessons = tuple(replace(each, words=words) for each in one.changes * 3)
        axes.append(replace(one, generals=(general,), changes=lessons, learnt=lessons))
    return report(axes=tuple(axes), conclusion=words, status=LONG, town=LONG)


def test_families_have_four_pages_whatever_was_written():
    assert len(PdfReader(BytesIO(write_family_pdf(report()))).pages) == 4
    assert len(PdfReader(BytesIO(write_family_pdf(long_report()))).pages) == 4
    few = report(axes=report().axes[:1])
    assert len(PdfReader(BytesIO(write_family_pdf(few))).pages) == 4
    assert len(PdfReader(BytesIO(write_family_pdf(report(axes=())))).pages) == 4


def test_the_poster_has_one_page_whatever_was_written():
    for told in (report(), long_report(), report(axes=()), report(axes=report().axes[:1])):
        assert len(PdfReader(BytesIO(write_poster(told))).pages) == 1


def test_what_people_wrote_is_never_read_as_markup():
    odd = report(conclusion="#panic() $x$ *gras* <b> & \x0b\x1b « fin »", town="<Clairval> & #let")
    assert "#panic() $x$ *gras* <b> &" in words_of(write_pdf(odd))
    told = Document(BytesIO(write_word(odd)))
    assert any("#panic() $x$ *gras* <b> &" in each.text for each in told.paragraphs)
