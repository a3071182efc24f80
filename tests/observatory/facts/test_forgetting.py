from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from preau.foundation.crypto.pseudonyms import current
from preau.observatory.facts.manifest import folder_of, in_use, kept_names, read_manifest, sha_of
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.facts.snapshots import forgetting
from preau.observatory.facts.snapshots.forgetting import forget_facts
from preau.offer.attendance.models import Attendance
from preau.people.accounts.hand import Hand
from preau.people.households.erasing import erase_child, erase_family
from preau.surfaces.shell.erasers import ERASERS
from tests.cast.day import make_group, make_session
from tests.cast.everything import make_everything
from tests.cast.facts import facts_of, failing_at, hashes, take
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(now):
    family = make_two_homes()
    session = make_session("Échecs")
    make_group(session, *family.children.values())
    for child in family.children.values():
        Attendance.objects.create(session=session, child=child, state="present", recorded_at=now)
    return family


def _told_of(child) -> dict[str, int]:
    """Rows of every kept snapshot that tell of a child."""
    import duckdb

    found: dict[str, int] = {}
    paths = [path for name in kept_names() for path in folder_of(name).rglob("*.parquet")]
    with duckdb.connect() as engine:
        for path in paths:
            table = f"read_parquet('{path}')"
            columns = [each[0] for each in engine.execute(f"DESCRIBE SELECT * FROM {table}").fetchall()]
            if "child" in columns:
                who = current().of("child", child.pk)
                told = engine.execute(f"SELECT count(*) FROM {table} WHERE child = ?", [who]).fetchall()
                found[str(path)] = told[0][0]
    return found


def test_erasing_a_family_takes_its_rows_out_of_every_snapshot_at_once(now, day):
    family = make_everything(now)
    child = family.children["child"]
    take(now)
    take(now + timedelta(minutes=1))
    opened = facts_in_use()
    others = opened.ask("SELECT count(*) FROM presences")[0][0] - 1
    assert sum(_told_of(child).values()) >= 8  # a row in children, registrations, wishes, presences, each kept twice

    erase_family(family.adults["parent"], hand=Hand(None, now), also=ERASERS)

    assert set(_told_of(child).values()) == {0}
    facts = facts_in_use()
    assert facts.version != opened.version
    assert facts.ask("SELECT count(*) FROM presences") == [(others,)]
    assert facts.rows["presences"] == others
    assert opened.ask("SELECT count(*) FROM presences") == [(others,)]
    for name in kept_names():
        for part in read_manifest(name).parts:
            assert not part.file or part.sha256 == sha_of(folder_of(name) / part.file)


def test_the_next_snapshot_does_not_bring_them_back(now, day):
    noe, zelie = day.children["Noé"], day.children["Zélie"]
    take(now)
    forget_facts(noe)
    erase_child(noe, hand=Hand(None, now))
    reused = facts_of(now + timedelta(minutes=1))
    assert reused.ask("SELECT count(*) FROM presences") == [(1,)]
    assert set(_told_of(noe).values()) == {0}
    assert sum(_told_of(zelie).values())
    first = hashes()
    take(now + timedelta(minutes=2), anew=True)
    assert hashes() == first


def test_an_erasing_that_is_undone_is_repaired_by_the_next_snapshot(now, day):
    take(now)
    forget_facts(day.children["Noé"])
    assert facts_in_use().ask("SELECT count(*) FROM presences") == [(1,)]
    assert facts_of(now + timedelta(minutes=1)).ask("SELECT count(*) FROM presences") == [(2,)]


def test_a_child_erased_while_facts_are_read_is_not_in_what_is_put_in_use(now, day):
    noe = day.children["Noé"]
    hand = Hand(None, now)

    def erased_meanwhile(table, _rows, _done, _parts):
        if table == "agreements" and noe.erased_on is None:  # presences are read already
            noe.erased_on = timezone.localdate(now)
            forget_facts(noe)
            erase_child(noe, hand=hand)

    take(now, progress=erased_meanwhile)
    assert facts_in_use().ask("SELECT count(*) FROM presences") == [(1,)]
    assert set(_told_of(noe).values()) == {0}


def test_what_a_killed_program_left_goes_too(now, day):
    with pytest.raises(RuntimeError):
        take(now, progress=failing_at("agreements"))
    assert len(kept_names()) == 1
    forget_facts(day.children["Noé"])
    assert kept_names() == []


def test_facts_made_under_an_older_key_are_found(now, day, settings):
    take(now)
    settings.FIELD_KEYS = ["another key", *settings.FIELD_KEYS]
    forget_facts(day.children["Noé"])
    assert facts_in_use().ask("SELECT count(*) FROM presences") == [(1,)]


def test_rows_that_cannot_be_taken_out_leave_the_family_as_it_was(now, day, monkeypatch):
    family = make_everything(now)
    take(now)

    def full(*_args, **_how):
        raise OSError("no space left on device")

    monkeypatch.setattr(forgetting, "leave_out", full)
    with pytest.raises(OSError, match="no space"):
        erase_family(family.adults["parent"], hand=Hand(None, now), also=ERASERS)
    child = family.children["child"]
    child.refresh_from_db()
    assert child.erased_on is None


def test_nobody_is_looked_for_where_no_snapshot_was_taken(now, day):
    forget_facts(day.children["Noé"])
    assert in_use() is None
