"""The plan goes to a real word processor and comes back: nothing is lost, every edit is found at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from preau.foundation.documents import read
from preau.plan.drafting.enums import Certainty
from preau.plan.exchange.changes import Reading, changes_of
from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.returned import read_returned
from preau.plan.exchange.word import write_word
from preau.plan.structure.replay import moment_of, snapshot_of
from preau.plan.structure.snapshot import PlanSnapshot
from tests.plan.exchange.edits import TwoDozen, found
from tests.plan.exchange.office import copied_without_marks, edited, saved_again
from tests.plan.exchange.plans import cover, demo_plan, real_plan

pytestmark = [pytest.mark.django_db, pytest.mark.office]


def reading_of(base: PlanSnapshot, document: bytes, name: str = "retour.docx") -> Reading:
    return changes_of(base, read_returned(read(document, name, bookmarks=PREFIX)))


@pytest.fixture(params=["demo", "real"])
def plan(request):
    return demo_plan() if request.param == "demo" else real_plan(request.getfixturevalue("shared"))


@pytest.fixture
def snapshot(plan):
    return snapshot_of(plan)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_partner_opens_and_saves_the_plan_and_nothing_differs(plan, snapshot, kind, tmp_path: Path):
    moment = moment_of(plan)
    sent = write_word(snapshot, cover(plan, moment))
    document = read(saved_again(sent, tmp_path, kind), f"retour.{kind}", bookmarks=PREFIX)
    returned = read_returned(document)
    reading = changes_of(snapshot, returned)
    assert reading.changes == []
    assert reading.unchanged == len(snapshot.items)
    assert (returned.moment, returned.leftovers) == (moment, [])


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_partner_makes_two_dozen_edits_and_exactly_those_are_found(plan, snapshot, kind, tmp_path: Path):
    edits = TwoDozen(snapshot)
    sent = write_word(snapshot, cover(plan, moment_of(plan)))
    signed = [{"do": "sign", "name": "Claire Aubin"}, *edits.operations]
    reading = reading_of(snapshot, edited(sent, tmp_path, signed, kind), f"retour.{kind}")
    assert found(reading.changes) == edits.expected
    assert sum(edits.expected.values()) == len(edits.operations) == 24
    assert {change.certainty for change in reading.changes} == {Certainty.SURE}
    places = {change.place for change in reading.changes}
    assert {place.split(".")[0] for place in places} == {axis.item.code for axis in snapshot.axes}
    assert len({".".join(place.split(".")[:2]) for place in places}) >= 8


def test_tracked_changes_bear_the_name_of_who_made_them_and_the_others_none(plan, snapshot, tmp_path: Path):
    edits = TwoDozen(snapshot)
    sent = write_word(snapshot, cover(plan, moment_of(plan)))
    signed = [{"do": "sign", "name": "Claire Aubin"}, *edits.operations]
    changes = reading_of(snapshot, edited(sent, tmp_path, signed)).changes
    tracked = {operation.get("with") or operation.get("text") for operation in edits.operations if operation["tracked"]}
    for change in changes:
        words = (change.facts.get("text") or [None, ""])[1] or ""
        if change.kind in ("rewording", "addition"):
            was_tracked = any(words.startswith(each) for each in tracked if each)
            assert change.author == ("Claire Aubin" if was_tracked else ""), words
            assert (change.at is not None) == was_tracked


def test_edits_copied_into_a_new_document_without_marks_are_found_by_their_words(plan, snapshot, tmp_path: Path):
    edits = TwoDozen(snapshot)
    sent = write_word(snapshot, cover(plan, moment_of(plan)), codes=False)
    copy = copied_without_marks(edited(sent, tmp_path, edits.operations), tmp_path)
    assert PREFIX.encode() not in copy
    reading = reading_of(snapshot, copy)
    surely = found([change for change in reading.changes if change.certainty is not Certainty.UNCERTAIN])
    assert surely <= edits.expected, surely - edits.expected  # nothing wrong in silence
    assert sum((found(reading.changes) & edits.expected).values()) >= 22
