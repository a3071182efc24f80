"""Whatever a partner does to the Word file: taking all of it gives what it says; taking nothing changes nothing."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from preau.foundation.documents import read
from preau.people.accounts.hand import Hand
from preau.plan.drafting import deciding
from preau.plan.drafting.enums import Certainty
from preau.plan.exchange.changes import changes_of
from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.receiving import receive
from preau.plan.exchange.returned import read_returned
from preau.plan.exchange.word import write_word
from preau.plan.importing.writing import write_plan
from preau.plan.structure.replay import moment_of, snapshot_of
from tests.cast import make_commune, make_person
from tests.conftest import NOW
from tests.plan.exchange.partner import EDITS, Document, Nowhere, key, said_by, words_of
from tests.plan.exchange.plans import cover, small_draft

STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 99), st.integers(0, 999), st.integers(0, 11)),
    min_size=1,
    max_size=5,
)
EXAMPLES = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
"""The plan is written once for all of them: each example leaves it as it found it. The same ones each time, since a few
tangles of edits can be read in two ways."""


def edited(document: bytes, steps) -> Document:
    desk = Document(document)
    for name, pick, what, how in steps:
        EDITS[name](desk, pick, what, how)
    return desk


@pytest.fixture
def plan(db):
    return write_plan(small_draft(), title="Grandir", commune=make_commune(), hand=Hand(None, NOW), decisions=[])


@pytest.fixture
def hand(db):
    return Hand(make_person("coordinator"), NOW)


@pytest.fixture
def base(plan):
    return snapshot_of(plan)


@pytest.fixture
def sent(plan, base):
    return write_word(base, cover(plan, moment_of(plan)))


@EXAMPLES
@given(steps=STEPS)
def test_taking_every_change_in_order_gives_what_the_document_says(plan, hand, base, sent, steps):
    desk = edited(sent, steps)
    homes = {item.uid: base.by_code[item.parent].uid for item in base.items if item.parent}
    try:
        wanted, kept = words_of(desk, homes)
    except Nowhere:
        return
    with transaction.atomic():
        returned = receive(plan, desk.saved(), "retour.docx", hand=hand, organisation=None)
        assert snapshot_of(plan) == base
        for suggestion in returned.suggestions.order_by("pk"):
            deciding.accept_suggestion(suggestion, hand=hand)
        after = snapshot_of(plan)
        transaction.set_rollback(True)
    names = {key(after.by_uid[uid].text): uid for uid in kept}
    found = said_by(after)
    staying = {names[g]: rows for _, generals in found for g, rows in generals if g in names}
    rest = [(axis, [(g, rows) for g, rows in generals if g not in names]) for axis, generals in found]
    assert rest == wanted
    assert staying == kept


@EXAMPLES
@given(steps=STEPS)
def test_refusing_every_change_leaves_the_plan_as_it_was(plan, hand, base, sent, steps):
    with transaction.atomic():
        returned = receive(plan, edited(sent, steps).saved(), "retour.docx", hand=hand, organisation=None)
        for suggestion in returned.suggestions.order_by("pk"):
            deciding.refuse_suggestion(suggestion, hand=hand)
        assert snapshot_of(plan) == base
        transaction.set_rollback(True)


@EXAMPLES
@given(steps=STEPS, codes=st.booleans())
def test_without_marks_nothing_is_surely_attached_to_the_wrong_item(plan, base, steps, codes):
    desk = edited(write_word(base, cover(plan, moment_of(plan)), codes=codes), steps)
    returned = read_returned(read(desk.stripped(), "retour.docx", bookmarks=PREFIX))
    truths = read_returned(read(desk.stripped(truth=True), "retour.docx", bookmarks=PREFIX))
    if [(i.kind, i.text) for i in returned.items] != [(i.kind, i.text) for i in truths.items]:
        return
    true = {item.key: item.mark for item in truths.items}
    for number, pair in changes_of(base, returned).matching.pairs.items():
        said, known = returned.items[number].text, pair.item.text
        same = {item.uid for item in base.items if item.text == known}
        is_part = known in said or said in known  # of an item cut in two, or of two made one
        assert pair.certainty == Certainty.UNCERTAIN or true[number] in same or is_part, (said, pair)
