"""Marks on sentences that no rule was written from: what is asked, and what is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, ItemKind, PlanDraft
from preau.plan.importing.marks.registry import TYPES, label_of, mark_all, marks_of
from preau.plan.importing.marks.seen import Seen
from tests.plan.importing.sentences import ASKED, FINE

TODAY = date(2026, 11, 24)


def types_of(kind: ItemKind, text: str) -> set[str]:
    return {mark.type for mark in marks_of(Seen(text, kind, True, TODAY))}


def test_most_of_what_a_careful_reader_asks_is_asked():
    missed = [(type, text) for type, kind, text in ASKED if type not in types_of(kind, text)]
    assert len(ASKED) >= 80
    assert len(missed) / len(ASKED) <= 0.05, missed


def test_sound_sentences_are_left_alone():
    flagged = [(text, types_of(kind, text)) for kind, text in FINE if types_of(kind, text)]
    assert len(FINE) >= 80
    assert len(flagged) / len(FINE) <= 0.05, flagged


def test_a_mark_quotes_the_text_where_it_stands_and_says_why():
    for _, kind, text in ASKED:
        for mark in marks_of(Seen(text, kind, True, TODAY)):
            assert text[mark.start : mark.start + len(mark.quote)] == mark.quote
            assert mark.reason.endswith((".", "?"))
            assert label_of(mark.type) != mark.type


def test_every_type_is_shown_by_a_sentence_or_by_neighbours():
    shown = {type for type, _, _ in ASKED} | {"overlapping_items", "duplicate_effect", "bullet_lost"}
    assert {kind.name for kind in TYPES} == shown


def test_an_acronym_that_the_document_spells_out_is_not_asked():
    plan = one_row(["Créer un lieu d’accueil (GRAFP)", "Réunir le GRAFP"], ["Des parents écoutés"])
    mark_all(plan, today=TODAY)
    assert [mark.type for item in row_of(plan).objectives for mark in item.marks] == []


def test_two_neighbours_that_say_the_same_are_both_asked():
    plan = one_row(["Développer des projets de lecture", "Développer des projets de lectures"], ["Des lecteurs"])
    mark_all(plan, today=TODAY)
    assert [[mark.type for mark in item.marks] for item in row_of(plan).objectives] == [["overlapping_items"]] * 2


def test_the_same_effect_twice_in_the_plan_is_asked():
    plan = one_row(["Lire"], ["Un climat apaisé"])
    plan.axes.append(one_row(["Jouer"], ["Un climat apaisé."]).axes[0])
    mark_all(plan, today=TODAY)
    assert "duplicate_effect" in {mark.type for mark in row_of(plan).effects[0].marks}


def test_a_line_without_its_bullet_among_bulleted_ones_is_asked():
    plan = one_row(["Lire", "Nager", "Jouer"], ["Des lecteurs"])
    row_of(plan).objectives[1].bulleted = False
    mark_all(plan, today=TODAY)
    assert [mark.type for mark in row_of(plan).objectives[1].marks] == ["bullet_lost"]


@pytest.mark.parametrize(("today", "asked"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_year_is_past_only_once_it_is_over(today, asked):
    marks = marks_of(Seen("Végétaliser trois cours en 2026", ItemKind.OBJECTIVE, True, today))
    assert ("dated_example" in {mark.type for mark in marks}) is asked


def one_row(objectives: list[str], effects: list[str]) -> PlanDraft:
    row = DraftRow(
        "A1.G1.R1",
        [_item("O", n, t) for n, t in enumerate(objectives, 1)],
        [_item("E", n, t) for n, t in enumerate(effects, 1)],
    )
    return PlanDraft("", [DraftAxis("A1", "Axe", 1, [DraftGeneralObjective("A1.G1", "Grandir", 2, [row])])])


def row_of(plan: PlanDraft) -> DraftRow:
    return plan.axes[0].general_objectives[0].rows[0]


def _item(letter: str, number: int, text: str) -> DraftItem:
    return DraftItem(f"A1.G1.{letter}{number}", text, True, number)
