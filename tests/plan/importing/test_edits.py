"""A reviewer corrects what was understood, and no word is ever lost."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from preau.plan.importing import edits
from preau.plan.importing.draft import DraftComment, DraftSuggestion, ItemKind, Leftover, SuggestionKind
from preau.plan.importing.edits import EditRefused
from preau.plan.importing.storage import draft_from_data, draft_to_data
from tests.cast.plans import draft_of_the_cast


@pytest.fixture
def draft():
    plan = draft_of_the_cast()
    plan.suggestions.append(
        DraftSuggestion("A1.G1.O2", SuggestionKind.REPLACEMENT, "bassins", "piscines", "Claire", None, 11)
    )
    plan.comments.append(DraftComment("A1.G1.O2", "Claire", None, "Et le lac ?"))
    plan.leftovers.append(Leftover(3, "Une phrase entre deux tableaux", "hors"))
    return plan


def items(plan):
    return {
        item.id: item.text
        for axis in plan.axes
        for general in axis.general_objectives
        for row in general.rows
        for item in (*row.objectives, *row.effects)
    }


def words(plan) -> Counter:
    texts = [axis.title for axis in plan.axes] + [g.text for axis in plan.axes for g in axis.general_objectives]
    texts += [*items(plan).values(), *(left.text for left in plan.leftovers), *(s.new for s in plan.suggestions)]
    return Counter(re.findall(r"\w+", " ".join(texts)))


def test_reviewer_splits_an_item_and_the_suggestion_follows_its_words(draft):
    after = edits.split_item(draft, "A1.G1.O2", 7)
    assert items(after)["A1.G1.O2"] == "Ouvrir"
    assert items(after)["A1.G1.O4"].startswith("les bassins")
    assert (after.suggestions[0].item, after.suggestions[0].start) == ("A1.G1.O4", 4)
    assert list(items(after))[1:3] == ["A1.G1.O2", "A1.G1.O4"]


@pytest.mark.parametrize("at", [0, 500, -1])
def test_a_half_without_words_is_refused(draft, at):
    with pytest.raises(EditRefused):
        edits.split_item(draft, "A1.G1.O3", 0 if at == -1 else at)


def test_reviewer_merges_two_items_and_what_was_said_of_the_second_follows(draft):
    after = edits.merge_items(draft, "A1.G1.O1", "A1.G1.O2")
    assert items(after)["A1.G1.O1"].endswith("par an Ouvrir les bassins aux centres de loisirs (nage, natation…)")
    assert "A1.G1.O2" not in items(after)
    assert after.comments[0].item == "A1.G1.O1"
    moved = after.suggestions[0]
    assert items(after)["A1.G1.O1"][moved.start :].startswith("bassins")


def test_an_objective_and_an_effect_do_not_merge(draft):
    with pytest.raises(EditRefused, match="fusionnés"):
        edits.merge_items(draft, "A1.G1.O1", "A1.G1.E1")


def test_reviewer_moves_an_objective_among_the_effects_of_another_row(draft):
    after = edits.move_item(draft, "A1.G1.O2", "A2.G1.R1", ItemKind.EFFECT, position=0)
    [row] = after.axes[1].general_objectives[0].rows
    assert row.effects[0].text.startswith("Ouvrir les bassins")
    assert row.effects[0].id == "A2.G1.E4"
    assert after.comments[0].item == after.suggestions[0].item == "A2.G1.E4"


def test_a_discarded_item_can_come_back(draft):
    gone = edits.discard_item(draft, "A1.G1.O3")
    assert "A1.G1.O3" not in items(gone)
    index = next(n for n, left in enumerate(gone.leftovers) if left.reason == edits.DISCARDED)
    back = edits.restore_leftover(gone, index, "A1.G1.R2", ItemKind.OBJECTIVE)
    assert "Prêter les salles des écoles aux associations" in items(back).values()


def test_a_reworded_item_loses_only_the_marks_whose_words_are_gone(draft):
    from datetime import date

    from preau.plan.importing.marks.registry import mark_all

    mark_all(draft, today=date(2026, 11, 24))
    after = edits.edit_text(draft, "A1.G1.E1", "Un enfant sur deux va au spectacle")
    [row, _] = after.axes[0].general_objectives[0].rows
    assert row.effects[0].marks == []


@pytest.mark.parametrize(
    "act",
    [
        lambda d: edits.edit_text(d, "A1.G1.O1", "  "),
        lambda d: edits.edit_text(d, "A9.G9.O9", "x"),
        lambda d: edits.move_item(d, "A1.G1.O1", "A9.G1.R1", ItemKind.EFFECT),
        lambda d: edits.restore_leftover(d, 99, "A1.G1.R1", ItemKind.EFFECT),
        lambda d: edits.merge_items(d, "A1.G1.O1", "A1.G1.O1"),
        lambda d: edits.merge_rows(d, "A1.G1.R1", "A2.G1.R1"),
        lambda d: edits.split_row(d, "A1.G1.R1", "A1.G1.O1", "A1.G1.E1"),
        lambda d: edits.rename(d, "A9", "x"),
        lambda d: edits.rename(d, "A1", ""),
    ],
)
def test_what_can_t_be_done_is_refused_in_a_sentence_and_changes_nothing(draft, act):
    before = deepcopy(draft)
    with pytest.raises(EditRefused) as refusal:
        act(draft)
    assert refusal.value.sentence.endswith(".")
    assert draft == before


def test_rows_are_split_and_merged_again(draft):
    apart = edits.split_row(draft, "A1.G1.R1", "A1.G1.O2", "A1.G1.E2")
    assert [row.id for row in apart.axes[0].general_objectives[0].rows] == ["A1.G1.R1", "A1.G1.R3", "A1.G1.R2"]
    together = edits.merge_rows(apart, "A1.G1.R1", "A1.G1.R3")
    assert items(together) == items(draft)


def test_final_ids_are_in_reading_order_and_everything_follows(draft):
    moved = edits.split_item(draft, "A1.G1.O2", 7)
    final, names = edits.renumber(moved)
    assert [id for id in items(final) if ".O" in id and id.startswith("A1")] == [
        "A1.G1.O1",
        "A1.G1.O2",
        "A1.G1.O3",
        "A1.G1.O4",
    ]
    assert names["A1.G1.O4"] == "A1.G1.O3"
    assert final.suggestions[0].item == "A1.G1.O3"


def test_an_edit_leaves_the_draft_it_was_given_alone(draft):
    before = deepcopy(draft)
    edits.discard_item(draft, "A1.G1.O1")
    assert draft == before


IDS = st.sampled_from(["A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A2.G1.O1", "A1.G1.E1", "A2.G1.E2", "A2.G1.E3"])
ROWS = st.sampled_from(["A1.G1.R1", "A1.G1.R2", "A2.G1.R1"])
ACTS = st.one_of(
    st.tuples(st.just(edits.split_item), IDS, st.integers(0, 60)),
    st.tuples(st.just(edits.merge_items), IDS, IDS),
    st.tuples(st.just(edits.move_item), IDS, ROWS, st.sampled_from(ItemKind)),
    st.tuples(st.just(edits.discard_item), IDS),
    st.tuples(st.just(edits.restore_leftover), st.integers(0, 3), ROWS, st.sampled_from(ItemKind)),
    st.tuples(st.just(edits.edit_text), IDS, st.sampled_from(["Autre texte", "Encore"])),
    st.tuples(st.just(edits.merge_rows), ROWS, ROWS),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ACTS, max_size=8))
def test_no_series_of_corrections_loses_a_word_or_an_id(acts):
    plan = draft_of_the_cast()
    before = words(plan)
    for act, *arguments in acts:
        try:
            plan = act(plan, *arguments)
        except EditRefused:
            continue
    # Letters, not words: a cut in the middle of a word makes two of it.
    assert letters(before) <= letters(words(plan))
    assert draft_from_data(draft_to_data(plan)) == plan


def letters(counted: Counter) -> Counter:
    return Counter(letter for word, count in counted.items() for letter in word * count)
