"""A drafter's table becomes a plan, whatever the shape it was given."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from preau.foundation.documents import read
from preau.plan.importing.coverage import unaccounted
from preau.plan.importing.errors import NotAPlan
from preau.plan.importing.understanding import understand
from tests.plan.importing.tables import TODAY, cell, draft, outline, p, row, source, table


def test_axis_is_named_by_the_paragraph_before_its_table():
    plan = draft(p("ACCUEILLIR"), table(row("Mieux accueillir", "Ouvrir le samedi", "Plus d’enfants")))
    assert outline(plan) == [("ACCUEILLIR", [("Mieux accueillir", [(["Ouvrir le samedi"], ["Plus d’enfants"])])])]


def test_general_objective_merged_downwards_covers_several_rows():
    plan = draft(
        p("Axe"),
        table(
            row(cell("Grandir", merge="restart"), "Lire", "Des lecteurs"),
            row(cell(merge="continue"), "Nager", "Des nageurs"),
            row("Jouer", "Courir", "Des coureurs"),
        ),
    )
    assert outline(plan)[0][1] == [
        ("Grandir", [(["Lire"], ["Des lecteurs"]), (["Nager"], ["Des nageurs"])]),
        ("Jouer", [(["Courir"], ["Des coureurs"])]),
    ]


def test_effects_merged_downwards_stand_beside_the_whole_group():
    plan = draft(
        table(
            row("Grandir", "Lire", cell("Des lecteurs", merge="restart")),
            row("", "Écrire", cell(merge="continue")),
        )
    )
    assert outline(plan)[0][1] == [("Grandir", [(["Lire", "Écrire"], ["Des lecteurs"])])]


def test_several_paragraphs_of_a_cell_are_several_items_and_nested_ones_are_details():
    plan = draft(
        table(row("Grandir", cell(p("Lire", level=0), p("le soir", level=1), p("Nager", level=0)), cell("Un", "Deux")))
    )
    [line] = plan.axes[0].general_objectives[0].rows
    assert [(item.text, item.children, item.bulleted) for item in line.objectives] == [
        ("Lire", ["le soir"], True),
        ("Nager", [], True),
    ]
    assert [item.text for item in line.effects] == ["Un", "Deux"]


def test_columns_in_another_order_with_other_titles_are_found():
    plan = draft(
        table(
            row("Plus d’enfants lisent", "Donner envie", "Ouvrir la médiathèque"),
            titles=("Résultats attendus", "Finalités", "Objectifs spécifiques"),
        )
    )
    assert outline(plan)[0][1] == [("Donner envie", [(["Ouvrir la médiathèque"], ["Plus d’enfants lisent"])])]


def test_a_fourth_column_is_kept_aside():
    plan = draft(
        table(
            row("Grandir", "Lire", "Des lecteurs", "2027"),
            titles=("Objectifs généraux", "Objectifs opérationnels", "Effets attendus", "Calendrier"),
        )
    )
    assert outline(plan)[0][1] == [("Grandir", [(["Lire"], ["Des lecteurs"])])]
    assert [left.text for left in plan.leftovers if left.reason == "Autre colonne du tableau."] == ["2027"]


def test_an_axis_column_names_the_axes():
    plan = draft(
        table(
            row(cell("Axe A", merge="restart"), "Grandir", "Lire", "Des lecteurs"),
            row(cell(merge="continue"), "Jouer", "Courir", "Des coureurs"),
            row("Axe B", "Aider", "Écouter", "Moins de peurs"),
            titles=("Axes", "Objectifs généraux", "Objectifs opérationnels", "Effets attendus"),
        )
    )
    assert [(title, len(generals)) for title, generals in outline(plan)] == [("Axe A", 2), ("Axe B", 1)]


def test_titles_repeated_after_a_page_break_are_not_items():
    again = row(*("Objectifs généraux", "Objectifs opérationnels", "Effets attendus"))
    plan = draft(table(row("Grandir", "Lire", "Des lecteurs"), again, row("", "Nager", "Des nageurs")))
    assert outline(plan)[0][1] == [("Grandir", [(["Lire"], ["Des lecteurs"]), (["Nager"], ["Des nageurs"])])]


def test_a_row_across_the_table_begins_another_axis():
    plan = draft(
        table(
            row("Grandir", "Lire", "Des lecteurs"),
            row(cell("AXE SUIVANT", span=3)),
            row("Aider", "Écouter", "Moins de peurs"),
        )
    )
    assert [title for title, _ in outline(plan)][1:] == ["AXE SUIVANT"]


def test_text_between_tables_headers_and_other_tables_are_left_over_with_a_reason():
    other = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>" + row("Budget") + "</w:tbl>"
    plan = draft(
        p("Préambule du maire"),
        p("AXE"),
        table(row("Grandir", "Lire", "Des lecteurs")),
        p("Une phrase perdue"),
        other,
        header=p("Ville d’essai"),
    )
    reasons = {left.text: left.reason for left in plan.leftovers}
    assert reasons["Préambule du maire"] == reasons["Une phrase perdue"] == "Texte placé hors des tableaux."
    assert reasons["Budget"] == "Tableau qui n’est pas celui du projet."
    assert reasons["Ville d’essai"] == "En-tête de page."


def test_a_plan_written_as_headings_and_lists_is_read_too():
    text = """Axe 1 : Découvrir
Objectif général : donner envie
Objectifs opérationnels
- Ouvrir la médiathèque
- Prêter des jeux
Effets attendus
- Plus d’enfants lisent
"""
    plan = understand(read(text.encode(), "projet.txt"), today=TODAY)
    assert outline(plan) == [
        (
            "Axe 1 : Découvrir",
            [
                (
                    "Objectif général : donner envie",
                    [(["Ouvrir la médiathèque", "Prêter des jeux"], ["Plus d’enfants lisent"])],
                )
            ],
        )
    ]


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        ((p("Une lettre aux familles, sans aucun plan."),), "no_plan_found"),
        ((table(row("a", "b", "c"), titles=("Date", "Lieu", "Présents")),), "columns_not_recognised"),
        (
            (
                p(
                    "The plan of the town says that every child will be able to read and to swim and to play with other children in all of our schools."
                ),
            ),
            "other_language",
        ),
    ],
)
def test_sender_of_something_else_is_told_what_is_missing(blocks, code):
    with pytest.raises(NotAPlan) as refusal:
        draft(*blocks)
    assert refusal.value.code == code


WORDS = st.lists(
    st.sampled_from("lire jouer nager écouter ouvrir école quartier famille (à préciser) ???".split(" ")),
    min_size=1,
    max_size=6,
)
TEXTS = WORDS.map(" ".join)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3)), min_size=1, max_size=5), TEXTS
)
def test_no_word_of_a_document_is_lost(rows, before):
    blocks = [p(before), table(*(row(general, cell(*left), cell(*right)) for general, left, right in rows))]
    document = source(*blocks)
    assert unaccounted(document, understand(document, today=TODAY)) == []
