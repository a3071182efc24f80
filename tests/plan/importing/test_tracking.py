"""Tracked changes are neither accepted nor lost: each stays a suggestion, with its author and date."""

from __future__ import annotations

from datetime import UTC, datetime

from preau.plan.importing.draft import SuggestionKind
from tests.plan.importing.tables import WHO, cell, deleted, draft, inserted, p, row, run, source, table

WHEN = datetime(2026, 10, 5, 10, 0, tzinfo=UTC)


def changes(plan):
    return [(s.item, s.kind.value, s.old, s.new, s.start) for s in plan.suggestions]


def test_struck_and_added_words_are_one_replacement_at_their_place():
    text = p(run("Réfléchir à "), deleted("un accueil"), inserted("deux accueils"), run(" le soir"))
    plan = draft(table(row("Grandir", cell(text), "Un effet")))
    item = plan.axes[0].general_objectives[0].rows[0].objectives[0]
    assert item.text == "Réfléchir à un accueil le soir"
    assert changes(plan) == [("A1.G1.O1", "replacement", "un accueil", "deux accueils", 12)]
    assert (plan.suggestions[0].author, plan.suggestions[0].date) == ("Claire Aubin", WHEN)


def test_an_insertion_and_a_deletion_apart_are_two_suggestions():
    text = p(inserted("Vraiment "), run("ouvrir "), deleted("un peu "), run("le samedi"))
    plan = draft(table(row("Grandir", cell(text), "Un effet")))
    assert changes(plan) == [
        ("A1.G1.O1", "insertion", "", "Vraiment ", 0),
        ("A1.G1.O1", "deletion", "un peu ", "", 7),
    ]


def test_a_paragraph_that_is_all_insertion_is_a_proposed_item():
    plan = draft(table(row("Grandir", cell("Lire", p(inserted("Nager"))), "Un effet")))
    item = plan.axes[0].general_objectives[0].rows[0].objectives[1]
    assert (item.text, item.is_proposed) == ("Nager", True)
    assert changes(plan) == [("A1.G1.O2", "insertion", "", "Nager", 0)]


def test_a_paragraph_that_is_all_struck_stays_until_somebody_decides():
    plan = draft(table(row("Grandir", cell("Lire", p(deleted("Nager"))), "Un effet")))
    assert [item.text for item in plan.axes[0].general_objectives[0].rows[0].objectives] == ["Lire", "Nager"]
    assert changes(plan) == [("A1.G1.O2", "deletion", "Nager", "", 0)]


def test_a_deleted_row_and_an_inserted_row_are_told_as_rows():
    plan = draft(
        table(
            row("Grandir", "Lire", "Un effet"),
            row("", "Nager", "Deux", change="del"),
            row("", "Jouer", "Trois", change="ins"),
        )
    )
    assert [(item, kind) for item, kind, *_ in changes(plan)] == [
        ("A1.G1.R2", "row_deletion"),
        ("A1.G1.R3", "row_insertion"),
    ]
    rows = plan.axes[0].general_objectives[0].rows
    assert [row.objectives[0].is_proposed for row in rows] == [False, False, True]


def test_words_moved_from_one_row_to_another_are_one_move():
    start = f'<w:moveFromRangeStart w:id="9" w:name="move1" {WHO[WHO.index("w:author") : WHO.index(" w:id")]}/>'
    away = p(f'{start}<w:moveFrom {WHO}>{run("Nager")}</w:moveFrom><w:moveFromRangeEnd w:id="9"/>')
    here = p(
        f'<w:moveToRangeStart w:id="8" w:name="move1" {WHO[WHO.index("w:author") : WHO.index(" w:id")]}/>'
        f'<w:moveTo {WHO}>{run("Nager")}</w:moveTo><w:moveToRangeEnd w:id="8"/>'
    )
    plan = draft(table(row("Grandir", cell("Lire", away), "Un"), row("", cell("Jouer", here), "Deux")))
    [move] = plan.suggestions
    assert (move.kind, move.item, move.old, move.target) == (SuggestionKind.MOVE, "A1.G1.O2", "Nager", "A1.G1.R2")
    rows = plan.axes[0].general_objectives[0].rows
    assert [[item.text for item in row.objectives] for row in rows] == [["Lire", "Nager"], ["Jouer"]]


def test_a_comment_stays_with_the_item_it_was_written_on():
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    text = p(f'{start}{run("Lire")}{end}<w:r><w:commentReference w:id="4"/></w:r>')
    said = f'<w:comment w:id="4" w:author="Inês" w:date="2026-11-02T08:00:00Z">{p("Et le soir ?")}</w:comment>'
    document = source(table(row("Grandir", cell(text), "Un effet")), comments=said)
    plan = draft(table(row("Grandir", cell(text), "Un effet")), comments=said)
    assert [comment.author for comment in document.comments] == ["Inês"]
    [comment] = plan.comments
    assert (comment.item, comment.author, comment.text, comment.quote) == ("A1.G1.O1", "Inês", "Et le soir ?", "Lire")
