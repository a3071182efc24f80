"""Documents written by Word and others: those of ../shared, where it is beside the project.

The comparison with the twins that Word saved folds nothing: the lists of paragraphs are equal, empty ones included.
"""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from preau.foundation.documents import UnreadableDocument, paragraph_texts, read
from preau.foundation.documents.model import SourceDocument, View

from .packages import W
from .shapes import grid

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "docx-samples"
TRACKED = sorted(
    path for path in SAMPLES.glob("tracked-changes/RP*.docx") if not path.stem.endswith(("-Accepted", "-Rejected"))
)
TWINS = [
    (path, view, twin)
    for path in TRACKED
    for view, suffix in ((View.ACCEPTED, "-Accepted"), (View.REJECTED, "-Rejected"))
    if (twin := path.with_name(f"{path.stem}{suffix}.docx")).exists()
]

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/data/docx-samples is not beside the project")


@cache
def sample(path: Path) -> SourceDocument:
    return read(path.read_bytes(), path.name)


def words_without_the_reader(path: Path) -> list[str]:
    """The paragraphs of a document without revisions, by the plainest means: another witness than the reader."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    signs = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
    texts = []
    for paragraph in root.iter(f"{{{W}}}p"):
        pieces = []
        for element in paragraph.iter():
            name = etree.QName(element).localname
            if name in signs and etree.QName(element.getparent()).localname == "r":
                pieces.append(signs[name])
            elif name == "t":
                pieces.append(element.text or "")
            elif name == "sym":
                pieces.append(chr(int(element.get(f"{{{W}}}char"), 16)))
        texts.append("".join(pieces))
    return texts


def has_merges(path: Path) -> bool:
    return b"vMerge" in zipfile.ZipFile(path).read("word/document.xml")


@pytest.mark.parametrize(("path", "view", "twin"), TWINS, ids=[f"{t[0].stem}-{t[1].value}" for t in TWINS])
def test_changes_taken_or_refused_give_the_text_that_word_saved(path: Path, view: View, twin: Path) -> None:
    found = paragraph_texts(sample(path).blocks, view)
    assert found == paragraph_texts(sample(twin).blocks, View.ACCEPTED)
    if not has_merges(twin):  # a covered cell has an empty paragraph that is nobody's text
        assert found == words_without_the_reader(twin)


def test_there_are_as_many_twins_as_the_collection_promises() -> None:
    assert len(TWINS) >= 71


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.docx")), ids=lambda path: path.stem)
def test_every_sample_is_read(path: Path) -> None:
    try:
        document = sample(path)
    except UnreadableDocument as refused:
        assert (path.stem, refused.code) == ("doc-no-coreprops", "blank")  # it has one paragraph, empty
        return
    assert document.format == "docx"
    assert document.blocks


def table_of(name: str, number: int = 0) -> list:
    return grid(list(sample(SAMPLES / name).tables())[number])


def test_merged_cells_of_a_sample_are_one_cell_each() -> None:
    titles = ["Lorem ipsum dolor sit amet", "Consectetuer adipiscing elit", "Maecenas porttitor congue massa."]
    header = [(column, 1, 1, title) for column, title in enumerate(titles)]
    assert table_of("tables/HC029-Table-Merged-Cells.docx", 0) == [
        header,
        [(0, 2, 1, "100|400"), (1, 1, 1, "200"), (2, 1, 1, "300")],
        [(1, 1, 1, "500"), (2, 1, 1, "600")],
    ]
    assert table_of("tables/HC029-Table-Merged-Cells.docx", 1) == [
        header,
        [(0, 1, 2, "100|200"), (2, 1, 1, "300")],
        [(0, 1, 1, "400"), (1, 1, 1, "500"), (2, 1, 1, "600")],
    ]


def test_block_merged_both_ways_in_a_sample_is_one_cell() -> None:
    assert table_of("tbl-cell-access.docx", 3) == [
        [(0, 1, 1, "1"), (1, 1, 1, "2"), (2, 1, 1, "3")],
        [(0, 2, 2, "4"), (2, 1, 1, "6")],
        [(2, 1, 1, "9")],
    ]


def test_long_table_of_a_sample_keeps_its_columns_under_a_vertical_merge() -> None:
    table = table_of("tables/CA014-Complex-Table.docx")
    assert [text for *_, text in table[0]] == ["1", "Hort merged", "4", "5", "6", "7", "8", "9", "0"]
    assert [column for column, *_ in table[0]] == [0, 1, 3, 4, 5, 6, 7, 8, 9]
    assert table[1][0] == (0, 3, 1, "Vert merged")
    assert [len(row) for row in table] == [9, 10, 9, 9, 10, 10, 10, 10]


def test_paragraphs_of_one_cell_of_a_sample_stay_apart() -> None:
    (cell,) = table_of("tables/CZ004-Multi-Paragraphs-in-Cell.docx")[0]
    assert cell[3].count("|") == 9


def test_comments_of_a_sample_have_their_words() -> None:
    comment = sample(SAMPLES / "comments-rich-para.docx").comments[0]
    assert (comment.author, comment.quote) == ("Steve Canny", "Some text worthy of note.")


def test_deleted_rows_of_a_sample_are_suggestions_on_rows() -> None:
    table = next(sample(SAMPLES / "tracked-changes" / "RP009-Deleted-Table-Row.docx").tables())
    assert [row.revision and row.revision.kind.value for row in table.rows].count("deletion") == 1


def test_tracked_merge_of_a_sample_is_a_cell_that_goes_away() -> None:
    source = sample(SAMPLES / "tracked-changes" / "RP036-Vert-Merged-Cells.docx")
    table = next(source.tables())
    assert [[bool(cell.revision) for cell in row.cells] for row in table.rows] == [
        [False, False, False],
        [True, False, False],
        [True, False, False],
        [False, False, False],
    ]
    accepted = next(sample(SAMPLES / "tracked-changes" / "RP036-Vert-Merged-Cells-Accepted.docx").tables())
    assert grid(accepted)[:3] == [
        [(0, 3, 1, "1|4|7"), (1, 1, 1, "2"), (2, 1, 1, "3")],
        [(1, 1, 1, "5"), (2, 1, 1, "6")],
        [(1, 1, 1, "8"), (2, 1, 1, "9")],
    ]
