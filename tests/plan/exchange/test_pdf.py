"""The PDF is tagged, says its language and its title, and reads in order."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO

import pytest
from pypdf import PdfReader

from preau.plan.exchange.pdf import write_pdf
from preau.plan.structure.replay import snapshot_of
from tests.plan.exchange.plans import cover, demo_plan, real_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["demo", "real"])
def plan(request):
    return demo_plan() if request.param == "demo" else real_plan(request.getfixturevalue("shared"))


@pytest.fixture
def pdf(plan):
    return write_pdf(snapshot_of(plan), cover(plan, 1))


def tags(node, found=None):
    """Every structure tag below a node, in reading order."""
    found = [] if found is None else found
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            tags(each, found)
    elif isinstance(node, dict):
        if "/S" in node and node.get("/Type") != "/MCR":
            found.append(str(node["/S"]))
        if "/K" in node:
            tags(node["/K"], found)
    return found


def test_it_declares_itself_accessible(pdf, plan):
    document = PdfReader(BytesIO(pdf))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  a boolean of the file, not of Python
    assert root["/Lang"] == "fr-FR"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert document.metadata.title == plan.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_headings_and_tables_are_tagged(pdf, plan):
    found = tags(PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"])
    axes = plan.items.filter(kind="axis").count()
    assert found.count("/Table") == axes
    assert found.count("/TH") == 3 * axes
    assert found.count("/H1") + found.count("/H2") >= axes
    assert found.count("/LI") >= plan.items.filter(row__isnull=False).count()
    assert "/Figure" not in found


def test_every_typeface_is_inside(pdf):
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_it_reads_in_the_order_of_the_plan(pdf, plan):
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    snapshot = snapshot_of(plan)
    codes = [item.code for item in snapshot.items if item.row]
    places = [text.find(code + " ") for code in codes]
    assert -1 not in places
    for axis in snapshot.axes:
        for branch in axis.branches:
            for row in branch.rows:
                column = [text.find(item.code + " ") for item in row.objectives]
                assert column == sorted(column)


def test_words_that_look_like_markup_stay_words(plan):
    item = plan.items.get(code="A1.G1.O1")
    item.text = '#panic("non") *gras* $x$ @ref <b> \\ 😀'
    item.save()
    text = "".join(
        page.extract_text() for page in PdfReader(BytesIO(write_pdf(snapshot_of(plan), cover(plan, 1)))).pages
    )
    assert '#panic("non") *gras* $x$ @ref <b> \\' in text
