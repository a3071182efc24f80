from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import duckdb
import pytest

from preau.observatory.facts.health import CHECKS, health_of
from preau.observatory.facts.reading import facts_in_use
from preau.offer.attendance.models import Attendance
from preau.people.households.models import Child
from tests.cast.day import make_group, make_session, weeks_before
from tests.cast.facts import facts_of, take
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(now):
    """Three sessions of judo with two children placed; the roll was called at the last past one only."""
    family = make_two_homes()
    today = make_session("Judo")
    make_group(today, *family.children.values())
    sessions = weeks_before(today, 2)
    for child in family.children.values():
        Attendance.objects.create(session=sessions[-1], child=child, state="present", recorded_at=now)
    return family


def test_threads_ask_at_the_same_time(day, now):
    facts = facts_of(now)
    with ThreadPoolExecutor(8) as pool:
        told = set(pool.map(lambda _n: facts.ask("SELECT count(*) FROM presences")[0][0], range(80)))
    assert told == {2}


def test_the_door_opens_on_nothing_else_of_the_disk(day, now, tmp_path):
    facts = facts_of(now)
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    with pytest.raises(duckdb.Error):
        facts.ask(f"SELECT * FROM read_csv('{tmp_path / 'secret.csv'}')")
    with pytest.raises(duckdb.Error):
        facts.ask("SET enable_external_access = true")
    with pytest.raises(duckdb.Error):
        facts.ask("INSTALL httpfs")


def test_whoever_asked_before_keeps_their_facts(day, now):
    before = facts_of(now)
    Attendance.objects.all().delete()
    after = facts_of(now + timedelta(minutes=1))
    assert before.ask("SELECT count(*) FROM presences") == [(2,)]
    assert after.ask("SELECT count(*) FROM presences") == [(0,)]
    assert before.version != after.version


def test_the_connection_is_kept_while_facts_are_the_same(day, now):
    take(now)
    one, other = facts_in_use(), facts_in_use()
    assert one is not None
    assert one._connection is other._connection


def test_what_nobody_filled_in_is_counted(day, now):
    Child.objects.filter(first_name="Noé").update(sex="boy")
    told = {found.check.name: (found.faults, found.of) for found in health_of(facts_of(now))}
    assert told["no_sex"] == (1, 2)
    assert told["no_quotient"] == (2, 2)
    assert told["not_called"] == (1, 2)
    assert told["left_expected"] == (0, 2)
    assert told["nowhere"] == (1, 1)
    assert told["no_review"] == (0, 0)


def test_an_empty_town_has_nothing_to_reproach(now):
    assert all(found.faults == found.of == 0 for found in health_of(facts_of(now)))
    assert len({check.name for check in CHECKS}) == len(CHECKS)
