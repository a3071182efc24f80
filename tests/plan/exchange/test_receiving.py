"""A partner sends a copy back: each difference becomes a suggestion; the plan changes only when one is accepted."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from preau.foundation.documents.errors import UnreadableDocument
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.plan.drafting import deciding
from preau.plan.drafting.enums import Certainty, SuggestionKind, SuggestionState
from preau.plan.drafting.errors import Meanwhile, PlaceMissing
from preau.plan.drafting.models import ReturnedDocument, Suggestion
from preau.plan.exchange.errors import AlreadyReceived, NotThisPlan
from preau.plan.exchange.receiving import discard, receive
from preau.plan.exchange.tables import write_csv
from preau.plan.exchange.word import write_word
from preau.plan.structure.actions import remove_item, reword, schedule
from preau.plan.structure.replay import moment_of, snapshot_of
from tests.cast import make_organisation, make_person, make_plan
from tests.plan.exchange.plans import cover

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def partner(now):
    return Hand(make_person("contributor"), now)


@pytest.fixture
def coordinator(now):
    return Hand(make_person("coordinator"), now)


def sent(plan, codes=True) -> bytes:
    return write_word(snapshot_of(plan), cover(plan, moment_of(plan)), codes=codes)


def edited(document: bytes, **changes: str) -> bytes:
    """Words replaced in the paragraphs of the Word file: {old: new}."""
    word = Document(BytesIO(document))
    paragraphs = [p for table in word.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    for old, new in changes.items():
        run = next(run for p in paragraphs for run in p.runs if old in run.text)
        run.text = run.text.replace(old, new)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def came_back(plan, partner, data, name="retour.docx"):
    return receive(plan, data, name, hand=partner, organisation=make_organisation("Caf"))


def text(plan, code):
    return plan.items.get(code=code).text


def test_a_change_becomes_a_suggestion_and_the_plan_is_not_touched(plan, partner):
    before = snapshot_of(plan)
    returned = came_back(plan, partner, edited(sent(plan), théâtre="musée"))
    suggestion = returned.suggestions.get()
    assert (suggestion.kind, suggestion.place, suggestion.certainty) == (
        SuggestionKind.REWORDING,
        "A1.G1.O1",
        Certainty.SURE,
    )
    assert (suggestion.by, suggestion.organisation.name) == (partner.by, "Caf")
    assert returned.unchanged == len(before.items) - 1
    assert snapshot_of(plan) == before
    assert AuditEvent.objects.latest("number").verb == "return.received"


def test_accepting_it_changes_the_plan_and_tells_why(plan, partner, coordinator):
    returned = came_back(plan, partner, edited(sent(plan), théâtre="musée"))
    accepted = deciding.accept_suggestion(returned.suggestions.get(), hand=coordinator)
    assert text(plan, "A1.G1.O1") == "Offrir à chaque enfant une sortie au musée par an"
    assert accepted.change.item.code == "A1.G1.O1"


def test_an_unchanged_copy_brings_nothing(plan, partner):
    assert came_back(plan, partner, sent(plan)).suggestions.count() == 0


def test_words_changed_on_both_sides_in_different_places_are_merged_on_request(plan, partner, coordinator):
    copy = edited(sent(plan), **{"par an": "par trimestre"})
    item = plan.items.get(code="A1.G1.O1")
    reword(item, item.text.replace("enfant", "jeune"), seen_version=1, hand=coordinator)
    suggestion = came_back(plan, partner, copy).suggestions.get()
    with pytest.raises(Meanwhile) as meanwhile:
        deciding.accept_suggestion(suggestion, hand=coordinator)
    assert meanwhile.value.merged == "Offrir à chaque jeune une sortie au théâtre par trimestre"
    assert text(plan, "A1.G1.O1") == "Offrir à chaque jeune une sortie au théâtre par an"
    deciding.accept_suggestion(
        suggestion, hand=coordinator, wording=meanwhile.value.merged, seen_version=meanwhile.value.current.version
    )
    assert text(plan, "A1.G1.O1") == "Offrir à chaque jeune une sortie au théâtre par trimestre"


def test_the_same_words_changed_on_both_sides_are_a_conflict_and_nothing_is_lost(plan, partner, coordinator):
    copy = edited(sent(plan), théâtre="musée")
    item = plan.items.get(code="A1.G1.O1")
    reword(item, item.text.replace("théâtre", "concert"), seen_version=1, hand=coordinator)
    suggestion = came_back(plan, partner, copy).suggestions.get()
    with pytest.raises(Meanwhile) as meanwhile:
        deciding.accept_suggestion(suggestion, hand=coordinator)
    assert meanwhile.value.merged is None
    assert "concert" in text(plan, "A1.G1.O1")
    assert "musée" in suggestion.new_text


def test_what_the_plan_came_to_say_meanwhile_is_not_proposed_again(plan, partner, coordinator):
    copy = edited(sent(plan), théâtre="musée")
    item = plan.items.get(code="A1.G1.O1")
    reword(item, item.text.replace("théâtre", "musée"), seen_version=1, hand=coordinator)
    assert came_back(plan, partner, copy).suggestions.count() == 0


def test_an_item_that_was_added_after_the_copy_was_taken_is_not_seen_as_removed(plan, partner, coordinator):
    from preau.plan.structure.actions import add_item

    copy = sent(plan)
    add_item(plan.rows.first(), "expected_effect", "Un effet venu après", hand=coordinator)
    assert came_back(plan, partner, copy).suggestions.count() == 0


def test_a_change_to_an_item_taken_out_meanwhile_is_shown_and_not_applied_in_silence(plan, partner, coordinator):
    copy = edited(sent(plan), théâtre="musée")
    remove_item(plan.items.get(code="A1.G1.O1"), hand=coordinator)
    suggestion = came_back(plan, partner, copy).suggestions.get()
    assert suggestion.item.removed_at is not None


def test_the_same_file_sent_twice_is_refused_and_leads_to_the_first_one(plan, partner):
    copy = edited(sent(plan), théâtre="musée")
    first = came_back(plan, partner, copy)
    with pytest.raises(AlreadyReceived) as again:
        came_back(plan, partner, copy)
    assert again.value.returned == first
    discard(first, hand=partner)
    assert came_back(plan, partner, copy).suggestions.count() == 1


def test_discarding_a_copy_takes_back_what_was_still_open(plan, partner, coordinator):
    returned = came_back(plan, partner, edited(sent(plan), **{"théâtre": "musée", "par an": "par mois"}))
    discard(returned, hand=coordinator)
    assert set(returned.suggestions.values_list("state", flat=True)) == {SuggestionState.WITHDRAWN}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", UnreadableDocument),
        (b"%PDF-1.7 rien", UnreadableDocument),
        (b"PK\x03\x04 abime", UnreadableDocument),
        (b"Une liste de courses : pommes, poires.", NotThisPlan),
    ],
)
def test_a_file_that_is_no_copy_of_the_plan_leaves_nothing_behind(plan, partner, data, error):
    with pytest.raises(error):
        came_back(plan, partner, data)
    assert not ReturnedDocument.objects.exists()
    assert Suggestion.objects.filter(batch__isnull=False).count() == 0


def test_a_copy_of_another_plan_is_refused(plan, partner):
    from tests.cast import make_big_plan

    other = make_big_plan(40)
    with pytest.raises(NotThisPlan) as refused:
        came_back(plan, partner, sent(other))
    assert "d’un autre" in refused.value.sentence


def test_margin_remarks_are_kept_with_their_author_on_the_item_they_stand_beside(plan, partner):
    word = Document(BytesIO(sent(plan)))
    paragraph = next(
        p for row in word.tables[0].rows for cell in row.cells for p in cell.paragraphs if "théâtre" in p.text
    )
    word.add_comment(runs=paragraph.runs[-1], text="Et la danse ?", author="Claire Aubin", initials="CA")
    stream = BytesIO()
    word.save(stream)
    came_back(plan, partner, stream.getvalue())
    said = plan.comments.get(text="Et la danse ?")
    assert (said.author, said.item.code) == ("Claire Aubin", "A1.G1.O1")


def test_words_typed_outside_the_tables_are_told(plan, partner):
    word = Document(BytesIO(sent(plan)))
    word.add_paragraph("Pensez à la fête des écoles.")
    stream = BytesIO()
    word.save(stream)
    (note,) = came_back(plan, partner, stream.getvalue()).notes
    assert "Pensez à la fête des écoles." in note


def test_a_whole_new_branch_is_accepted_piece_by_piece(plan, partner, coordinator):
    word = Document(BytesIO(sent(plan)))
    cells = word.tables[0].add_row().cells
    for cell, words in zip(cells, ("Un objectif général neuf", "Un objectif neuf", "Un effet neuf"), strict=True):
        cell.paragraphs[0].text = words
    stream = BytesIO()
    word.save(stream)
    branch, objective, effect = came_back(plan, partner, stream.getvalue()).suggestions.order_by("pk")
    with pytest.raises(PlaceMissing):
        deciding.accept_suggestion(objective, hand=coordinator)
    for suggestion in (branch, objective, effect):
        deciding.accept_suggestion(suggestion, hand=coordinator)
    new = plan.items.get(text="Un objectif neuf")
    assert new.parent.text == "Un objectif général neuf"
    assert plan.items.get(text="Un effet neuf").row == new.row


def test_a_table_that_comes_back_changes_owner_and_day(plan, partner, coordinator):
    make_organisation("Service culture")
    lines = write_csv(snapshot_of(plan), moment_of(plan)).decode("utf-8-sig")
    lines = lines.replace("Service des sports;2027-06-30", "service culture;31/12/2027")
    returned = came_back(plan, partner, lines.encode(), "plan.csv")
    for suggestion in returned.suggestions.all():
        deciding.accept_suggestion(suggestion, hand=coordinator)
    item = plan.items.get(code="A1.G1.O2")
    assert (item.owner.name, item.horizon_on.isoformat()) == ("Service culture", "2027-12-31")


def test_an_owner_that_nobody_knows_is_told_and_changes_nothing(plan, partner):
    lines = write_csv(snapshot_of(plan), moment_of(plan)).decode("utf-8-sig")
    returned = came_back(plan, partner, lines.replace("Service des sports", "Inconnu SA").encode(), "plan.csv")
    assert returned.suggestions.count() == 0
    assert "Inconnu SA" in returned.notes[0]


def test_a_day_changed_on_both_sides_is_looked_at_again(plan, partner, coordinator):
    lines = write_csv(snapshot_of(plan), moment_of(plan)).decode("utf-8-sig").replace("2027-06-30", "2027-12-31")
    item = plan.items.get(code="A1.G1.O2")
    from datetime import date

    schedule(item, date(2028, 1, 1), seen_version=1, hand=coordinator)
    suggestion = came_back(plan, partner, lines.encode(), "plan.csv").suggestions.get()
    with pytest.raises(Meanwhile):
        deciding.accept_suggestion(suggestion, hand=coordinator)
    deciding.accept_suggestion(suggestion, hand=coordinator, seen_version=2)
    assert plan.items.get(code="A1.G1.O2").horizon_on == date(2027, 12, 31)
