"""OpenDocument texts: the same model, from another standard."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from preau.foundation.documents import Limits, UnreadableDocument, document_text, paragraph_texts, read
from preau.foundation.documents.model import Aside, Paragraph, SourceDocument, Table, View

from .packages import odt
from .shapes import grid, marked


def document(body: str, **others: str) -> SourceDocument:
    return read(odt(body, **others), "plan.docx")


def both(body: str) -> tuple[list[str], list[str]]:
    source = document(body)
    return paragraph_texts(source.blocks, View.REJECTED), paragraph_texts(source.blocks, View.ACCEPTED)


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def table(inside: str) -> str:
    return f"<table:table><table:table-column/>{inside}</table:table>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


COVERED = "<table:covered-table-cell/>"


def test_reader_recognises_an_odt_whatever_its_name() -> None:
    assert document("<text:p>Axe</text:p>").format == "odt"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("a<text:s/>b<text:s text:c='3'/>c", "a b   c"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("\n   un\n   <text:span>deux  trois</text:span>", "un deux trois"),
        ("a <text:span> b</text:span>", "a b"),
        ("<text:a>lien</text:a> <text:page-number>3</text:page-number>", "lien 3"),
        ("<text:bookmark-start/>x<text:soft-page-break/>y", "xy"),
        ("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>", "漢"),
    ],
)
def test_reader_takes_blanks_as_the_standard_says(inside: str, expected: str) -> None:
    assert document_text(document(f"<text:p>{inside}</text:p>"), View.MARKED) == expected


def test_reader_is_not_filled_with_a_billion_spaces() -> None:
    source = document("<text:p>a" + "<text:s text:c='999999999'/>" * 50 + "b</text:p>")
    assert len(document_text(source, View.MARKED)) < 200_000


def test_coordinator_finds_an_objective_once_beside_all_the_rows_it_covers() -> None:
    spanned = 'table:number-rows-spanned="2"'
    wide = 'table:number-columns-spanned="2"'
    source = document(
        table(
            f"<table:table-header-rows>{row(cell('O'), cell('A'), cell('E'))}</table:table-header-rows>"
            + row(cell("Réussir", spanned), cell("Lire"), cell("On lit"))
            + row(COVERED, cell("large", wide), COVERED)
        )
    )
    (found,) = source.tables()
    assert grid(found) == [
        [(0, 1, 1, "O"), (1, 1, 1, "A"), (2, 1, 1, "E")],
        [(0, 2, 1, "Réussir"), (1, 1, 1, "Lire"), (2, 1, 1, "On lit")],
        [(1, 1, 2, "large")],
    ]
    assert found.column_count == 3
    assert [r.is_header for r in found.rows] == [True, False, False]


def test_reader_writes_repeated_cells_and_rows_out_and_keeps_spans_inside_the_table() -> None:
    twice = '<table:table-row table:number-rows-repeated="2">' + cell("x", 'table:number-columns-repeated="2"')
    tall = row(cell("haut", 'table:number-rows-spanned="9999"'))
    (found,) = document(table(f"{twice}</table:table-row>{tall}")).tables()
    assert grid(found) == [[(0, 1, 1, "x"), (1, 1, 1, "x")]] * 2 + [[(0, 1, 1, "haut")]]


def test_reader_refuses_a_table_that_repeats_itself_without_end() -> None:
    endless = '<table:table-row table:number-rows-repeated="99999999">' + cell("x") * 40 + "</table:table-row>"
    with pytest.raises(UnreadableDocument) as refused:
        read(odt(table(endless)), "x", limits=Limits(cells=5_000))
    assert refused.value.code == "too_complex"


def test_reader_refuses_a_long_cell_repeated_many_times() -> None:
    long = cell("x" * 100_000, 'table:number-columns-repeated="250"')
    with pytest.raises(UnreadableDocument) as refused:
        read(odt(table(row(long))), "x")
    assert refused.value.code == "too_complex"


def test_reader_places_a_deletion_once_even_if_it_is_named_again_or_inside_itself() -> None:
    regions = tracked(region("c", deletion(f"<text:p>ôté{change('c')}</text:p>")))
    assert both(f"{regions}<text:p>a{change('c') * 1000}b</text:p>") == (["aôtéb"], ["ab"])


def test_reader_keeps_lists_with_their_levels_inside_cells_too() -> None:
    inner = "<text:list><text:list-item><text:p>sous</text:p></text:list-item></text:list>"
    items = f"<text:list><text:list-item><text:p>item</text:p>{inner}</text:list-item></text:list>"
    source = document(items + table(row(f"<table:table-cell>{items}</table:table-cell>")) + "<text:p>hors</text:p>")
    assert [(q.text(), q.list_level) for q in source.paragraphs()] == [
        ("item", 0),
        ("sous", 1),
        ("item", 0),
        ("sous", 1),
        ("hors", None),
    ]


def test_reader_keeps_tables_in_tables_and_in_frames() -> None:
    inner = table(row(cell("i")))
    nested = document(table(row(f"<table:table-cell><text:p>a</text:p>{inner}</table:table-cell>")))
    (outer,) = nested.tables()
    assert isinstance(outer.rows[0].cells[0].blocks[1], Table)
    framed = document(f"<text:p>x<draw:frame><draw:text-box>{inner}</draw:text-box></draw:frame></text:p>")
    assert [grid(found) for found in framed.tables()] == [[[(0, 1, 1, "i")]]]


def test_reader_reads_what_stands_between_paragraphs() -> None:
    note = "<office:annotation><dc:creator>Nadia</dc:creator><text:p>ici ?</text:p></office:annotation>"
    inner = f"<draw:frame><draw:text-box>{table(row(cell('i')))}</draw:text-box></draw:frame>"
    source = document(f"<text:p>a</text:p>{note}{inner}<text:p>b</text:p>")
    assert [comment.text for comment in source.comments] == ["ici ?"]
    assert document_text(source, View.MARKED).split("\n") == ["a", "", "i", "b"]
    assert len(list(source.tables())) == 1


def test_reader_takes_headings_styles_sections_and_asides() -> None:
    source = document(
        '<text:h text:outline-level="2" text:style-name="P1">Titre</text:h>'
        "<text:section><text:p>dedans<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>note</text:p></text:note-body></text:note></text:p></text:section>"
        "<text:p>z<draw:frame><draw:text-box><text:p>encadré</text:p></draw:text-box></draw:frame></text:p>",
        automatic='<style:style style:name="P1" style:parent-style-name="Heading_20_2"/>',
        styles="<office:master-styles><style:master-page><style:header><text:p>Ville</text:p></style:header>"
        "</style:master-page></office:master-styles>",
    )
    title, inside, _ = source.paragraphs()
    assert (title.heading_level, title.style) == (2, "Heading 2")
    assert inside.text() == "dedans"
    assert source.asides == (Aside("footnote", "note"), Aside("text_box", "encadré"), Aside("header", "Ville"))


def info(by: str = "Awa", at: str = "2026-03-02T09:15:00.123456789") -> str:
    return f"<office:change-info><dc:creator>{by}</dc:creator><dc:date>{at}</dc:date></office:change-info>"


def region(name: str, *changes: str) -> str:
    return f'<text:changed-region text:id="{name}">{"".join(changes)}</text:changed-region>'


def insertion(by: str = "Awa") -> str:
    return f"<text:insertion>{info(by)}</text:insertion>"


def deletion(inside: str, by: str = "Luc") -> str:
    return f"<text:deletion>{info(by)}{inside}</text:deletion>"


def tracked(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def start(name: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>'


def end(name: str) -> str:
    return f'<text:change-end text:change-id="{name}"/>'


def change(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def test_coordinator_sees_both_wordings_with_their_authors_and_dates() -> None:
    regions = tracked(region("c1", deletion("<text:p>Réfléchir</text:p>")), region("c2", insertion()))
    source = document(f"{regions}<text:p>{change('c1')}{start('c2')}Développer{end('c2')} ici</text:p>")
    paragraph = next(source.paragraphs())
    assert marked(paragraph.runs) == [
        ("Réfléchir", ["deletion by Luc"]),
        ("Développer", ["insertion by Awa"]),
        (" ici", []),
    ]
    assert paragraph.runs[0].revisions[0].at == datetime(2026, 3, 2, 9, 15, 0, 123456, tzinfo=UTC)
    assert (paragraph.text(View.REJECTED), paragraph.text(View.ACCEPTED)) == ("Réfléchir ici", "Développer ici")


@pytest.mark.parametrize(
    ("body", "rejected", "accepted"),
    [
        (  # the end of a paragraph and the beginning of the next one
            tracked(region("c", deletion("<text:p> un</text:p><text:p>deux </text:p>")))
            + f"<text:p>a {change('c')}b</text:p>",
            ["a un", "deux b"],
            ["a b"],
        ),
        (  # a whole paragraph in the middle
            tracked(region("c", deletion("<text:p/><text:p>milieu</text:p><text:p/>")))
            + f"<text:p>a{change('c')}b</text:p>",
            ["a", "milieu", "b"],
            ["ab"],
        ),
        (  # a new paragraph
            tracked(region("c", insertion())) + f"<text:p>a{start('c')}</text:p><text:p>neuf{end('c')}</text:p>",
            ["a"],
            ["a", "neuf"],
        ),
        (  # a whole list between two paragraphs
            tracked(region("c", deletion("<text:list><text:list-item><text:p>i</text:p></text:list-item></text:list>")))
            + f"<text:p>a</text:p>{change('c')}<text:p>b</text:p>",
            ["a", "i", "b"],
            ["a", "b"],
        ),
        (  # a whole table
            tracked(region("c", deletion(table(row(cell("t")))))) + f"<text:p>a{change('c')}</text:p>",
            ["a", "t", ""],
            ["a", ""],
        ),
    ],
)
def test_reader_puts_deleted_paragraphs_back_where_they_stood(
    body: str, rejected: list[str], accepted: list[str]
) -> None:
    assert both(body) == (rejected, accepted)


def test_reader_keeps_two_authors_for_words_inserted_by_one_and_deleted_by_the_other() -> None:
    regions = tracked(region("c", deletion("<text:p>hésité</text:p>", by="Luc"), insertion("Awa")))
    source = document(f"{regions}<text:p>a{change('c')}b</text:p>")
    assert marked(next(source.paragraphs()).runs)[1] == ("hésité", ["insertion by Awa", "deletion by Luc"])


def test_reader_overlooks_changes_of_format_and_of_nothing() -> None:
    regions = tracked(region("c", f"<text:format-change>{info()}</text:format-change>"))
    assert both(f"{regions}<text:p>{start('c')}a{end('c')}{change('absent')}</text:p>") == (["a"], ["a"])


def test_reader_keeps_comments_with_author_date_and_the_words_they_speak_of() -> None:
    def annotation(name: str) -> str:
        who = "<dc:creator>Nadia</dc:creator><dc:date>2026-02-01T08:00:00</dc:date>"
        return f'<office:annotation office:name="{name}">{who}<text:p>À voir</text:p></office:annotation>'

    source = document(
        f"<text:p>Créer {annotation('n1')}un conseil</text:p>"
        f"<text:p>d’enfants<office:annotation-end office:name='n1'/> ici{annotation('n2')}</text:p>"
    )
    ranged, point = source.comments
    assert (ranged.author, ranged.at, ranged.text) == ("Nadia", datetime(2026, 2, 1, 8, tzinfo=UTC), "À voir")
    assert (ranged.quote, point.quote) == ("un conseil\nd’enfants", "")
    last = list(source.paragraphs())[-1]
    assert [(run.text, run.comment_ids) for run in last.runs] == [("d’enfants", ("n1",)), (" ici", ()), ("", ("n2",))]


def test_reader_does_not_take_the_words_of_the_change_list_for_the_text() -> None:
    source = document(tracked(region("c", deletion("<text:p>jamais placé</text:p>"))) + "<text:p>seul</text:p>")
    assert [q.text(View.MARKED) for q in source.blocks if isinstance(q, Paragraph)] == ["seul"]
