"""The program is killed in the middle, or another one is at it: real processes on the same database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection

from preau.people.accounts.hand import Hand
from preau.town.calendar.models import BankHoliday
from preau.town.opendata.errors import AlreadyRunning
from preau.town.opendata.models import ImportChange, ImportRun
from preau.town.opendata.running import is_interrupted
from preau.town.opendata.undoing import undo_import
from tests.cast.people import make_commune, make_person

from .kinds import DAYS, TWO_DAYS, Files

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[3]
MOST_MEMORY = 60_000
"""kB that an import of 70,000 lines may take on top of the program: keys and fingerprints, never the lines."""


@pytest.fixture
def place(transactional_db: None, tmp_path: Path, now: datetime) -> Files:
    return Files(tmp_path, make_commune(), Hand(make_person("agent"), now))


@contextmanager
def another(place: Files, file: Path, stop: str) -> Iterator[subprocess.Popen[str]]:
    database = str(connection.settings_dict["NAME"])
    arguments = [sys.executable, "-m", "tests.town.opendata.another", database, str(file), str(place.commune.pk), stop]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ.copy()) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until_there(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"


def soon(truth: object) -> bool:
    """PostgreSQL takes an instant to see that a client is gone."""
    for _ in range(100):
        if truth():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("stop", ["reading", "writing"])
def test_a_killed_import_leaves_everything_as_before_and_says_so_next_time(place: Files, stop: str) -> None:
    place.take(DAYS, TWO_DAYS)
    before = list(BankHoliday.objects.order_by("pk").values())
    changes = ImportChange.objects.count()
    file = place.write(
        ["date;nom", "25/12/2026;Autre nom", *(f"{d:02}/03/2027;Jour {d}" for d in range(1, 30))], "b.csv"
    )
    with another(place, file, stop) as process:
        wait_until_there(process)
        os.kill(process.pid, signal.SIGKILL)
    killed = ImportRun.objects.get(state="running")
    assert soon(lambda: is_interrupted(killed))
    assert list(BankHoliday.objects.order_by("pk").values()) == before
    assert ImportChange.objects.count() == changes
    run = place.take(DAYS, [*TWO_DAYS, "01/05/2027;Fête du Travail"])
    assert run.created == 1
    killed.refresh_from_db()
    assert killed.state == "interrupted"
    assert "Rien n’a été changé" in killed.error


@pytest.mark.parametrize("stop", ["reading", "writing"])
def test_a_second_import_of_the_same_kind_is_refused_while_the_first_is_at_work(place: Files, stop: str) -> None:
    first = place.take(DAYS, TWO_DAYS)
    file = place.write(["date;nom", "01/05/2027;Fête du Travail", *TWO_DAYS[1:]], "b.csv")
    with another(place, file, stop) as process:
        wait_until_there(process)
        assert not is_interrupted(ImportRun(commune=place.commune, source=DAYS.name, state="running"))
        with pytest.raises(AlreadyRunning):
            place.take(DAYS, TWO_DAYS)
        with pytest.raises(AlreadyRunning):
            undo_import(first, DAYS, hand=place.hand)
    assert BankHoliday.objects.count() == 2


def test_a_national_file_is_imported_in_little_memory(place: Files) -> None:
    """A file of 70,000 lines and 44 MB. What is bounded is memory; how long it takes is for the benchmarks."""
    file = place.folder / "national.csv"
    filler = ";".join("une colonne que nous ne lisons pas" for _ in range(17))
    with file.open("w", encoding="utf-8") as out:
        out.write("date;nom;" + ";".join(f"autre {n}" for n in range(17)) + "\n")
        for n in range(70_000):
            out.write(f"{1800 + n // 336:04}-{1 + n // 28 % 12:02}-{1 + n % 28:02};Jour {n};{filler}\n")
    assert file.stat().st_size > 40_000_000
    with another(place, file, "nowhere") as process:
        created, memory = process.communicate()[0].split()
    assert int(created) == 70_000
    assert int(memory) < MOST_MEMORY
