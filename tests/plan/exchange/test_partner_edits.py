"""What partners do to the Word file, one by one, where the reading once went wrong."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from preau.foundation.documents import read
from preau.people.accounts.hand import Hand
from preau.plan.drafting import deciding
from preau.plan.drafting.enums import Certainty, SuggestionKind
from preau.plan.exchange.changes import Reading, changes_of
from preau.plan.exchange.errors import NotThisPlan
from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.receiving import receive
from preau.plan.exchange.remarks import remarks_on
from preau.plan.exchange.returned import read_returned
from preau.plan.exchange.word import write_word
from preau.plan.importing.writing import write_plan
from preau.plan.structure.actions import detail
from preau.plan.structure.replay import moment_of, snapshot_of
from tests.cast import make_commune, make_person
from tests.conftest import NOW
from tests.plan.exchange.partner import Document, W, is_header, plain, runs, say, text, unmarked
from tests.plan.exchange.plans import cover, small_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return write_plan(small_draft(), title="Grandir", commune=make_commune(), hand=Hand(None, NOW), decisions=[])


@pytest.fixture
def hand():
    return Hand(make_person("coordinator"), NOW)


@pytest.fixture
def desk(plan):
    return Document(write_word(snapshot_of(plan), cover(plan, moment_of(plan))))


def reading_of(plan, document: bytes) -> tuple[Reading, list[str]]:
    returned = read_returned(read(document, "retour.docx", bookmarks=PREFIX))
    reading = changes_of(snapshot_of(plan), returned)
    return reading, remarks_on(returned, reading)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(change.kind.value, change.place) for change in reading.changes]


def saying(desk: Document, words: str):
    return next(p for p in desk.body.iter(f"{W}p") if words in text(p))


def row_of(paragraph):
    return paragraph.getparent().getparent()


def column(plan, code: str, kind: str) -> list[str]:
    return [item.text for item in snapshot_of(plan).items if (item.row, item.kind) == (code, kind)]


def test_a_row_set_under_another_general_objective_goes_there(plan, desk):
    row = row_of(saying(desk, "Prêter les salles"))
    merge = row.find(f"{W}tc/{W}tcPr/{W}vMerge")
    merge.getparent().remove(merge)
    row_of(saying(desk, "Apprendre à nager")).addnext(row)
    reading, _ = reading_of(plan, desk.saved())
    assert told(reading) == [("relocation", code) for code in ("A1.G1.O3", "A1.G1.E2", "A1.G1.E3")]
    assert {change.facts["parent"][1] for change in reading.changes} == {"A1.G2"}


def test_a_table_cut_in_two_by_a_page_break_goes_on(plan, desk):
    table = desk.tables[0]
    second = deepcopy(table)
    for row in second.findall(f"{W}tr"):
        second.remove(row)
    row = row_of(saying(desk, "Prêter les salles"))
    for moved in [row, *row.itersiblings()]:
        second.append(moved)
    row.find(f"{W}tc/{W}tcPr/{W}vMerge").set(f"{W}val", "restart")
    table.addnext(second)
    assert told(reading_of(plan, desk.saved())[0]) == []


def test_a_border_dragged_in_one_row_moves_nothing_to_another_column(plan, desk):
    for number, row in enumerate(desk.tables[0].findall(f"{W}tr")):
        wide = 0 if number == 1 else 2
        row.findall(f"{W}tc")[wide].find(f"{W}tcPr").insert(1, etree.Element(f"{W}gridSpan", {f"{W}val": "2"}))
    assert told(reading_of(plan, desk.saved())[0]) == []


@pytest.mark.parametrize("place", [2, 3])
def test_a_column_of_remarks_is_told_and_takes_no_effect_away(plan, desk, place):
    for row in desk.tables[0].findall(f"{W}tr"):
        cell = etree.Element(f"{W}tc")
        cell.append(plain("Remarques" if is_header(row) else "À revoir"))
        row.findall(f"{W}tc")[place - 1].addnext(cell)
    reading, notes = reading_of(plan, desk.saved())
    assert told(reading) == []
    assert any("À revoir" in note for note in notes)


def test_columns_in_another_order_are_known_by_their_headings(plan, desk):
    for table in desk.tables:
        for row in table.findall(f"{W}tr"):
            row.append(row.findall(f"{W}tc")[1])
    assert told(reading_of(plan, desk.saved())[0]) == []


def test_a_row_of_the_plan_set_as_a_heading_row_is_read(plan, desk):
    row = row_of(saying(desk, "Voir un spectacle"))
    row.insert(0, etree.Element(f"{W}trPr"))
    etree.SubElement(row[0], f"{W}tblHeader")
    assert told(reading_of(plan, desk.saved())[0]) == []


def test_words_typed_in_a_heading_row_are_told(plan, desk):
    cell = next(row for row in desk.tables[0].findall(f"{W}tr") if is_header(row)).findall(f"{W}tc")[2]
    cell.append(plain("À dater, s’il vous plaît"))
    reading, notes = reading_of(plan, desk.saved())
    assert told(reading) == []
    assert any("À dater" in note for note in notes)


def test_the_code_alone_is_what_is_left_of_an_item_whose_words_were_deleted(plan, desk):
    for run in runs(saying(desk, "Ouvrir le portail")):
        say(run, "")
    assert told(reading_of(plan, desk.saved())[0]) == [("removal", "A2.G1.O3")]


def test_a_general_objective_whose_words_are_gone_keeps_its_rows(plan, desk):
    """As when the first row of a merged cell is taken out."""
    row = row_of(saying(desk, "Voir un spectacle"))
    row.getnext().find(f"{W}tc/{W}tcPr/{W}vMerge").set(f"{W}val", "restart")
    row.getparent().remove(row)
    reading, notes = reading_of(plan, desk.saved())
    assert told(reading) == [("removal", code) for code in ("A1.G1.O1", "A1.G1.O2", "A1.G1.E1")]
    assert any("A1.G1 n’a plus de texte" in note for note in notes)


def test_a_row_added_above_the_first_one_belongs_to_the_objective_below(plan, desk):
    row = deepcopy(row_of(saying(desk, "Apprendre à nager")))
    for cell, words in zip(row.findall(f"{W}tc"), ("", "Un objectif de plus", ""), strict=True):
        for paragraph in cell.findall(f"{W}p"):
            cell.remove(paragraph)
        cell.append(plain(words))
    row_of(saying(desk, "Voir un spectacle")).addprevious(row)
    (change,) = reading_of(plan, desk.saved())[0].changes
    assert change.facts["parent"][1] == "A1.G1"


def test_a_general_objective_in_other_words_and_without_mark_is_known_by_what_it_holds(plan, desk):
    paragraph = unmarked(saying(desk, "Mieux accueillir"))
    for run in paragraph.findall(f"{W}r"):
        say(run, "")
    say(paragraph.findall(f"{W}r")[-1], "Une place pour chaque parent")
    (change,) = reading_of(plan, desk.saved())[0].changes
    assert (change.kind, change.place, change.certainty) == ("rewording", "A2.G1", Certainty.LIKELY)


def test_several_items_added_in_one_place_keep_their_order(plan, desk, hand):
    first = saying(desk, "Nommer un référent")
    for words in ("Troisième", "Deuxième", "Premier"):
        first.addnext(plain(words))
    first.addprevious(plain("Avant tout"))
    first.addprevious(plain("Avant encore"))
    returned = receive(plan, desk.saved(), "retour.docx", hand=hand, organisation=None)
    for suggestion in returned.suggestions.order_by("-pk"):  # whoever is accepted first
        deciding.accept_suggestion(suggestion, hand=hand)
    assert column(plan, "A2.G1.R1", "operational_objective") == [
        "Avant tout", "Avant encore", "Nommer un référent", "Premier", "Deuxième", "Troisième",
        "Écrire un guide", "Ouvrir le portail",
    ]  # fmt: skip


def test_what_autocorrection_does_is_told_in_one_sentence_and_proposes_nothing(plan, desk):
    for paragraph in desk.items:
        for run in runs(paragraph):
            words = text(run).replace("'", "’").replace("...", "…").replace(" :", "\u00a0:")
            say(run, words.replace("« ", "«\u00a0").replace(" »", "\u202f»"))
    reading, notes = reading_of(plan, desk.saved())
    assert (told(reading), reading.unchanged) == ([], len(snapshot_of(plan).items))
    assert notes == [
        "Passages où seule la typographie diffère (espaces, apostrophes, guillemets, tirets), comptés comme inchangés : 7."
    ]


def test_points_of_detail_that_lost_their_bullets_are_still_points(plan, desk):
    for numbers in [*desk.body.iter(f"{W}numPr")]:
        numbers.getparent().remove(numbers)
    assert told(reading_of(plan, desk.saved())[0]) == []


def test_points_of_a_general_objective_come_back(plan, hand):
    detail(plan.items.get(code="A1.G1"), ["au musée", "à l’école"], seen_version=1, hand=hand)
    sent = write_word(snapshot_of(plan), cover(plan, moment_of(plan)))
    assert told(reading_of(plan, sent)[0]) == []


def test_of_a_paragraph_and_its_copy_the_one_that_says_it_best_is_the_item(plan, desk):
    paragraph = saying(desk, "Ouvrir le portail")
    copy = deepcopy(paragraph)
    say(runs(copy)[0], "Fermer le jardin")
    paragraph.addprevious(copy)
    (change,) = reading_of(plan, desk.saved())[0].changes
    assert (change.kind, change.facts["text"][1]) == ("addition", "Fermer le jardin")


def test_the_second_half_of_an_item_is_never_taken_for_another_one(plan, desk):
    paragraph = saying(desk, "Ouvrir le portail")
    second = plain("Écrire un guide", paragraph)
    ends = [mark for mark in paragraph if mark.tag == f"{W}bookmarkEnd"]
    second.append(ends[0])
    paragraph.addnext(second)
    say(runs(paragraph)[0], "Ouvrir le portail de l’école")
    say(runs(second)[0], "Écrire un guide simple")
    gone = saying(desk, "Écrire un guide")
    gone.getparent().remove(gone)
    reading, _ = reading_of(plan, desk.saved())
    assert sorted(told(reading)) == [("addition", "A2.G1.R1"), ("removal", "A2.G1.O2"), ("rewording", "A2.G1.O3")]


def test_a_bookmark_that_is_never_closed_names_one_item_only(plan, desk):
    end = next(mark for mark in saying(desk, "Voir un spectacle") if mark.tag == f"{W}bookmarkEnd")
    end.getparent().remove(end)
    assert told(reading_of(plan, desk.saved())[0]) == []


def test_rows_in_another_order_are_told(plan, desk):
    row = row_of(saying(desk, "Traduire les"))
    row.getnext().addnext(row)
    reading, notes = reading_of(plan, desk.saved())
    assert (told(reading), reading.reordered) == ([], ("A2.G1",))
    assert any("A2.G1 sont dans un autre ordre" in note for note in notes)


def test_without_marks_something_new_where_something_is_missing_is_never_sure(plan, desk):
    say(runs(saying(desk, "Traduire les"))[0], "Ouvrir une garderie le soir")
    reading, _ = reading_of(plan, desk.stripped())
    assert [change.certainty for change in reading.changes] == [Certainty.UNCERTAIN] * len(reading.changes)
    assert reading.changes


def test_a_copy_with_most_of_the_plan_missing_is_perhaps_an_extract(plan, desk):
    heading, table = desk.headings[1], desk.tables[1]
    for row in [r for r in desk.tables[0].findall(f"{W}tr") if not is_header(r)][1:]:
        row.getparent().remove(row)
    for element in (heading, table):
        element.getparent().remove(element)
    removals = [c for c in reading_of(plan, desk.saved())[0].changes if c.kind == SuggestionKind.REMOVAL]
    assert {change.certainty for change in removals} == {Certainty.UNCERTAIN}


def test_hostile_names_of_bookmarks_name_nothing(plan, desk):
    for mark in desk.body.iter(f"{W}bookmarkStart"):
        if "moment" in mark.get(f"{W}name"):
            mark.set(f"{W}name", f"{PREFIX}moment_{'9' * 6000}")
    paragraph = saying(desk, "Ouvrir le portail")
    for name in (f"{PREFIX}{'a' * 32}", f"{PREFIX}{'../' * 300}", f"{PREFIX}\u202e'; DROP TABLE--"):
        paragraph.insert(1, etree.Element(f"{W}bookmarkStart", {f"{W}id": name[-5:], f"{W}name": name}))
    assert told(reading_of(plan, desk.saved())[0]) == []


def test_a_paragraph_of_a_million_letters_is_left_aside_and_told(plan, desk, hand):
    say(runs(saying(desk, "Ouvrir le portail"))[0], "mot " * 250_000)
    desk.cells[0].append(plain("phrase " * 150_000))
    returned = receive(plan, desk.saved(), "retour.docx", hand=hand, organisation=None)
    assert not returned.suggestions.exists()
    assert sum("trop long" in note for note in returned.notes) == 2
    assert all(len(note) < 400 for note in returned.notes)


@pytest.mark.parametrize("outside", [True, False])
def test_a_document_of_a_hundred_thousand_paragraphs_is_refused_in_one_sentence(plan, desk, hand, outside):
    place = desk.body if outside else desk.cells[0]
    for number in range(6_000):
        place.insert(0, plain(f"Ligne {number}"))
    with pytest.raises(NotThisPlan) as refused:
        receive(plan, desk.saved(), "retour.docx", hand=hand, organisation=None)
    assert refused.value.code == "too_long"


def test_macros_and_links_to_the_outside_are_never_opened(plan, desk):
    relations = desk.parts["word/_rels/document.xml.rels"]
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    outside = b'<Relationship Id="x%d" Type="' + kind + b'%s" Target="%s" TargetMode="External"/>'
    desk.parts["word/_rels/document.xml.rels"] = relations.replace(
        b"</Relationships>",
        outside % (1, b"image", b"http://localhost:1/a.png")
        + outside % (2, b"attachedTemplate", b"file:///etc/hostname")
        + outside % (3, b"comments", b"file:///etc/hostname")
        + b"</Relationships>",
    )
    desk.parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(512)
    assert told(reading_of(plan, desk.saved())[0]) == []
