"""A worker is killed in the middle of a registration: nothing is confirmed that was not committed, and nothing stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from preau.offer.enrolment.enums import EnrolmentState as S
from preau.offer.enrolment.models import BookingUnit, Enrolment, EnrolmentMessage, EnrolmentStep
from preau.offer.enrolment.taking import enrol
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.audit.queries import check_journal
from preau.people.households.enums import Channel
from tests.cast.enrolment import make_unit
from tests.cast.families import Family, make_small_family
from tests.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
WRITTEN = (BookingUnit, Enrolment, EnrolmentStep, EnrolmentMessage, AuditEvent)


@contextmanager
def another(unit: BookingUnit, family: Family, stop: str) -> Iterator[subprocess.Popen[str]]:
    things = (unit, family.children["child"], family.homes["home"], family.adults["parent"])
    database = str(connection.settings_dict["NAME"])
    command = [
        sys.executable,
        "-m",
        "tests.offer.enrolment.another",
        database,
        *(str(each.pk) for each in things),
        stop,
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ.copy()) as process:
        try:
            yield process
        finally:
            process.kill()


def _all_rows() -> list[list[dict[str, object]]]:
    return [list(model.objects.order_by("pk").values()) for model in WRITTEN]


def _enrol(unit: BookingUnit, family: Family) -> Enrolment:
    return enrol(
        unit=unit,
        child=family.children["child"],
        household=family.homes["home"],
        asked_by=family.adults["parent"],
        channel=Channel.COUNTER,
        hand=Hand(None, NOW),
    )


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("stop", ["seated", "written"])
def test_a_worker_killed_before_the_commit_leaves_the_town_as_it_was(stop):
    unit = make_unit(capacity=1)
    first, second = make_small_family("premier"), make_small_family("second")
    before = _all_rows()
    with another(unit, first, stop) as process:
        assert _said(process) == "here"  # and not « confirmé »: nobody was told anything
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert process.stdout.read() == ""
    assert _all_rows() == before
    # The place is still there, for the next one and then for nobody.
    assert _enrol(unit, second).state == S.CONFIRMED
    assert _enrol(unit, first).state == S.WAITING
    unit.refresh_from_db()
    assert (unit.taken, unit.queued) == (1, 1)
    assert check_journal().broken_at is None


def test_a_worker_killed_after_the_commit_had_confirmed_what_is_written():
    unit, family = make_unit(capacity=1), make_small_family("seul")
    with another(unit, family, "confirmed") as process:
        assert _said(process) == S.CONFIRMED
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    place = Enrolment.objects.get()
    unit.refresh_from_db()
    assert (place.state, place.child, unit.taken) == (S.CONFIRMED, family.children["child"], 1)
    assert EnrolmentStep.objects.filter(enrolment=place).count() == 1
    assert check_journal().broken_at is None


def test_whoever_asks_while_another_worker_holds_the_place_has_the_next_answer():
    """The second waits for the first; the first dies; the second has the place, once."""
    unit = make_unit(capacity=1)
    first, second = make_small_family("premier"), make_small_family("second")
    with another(unit, first, "written") as process, another(unit, second, "confirmed") as waiting:
        assert _said(process) == "here"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        answer = _said(waiting)
        waiting.kill()
    unit.refresh_from_db()
    places = Enrolment.objects.all()
    assert (answer, unit.taken, [each.state for each in places]) == (S.CONFIRMED, 1, [S.CONFIRMED])
