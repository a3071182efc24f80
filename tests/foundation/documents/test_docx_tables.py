"""Tables of Word documents: one cell for one merge, at its place in the grid."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from preau.foundation.documents import Limits, UnreadableDocument, document_text, read
from preau.foundation.documents.model import Paragraph, RevisionKind, Table, View

from .packages import docx, p, r, tbl, tc, tr
from .shapes import cell_text, grid

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def cell(text: str, properties: str = "") -> str:
    return tc(p(r(text)), properties=properties)


def only_table(data: bytes) -> Table:
    (table,) = read(data, "x").tables()
    return table


def test_coordinator_finds_an_objective_once_beside_all_the_rows_it_covers() -> None:
    table = only_table(
        docx(
            tbl(
                tr(cell("Objectifs"), cell("Actions"), cell("Effets"), properties="<w:tblHeader/>"),
                tr(cell("Réussir", RESTART), cell("Lire"), cell("On lit")),
                tr(tc(properties=CONTINUE), cell("Compter"), cell("On compte", RESTART)),
                tr(tc(properties=CONTINUE), cell("Nager"), tc(properties=CONTINUE)),
            )
        )
    )
    assert grid(table) == [
        [(0, 1, 1, "Objectifs"), (1, 1, 1, "Actions"), (2, 1, 1, "Effets")],
        [(0, 3, 1, "Réussir"), (1, 1, 1, "Lire"), (2, 1, 1, "On lit")],
        [(1, 1, 1, "Compter"), (2, 2, 1, "On compte")],
        [(1, 1, 1, "Nager")],
    ]
    assert table.column_count == 3
    assert [row.is_header for row in table.rows] == [True, False, False, False]


def test_reader_places_cells_after_wide_ones_and_after_skipped_columns() -> None:
    table = only_table(
        docx(
            tbl(
                tr(cell("large", '<w:gridSpan w:val="2"/>'), cell("c")),
                tr(cell("b"), cell("c2"), properties='<w:gridBefore w:val="1"/>'),
                tr(cell("h", '<w:hMerge w:val="restart"/>'), tc(properties="<w:hMerge/>"), cell("z")),
            )
        )
    )
    assert grid(table) == [
        [(0, 1, 2, "large"), (2, 1, 1, "c")],
        [(1, 1, 1, "b"), (2, 1, 1, "c2")],
        [(0, 1, 2, "h"), (2, 1, 1, "z")],
    ]


def test_reader_resolves_a_block_merged_both_ways_and_covers_a_whole_row() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    table = only_table(docx(tbl(tr(cell("bloc", wide + RESTART)), tr(tc(properties=wide + CONTINUE)))))
    assert grid(table) == [[(0, 2, 2, "bloc")], []]


def test_reader_begins_a_new_cell_where_a_merge_continues_nothing() -> None:
    table = only_table(docx(tbl(tr(cell("a")), tr(cell("orpheline", CONTINUE)), tr(tc(properties=CONTINUE)))))
    assert grid(table) == [[(0, 1, 1, "a")], [(0, 2, 1, "orpheline")], []]


def test_reader_keeps_words_hidden_under_a_merge_and_says_so() -> None:
    document = read(docx(tbl(tr(cell("vu", RESTART)), tr(cell("caché", CONTINUE)))), "x")
    assert grid(next(document.tables())) == [[(0, 2, 1, "vu|caché")], []]
    assert any("fusion" in note for note in document.notes)


def test_reader_keeps_the_paragraphs_and_lists_of_a_cell_apart() -> None:
    item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'
    table = only_table(docx(tbl(tr(tc(p(r("un")), p(r("deux"), properties=item), p())))))
    blocks = table.rows[0].cells[0].blocks
    found = [(block.text(), block.list_level) for block in blocks if isinstance(block, Paragraph)]
    assert found == [("un", None), ("deux", 1), ("", None)]


def test_reader_keeps_a_table_inside_the_cell_that_holds_it() -> None:
    inner = tbl(tr(cell("i1"), cell("i2")))
    document = read(docx(tbl(tr(tc(p(r("avant")), inner, p(r("après"))), cell("voisine")))), "x")
    outer = next(document.tables())
    assert grid(outer) == [[(0, 1, 1, "avant|[table]|après"), (1, 1, 1, "voisine")]]
    nested = outer.rows[0].cells[0].blocks[1]
    assert isinstance(nested, Table)
    assert grid(nested) == [[(0, 1, 1, "i1"), (1, 1, 1, "i2")]]
    assert document_text(document, View.MARKED).split("\n") == ["avant", "i1", "i2", "après", "voisine"]


def test_reader_finds_rows_and_cells_inside_content_controls() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    table = only_table(docx(control(tbl(control(tr(control(cell("a")), cell("b")))))))
    assert grid(table) == [[(0, 1, 1, "a"), (1, 1, 1, "b")]]


def test_reader_agrees_with_a_document_merged_by_another_program() -> None:
    document = python_docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    for covered in (table.cell(0, 1), table.cell(2, 0)):
        covered.text = ""
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    stream = io.BytesIO()
    document.save(stream)
    shape = [[cell[:3] for cell in row] for row in grid(only_table(stream.getvalue()))]
    assert shape == [[(0, 1, 2), (2, 1, 1)], [(0, 2, 1), (1, 1, 1), (2, 1, 1)], [(1, 1, 1), (2, 1, 1)]]


def test_reader_keeps_a_deleted_row_as_a_suggestion_and_takes_it_out_once_accepted() -> None:
    gone = '<w:del w:id="1" w:author="Luc" w:date="2026-01-05T10:00:00Z"/>'
    document = read(docx(tbl(tr(cell("reste")), tr(cell("part"), properties=gone))), "x")
    revision = next(document.tables()).rows[1].revision
    assert revision is not None
    assert (revision.kind, revision.author) == (RevisionKind.DELETION, "Luc")
    assert document_text(document, View.ACCEPTED) == "reste"
    assert document_text(document, View.REJECTED) == "reste\npart"


def test_reader_keeps_inserted_deleted_and_merged_cells_as_suggestions() -> None:
    who = 'w:id="1" w:author="Luc"'
    document = read(
        docx(
            tbl(
                tr(cell("a", f'<w:cellMerge {who} w:vMerge="rest"/>'), cell("neuve", f"<w:cellIns {who}/>")),
                tr(cell("b", f'<w:cellMerge {who} w:vMerge="cont"/>'), cell("ôtée", f"<w:cellDel {who}/>")),
            )
        ),
        "x",
    )
    kinds = [[c.revision and c.revision.kind.value for c in row.cells] for row in next(document.tables()).rows]
    assert kinds == [[None, "insertion"], ["deletion", "deletion"]]
    assert document_text(document, View.ACCEPTED) == "a\nneuve"
    assert document_text(document, View.REJECTED) == "a\nb\nôtée"


def test_reader_does_not_believe_a_span_of_a_billion_columns() -> None:
    table = only_table(docx(tbl(tr(cell("a", '<w:gridSpan w:val="1000000000"/>'), cell("b")))))
    assert table.column_count <= 64
    assert cell_text(table.rows[0].cells[1].blocks) == "b"


def test_reader_refuses_more_cells_than_its_limit() -> None:
    data = docx(tbl(*[tr(cell("a"), cell("b"))] * 6))
    with pytest.raises(UnreadableDocument) as refused:
        read(data, "x", limits=Limits(cells=10))
    assert refused.value.code == "too_complex"
