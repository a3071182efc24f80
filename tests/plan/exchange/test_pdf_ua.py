"""What PDF/UA-1 (ISO 14289-1) asks and a program can check by itself; the clause is named beside each check."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from preau.plan.exchange.pdf import write_pdf
from preau.plan.structure.replay import snapshot_of
from tests.plan.exchange.plans import cover, demo_plan, real_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["demo", "real"])
def pdf(request):
    plan = demo_plan() if request.param == "demo" else real_plan(request.getfixturevalue("shared"))
    return write_pdf(snapshot_of(plan), cover(plan, 1))


@pytest.fixture
def document(pdf):
    return PdfReader(BytesIO(pdf))


def elements(node, above=()):
    """(tag, tags above it, element) of every structure element, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from elements(each, above)
    elif isinstance(node, dict):
        path = above
        if "/S" in node and node.get("/Type") not in ("/MCR", "/OBJR"):
            yield str(node["/S"]), above, node
            path = (*above, str(node["/S"]))
        if "/K" in node:
            yield from elements(node["/K"], path)


@pytest.fixture
def tree(document):
    return list(elements(document.trailer["/Root"]["/StructTreeRoot"]))


def test_it_says_which_standard_it_follows(document):  # 5
    metadata = document.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part>\s*1\s*<", metadata)
    assert "dc:title" in metadata


def test_every_page_is_read_in_the_order_of_its_structure(document):  # 7.18.3 and ISO 32000 14.7.4.4
    for page in document.pages:
        assert page["/StructParents"] >= 0
        if "/Annots" in page:
            assert page["/Tabs"] == "/S"
    assert "/ParentTree" in document.trailer["/Root"]["/StructTreeRoot"]


def test_all_that_is_drawn_is_tagged_or_said_to_be_decoration(document):  # 7.1
    for page in document.pages:
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), document).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in (b"Tj", b"TJ", b"S", b"f", b"f*", b"B", b"Do"):
                assert depth > 0, (page.page_number, operator, operands)
        assert depth == 0


def test_running_heads_and_page_numbers_are_decoration(document):  # 7.8
    streams = b"".join(page.get_contents().get_data() for page in document.pages)
    assert streams.count(b"/Artifact") >= 2 * len(document.pages)


def test_headings_go_down_one_level_at_a_time(tree):  # 7.4
    levels = [int(tag[2:]) for tag, _, _ in tree if re.fullmatch(r"/H\d", tag)]
    assert levels
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_a_header_row_whose_cells_say_what_they_head(tree):  # 7.5
    tables = [node for tag, _, node in tree if tag == "/Table"]
    assert tables
    for table in tables:
        inside = list(elements(table["/K"]))
        heads = [node for tag, _, node in inside if tag == "/TH"]
        assert len(heads) == 3
        for head in heads:
            attributes = head["/A"] if isinstance(head["/A"], list) else [head["/A"]]
            assert any(each.get_object().get("/Scope") == "/Column" for each in attributes)
    for tag, above, _ in tree:
        if tag in ("/TD", "/TH"):
            assert above[-1] == "/TR"
        if tag == "/TR":
            assert above[-1] in ("/THead", "/TBody", "/Table")


def test_lists_are_lists(tree):  # 7.6
    for tag, above, node in tree:
        if tag == "/LI":
            assert above[-1] == "/L"
            assert {"/LBody"} <= {inner for inner, _, _ in elements(node["/K"])}


def test_every_letter_can_be_read_aloud(document):  # 7.21
    for page in document.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/ToUnicode" in font


def test_nothing_but_standard_tags_or_tags_that_lead_to_them(document, tree):  # 7.1
    standard = set(
        "/Document /Part /Sect /Div /P /H1 /H2 /H3 /L /LI /Lbl /LBody /Table /THead /TBody /TR /TH /TD /Span /Title /Strong /NonStruct".split()
    )
    roles = document.trailer["/Root"]["/StructTreeRoot"].get("/RoleMap", {})
    assert {tag for tag, _, _ in tree if tag not in standard and tag not in roles} == set()


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
def test_what_is_read_aloud_holds_the_plan_and_no_page_number(pdf):
    told = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True).stdout
    spoken = told.decode(errors="replace")  # titles of elements are told in UTF-16
    assert "Objectifs opérationnels" in spoken
    assert not re.search(r"page \d+ sur", spoken)


def test_no_sentence_is_cut_between_two_pages():
    """A row that fits a page stays on one: the code of a passage and its last word are on the same page."""
    plan = demo_plan()
    made = PdfReader(BytesIO(write_pdf(snapshot_of(plan), cover(plan, 1))))
    pages = [" ".join(page.extract_text().split()) for page in made.pages]
    for item in snapshot_of(plan).items:
        if item.row:
            page = next(text for text in pages if f"{item.code} " in text)
            last = re.findall(r"\w+", item.text)[-1]
            assert last in page[page.index(f"{item.code} ") :], item.code
