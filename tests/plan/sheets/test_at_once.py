"""Several people at the same sheets at the same time, for real: a thread and a connection each."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from preau.foundation.lifecycle import NotNow
from preau.people.accounts.hand import Hand
from preau.people.audit.queries import check_journal
from preau.plan.sheets import stepping
from preau.plan.sheets.copying import copy_to_next_year
from preau.plan.sheets.errors import AlreadyCopied, AlreadySigned, SheetConflict
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.reminders import remind
from preau.plan.sheets.writing import create_sheet, edit_sheet
from tests.cast import make_plan
from tests.cast.sheets import REVIEW, fresh, make_sheet, the_co_owner, the_owner, the_signer
from tests.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
HAND = Hand(None, NOW)
TOLD = (AlreadyCopied, AlreadySigned, NotNow, SheetConflict)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Runs them together; gives the names of what each was told, "" for an act that was kept. Anything else fails."""
    start, told = threading.Barrier(len(acts)), ["?"] * len(acts)

    def run(number: int) -> None:
        try:
            start.wait()
            acts[number]()
            told[number] = ""
        except TOLD as refusal:
            told[number] = type(refusal).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert check_journal().broken_at is None
    return sorted(told)


def test_sheets_opened_together_never_share_a_number():
    plan, owner = make_plan(), the_owner()
    told = at_once(
        *(lambda: create_sheet(plan, title="Idée", owner=owner, school_year=2026, hand=HAND) for _ in range(8))
    )
    assert told == [""] * 8
    assert sorted(plan.sheets.values_list("number", flat=True)) == list(range(1, 9))


def test_both_sides_agree_together_and_the_sheet_is_co_validated_once():
    sheet = make_sheet("proposed")
    sides = [(side, Hand(the_signer(side), NOW)) for side in (the_owner(), the_co_owner())]
    told = at_once(
        *(lambda s=side, h=hand: stepping.validate(sheet, organisation=s, hand=h) for side, hand in sides * 2)
    )
    assert told.count("") == 2
    assert set(told) <= {"", "AlreadySigned", "NotNow"}
    assert fresh(sheet).state == "co_validated"
    assert list(sheet.events.values_list("kind", flat=True)).count("validate") == 1


def test_two_people_who_write_the_same_title_together_are_told():
    sheet = make_sheet()
    seen = sheet.version
    told = at_once(
        *(
            lambda n=number: edit_sheet(sheet, {"title": f"Titre {n}"}, seen_version=seen, hand=HAND)
            for number in range(4)
        ),
        lambda: edit_sheet(sheet, {"means": "Deux cars"}, seen_version=seen, hand=HAND),
    )
    assert told == ["", "", "SheetConflict", "SheetConflict", "SheetConflict"]
    assert fresh(sheet).means == "Deux cars"
    assert fresh(sheet).version == seen + 2


def test_an_agreement_is_never_given_to_words_that_change_meanwhile():
    sheet = make_sheet("proposed")
    seen, side = sheet.version, the_co_owner()
    signer = Hand(the_signer(side), NOW)
    at_once(
        lambda: stepping.validate(sheet, organisation=side, hand=signer, seen_version=seen),
        lambda: edit_sheet(sheet, {"title": "Autre chose"}, seen_version=seen, hand=HAND),
    )
    assert not sheet.validations.filter(withdrawn_at=None).exists()
    assert fresh(sheet).title == "Autre chose"


def test_a_step_taken_together_is_taken_once():
    sheet = make_sheet("running")
    assert at_once(*(lambda: stepping.review(sheet, REVIEW, hand=HAND) for _ in range(3))) == ["", "NotNow", "NotNow"]
    told = at_once(*(lambda: copy_to_next_year(sheet, hand=HAND) for _ in range(3)))
    assert told == ["", "AlreadyCopied", "AlreadyCopied"]
    assert ActionSheet.objects.count() == 2


def test_two_workers_recall_a_day_once():
    sheet = make_sheet("running")
    the_signer(the_owner())
    counts: list[int] = []
    at_once(*(lambda: counts.append(remind(today=sheet.review_due_on, now=NOW)) for _ in range(3)))
    assert sum(counts) == 1
