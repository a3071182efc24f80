"""How a draft is cut into pages, set beside its source, and cut in two: no database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from preau.plan.importing.draft import (
    DraftAxis,
    DraftGeneralObjective,
    DraftItem,
    DraftRow,
    Leftover,
    Mark,
    PlanDraft,
)
from preau.surfaces.workspace.imports.review.cuts import cuts, marked_place
from preau.surfaces.workspace.imports.review.display import stretches
from preau.surfaces.workspace.imports.review.sections import items_of, sections
from preau.surfaces.workspace.imports.review.source import source_by_owner


def item(id, line=0, text="texte"):
    return DraftItem(id, text, bulleted=True, line=line)


def row(id, count, start=1):
    general = id.rsplit(".", 1)[0]
    return DraftRow(id, [item(f"{general}.O{n}", n) for n in range(start, start + count)])


def draft(*sizes):
    """One axis; each size is a general objective with rows of ten items."""
    generals = []
    for number, size in enumerate(sizes, 1):
        rows = [row(f"A1.G{number}.R{n // 10 + 1}", min(10, size - n), n + 1) for n in range(0, size, 10)]
        generals.append(DraftGeneralObjective(f"A1.G{number}", "général", 1, rows))
    return PlanDraft("t", [DraftAxis("A1", "axe", 1, generals)])


def test_an_axis_that_fits_is_one_page():
    assert [section.name for section in sections(draft(20, 20), 60)] == ["A1"]


def test_a_long_axis_is_read_objective_by_objective_then_by_rows():
    assert [section.name for section in sections(draft(50, 130), 60)] == [
        "A1.G1",
        "A1.G2 (1)",
        "A1.G2 (2)",
        "A1.G2 (3)",
    ]


@given(st.lists(st.integers(0, 90), min_size=1, max_size=4), st.integers(1, 40))
def test_every_item_stands_on_one_page_exactly(sizes, limit):
    whole = draft(*sizes)
    shown = [one.id for section in sections(whole, limit) for held in section.rows for one in items_of(held)]
    every = [one.id for general in whole.axes[0].general_objectives for held in general.rows for one in items_of(held)]
    assert shown == every
    assert all(sum(section.holds(code) for section in sections(whole, limit)) == 1 for code in every)


def test_each_line_of_the_document_stands_beside_the_row_it_became():
    general = DraftGeneralObjective(
        "A1.G1",
        "général",
        3,
        [
            DraftRow("A1.G1.R1", [item("A1.G1.O1", 5)], [item("A1.G1.E1", 8)]),
            DraftRow("A1.G1.R2", [item("A1.G1.O2", 10)]),
        ],
    )
    whole = PlanDraft("t", [DraftAxis("A1", "axe", 1, [general])], leftovers=[Leftover(12, "note", "hors")])
    source = [[n, f"ligne {n}"] for n in range(1, 14)]
    source[5][1] = "   "
    found = source_by_owner(whole, source)
    assert [number for number, _ in found["A1.G1.R1"]] == [5, 7, 8, 9]
    assert [number for number, _ in found["A1.G1.R2"]] == [10, 11]
    assert [number for number, _ in found["A1"]] == [1, 2]


def test_lines_follow_an_item_that_was_moved():
    general = DraftGeneralObjective(
        "A1.G1", "g", 1, [DraftRow("A1.G1.R1"), DraftRow("A1.G1.R2", [item("A1.G1.O1", 5)])]
    )
    found = source_by_owner(PlanDraft("t", [DraftAxis("A1", "axe", 1, [general])]), [[5, "cinq"], [6, "six"]])
    assert found["A1.G1.R2"] == [(5, "cinq"), (6, "six")]


def test_a_cut_is_proposed_where_a_reader_would_cut():
    text = "Former les équipes. Réfléchir Développer une charte"
    assert [text[cut.at :].split()[0] for cut in cuts(text)] == ["Réfléchir", "Développer"]


def test_no_cut_is_proposed_in_a_plain_sentence():
    assert cuts("Ouvrir les gymnases le samedi") == []


def test_the_bar_says_where_to_cut_whatever_the_blanks():
    assert marked_place("Ouvrir | les  gymnases", "Ouvrir les gymnases") == len("Ouvrir ")
    assert marked_place("Ouvrir|les gymnases", "Ouvrir les gymnases") == len("Ouvrir ")


@given(
    st.sampled_from(
        ["", "Ouvrir les gymnases", "|Ouvrir les gymnases", "Ou|vrir les|gymnases", "Fermer | les gymnases"]
    )
)
def test_a_bar_that_is_missing_or_in_another_text_cuts_nothing(typed):
    assert marked_place(typed, "Ouvrir les gymnases") is None


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-1, 45), st.text(max_size=8)), max_size=4))
def test_quoted_words_are_set_apart_and_no_letter_is_lost(text, quotes):
    marks = [Mark("typo", quote, "", needs_town_decision=False, start=start) for start, quote in quotes]
    assert "".join(part.text for part in stretches(text, marks)) == text


def test_overlapping_quotes_make_one_stretch():
    marks = [Mark("a", "deux trois", "", True, 3), Mark("b", "trois", "", True, 8)]
    assert [(part.text, part.is_quoted) for part in stretches("un deux trois", marks)] == [
        ("un ", False),
        ("deux trois", True),
    ]


def test_words_that_wait_for_a_decision_stand_out_of_those_that_do_not():
    marks = [Mark("a", "un deux", "", True, 0), Mark("b", "deux trois", "", False, 3)]
    assert [(part.text, part.waits) for part in stretches("un deux trois", marks)] == [
        ("un deux", True),
        (" trois", False),
    ]
