from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.observatory.facts.enums import SnapshotState
from preau.observatory.facts.errors import AlreadyTaking
from preau.observatory.facts.locks import taking
from preau.observatory.facts.manifest import folder_of, in_use, kept_names
from preau.observatory.facts.models import FactsSnapshot
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.facts.snapshots.parquet import Writer
from preau.observatory.facts.snapshots.taking import ask_snapshot, cancel_snapshot, carry_out
from preau.offer.attendance.models import Attendance
from preau.offer.enrolment.models import Enrolment
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.models import Child
from tests.cast.day import make_group, make_session, weeks_before
from tests.cast.facts import facts_of, failing_at, hashes, take
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(now):
    """Two children of two homes, three Tuesdays of judo: Zélie came each time, Noé once."""
    family = make_two_homes()
    zelie, noe = family.children["Zélie"], family.children["Noé"]
    today = make_session("Judo")
    make_group(today, zelie, noe)
    for session in [*weeks_before(today, 2), today]:
        Attendance.objects.create(session=session, child=zelie, state="present", recorded_at=now)
        state = "present" if session == today else "absent"
        Attendance.objects.create(session=session, child=noe, state=state, recorded_at=now)
    return family


def test_facts_say_what_operations_hold(day, now):
    facts = facts_of(now)
    came = facts.ask("SELECT count(*), count(DISTINCT child), sum(minutes) FROM presences WHERE state = 'present'")
    assert came == [(4, 2, 4 * 90)]
    assert facts.ask("SELECT DISTINCT school_year, domain, state FROM presences WHERE state = 'absent'") == [
        (2026, "combat", "absent")
    ]
    children = facts.ask("SELECT age, sex, resident FROM children WHERE school_year = 2026 ORDER BY age")
    assert children == [(6, "", True), (8, "", True)]
    assert facts.ask("SELECT count(*) FROM registrations WHERE state = 'confirmed'") == [(2,)]
    assert facts.rows["presences"] == 6


def test_presences_are_summed_up_by_child_and_entry(day, now):
    """Counted another way: the tables of the day, walked row by row."""
    facts = facts_of(now)
    told = facts.ask("SELECT times, missed, minutes, last_on - first_on FROM participations ORDER BY times")
    assert told == [(1, 2, 90, 0), (3, 0, 270, 14)]
    again = facts.ask(
        "SELECT child, activity, count(*) FROM presences WHERE state IN ('present', 'left') GROUP BY ALL ORDER BY ALL"
    )
    assert facts.ask("SELECT child, activity, times FROM participations ORDER BY ALL") == again
    late = Attendance.objects.filter(state="absent").first()
    Attendance.objects.filter(pk=late.pk).update(state="left")
    facts = facts_of(now + timedelta(minutes=1))
    assert facts.ask("SELECT times FROM participations ORDER BY times") == [(2,), (3,)]


def test_the_same_child_has_one_pseudonym_and_no_key_of_the_database(day, now):
    facts = facts_of(now)
    joined = facts.ask(
        "SELECT count(DISTINCT p.child) FROM presences p JOIN children c USING (child, school_year)"
        " JOIN registrations r USING (child, activity)"
    )
    assert joined == [(2,)]
    told = {value for (value,) in facts.ask("SELECT child FROM children UNION SELECT household FROM children")}
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in told)
    assert not told & {str(child.pk) for child in Child.objects.all()}


def test_no_file_holds_a_name(day, now, facts_folder):
    take(now)
    for path in facts_folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for word in ("Kerbrat", "Zélie", "Noé", "Moulin", "familles.example"):
                assert word.encode() not in content, (path, word)
    facts = facts_in_use()
    for table, columns in facts.columns.items():
        told = facts.ask(f'SELECT * FROM "{table}"')
        assert not any("Kerbrat" in str(row) for row in told), (table, columns)


def test_the_same_operations_give_the_same_bytes(day, now):
    take(now)
    first = hashes()
    take(now + timedelta(minutes=1), anew=True)
    assert hashes() == first


def test_what_did_not_change_is_not_read_again(day, now):
    assert take(now).kept == 0
    second = take(now + timedelta(minutes=1))
    manifest = in_use()
    assert second.kept > 0
    path = folder_of(manifest.name) / "presences" / "2026.parquet"
    assert path.stat().st_nlink == 2


@pytest.mark.parametrize("told_when", [True, False])
def test_a_late_correction_is_in_the_next_snapshot(day, now, told_when):
    take(now)
    late = Attendance.objects.filter(state="absent").order_by("pk").first()
    late.state = "present"
    if told_when:
        late.recorded_at = now + timedelta(days=1)
    late.save()
    facts = facts_of(now + timedelta(minutes=1))
    assert facts.ask("SELECT count(*) FROM presences WHERE state = 'present'") == [(5,)]


def test_what_is_reused_is_what_a_new_reading_gives(day, now):
    """Whatever changes: a session called off, an activity renamed, a site, a child removed from a day."""
    take(now)
    session = Attendance.objects.latest("pk").session
    changes = (
        lambda: session.activity.__class__.objects.filter(pk=session.activity_id).update(domain="water", revision=99),
        lambda: session.__class__.objects.filter(pk=session.pk).update(band="evening"),
        lambda: session.__class__.objects.filter(pk=session.pk).update(is_cancelled=True),
        lambda: Attendance.objects.filter(session=session).first().delete(),
        lambda: Enrolment.objects.update(state="ended"),
        lambda: Child.objects.filter(first_name="Noé").update(sex="boy"),
    )
    for minutes, change in enumerate(changes, start=1):
        change()
        take(now + timedelta(minutes=2 * minutes))
        reused = hashes()
        take(now + timedelta(minutes=2 * minutes + 1), anew=True)
        assert hashes() == reused, minutes


def test_a_snapshot_that_stops_leaves_the_one_before_and_is_resumed(day, now, monkeypatch):
    take(now)
    before = in_use().name
    Attendance.objects.filter(state="absent").update(state="present")
    with pytest.raises(RuntimeError):
        take(now + timedelta(minutes=1), progress=failing_at("agreements"))
    assert in_use().name == before
    assert FactsSnapshot.objects.get(state=SnapshotState.FAILED).error
    assert facts_in_use().ask("SELECT count(*) FROM presences WHERE state = 'present'") == [(4,)]
    cut = (set(kept_names()) - {before}).pop()
    asked: list[str] = []
    real = Writer.write
    monkeypatch.setattr(
        Writer, "write", lambda self, path, *a, **k: asked.append(path.parent.name) or real(self, path, *a, **k)
    )
    take(now + timedelta(minutes=2))
    assert in_use().name == cut
    assert "presences" not in asked
    assert "sessions" not in asked
    assert facts_in_use().ask("SELECT count(*) FROM presences WHERE state = 'present'") == [(6,)]


def test_two_at_once_one_is_refused(day, now):
    snapshot = ask_snapshot(hand=Hand(None, now))
    with pytest.raises(AlreadyTaking, match="déjà en cours"):
        ask_snapshot(hand=Hand(None, now))
    with taking(), pytest.raises(AlreadyTaking, match="déjà en cours"):
        carry_out(snapshot, clock=lambda: now)
    carry_out(snapshot, clock=lambda: now)
    ask_snapshot(hand=Hand(None, now))


def test_a_snapshot_whose_program_is_no_more_hinders_nobody(now):
    FactsSnapshot.objects.create(state=SnapshotState.RUNNING, asked_at=now, started_at=now)
    FactsSnapshot.objects.create(asked_at=now - timedelta(hours=2))
    take(now)
    assert sorted(FactsSnapshot.objects.values_list("state", flat=True)) == ["done", "failed", "failed"]


def test_a_snapshot_is_cancelled_between_two_parts(day, now):
    snapshot = ask_snapshot(hand=Hand(None, now))
    told = []

    def cancel(table, rows, _done, _parts):
        if table == "children" and rows == 0 and not told:
            told.append(cancel_snapshot(snapshot, hand=Hand(None, now)))

    carry_out(snapshot, clock=lambda: now, progress=cancel)
    snapshot.refresh_from_db()
    assert told == [True]
    assert snapshot.state == SnapshotState.CANCELLED
    assert in_use() is None
    assert not cancel_snapshot(snapshot, hand=Hand(None, now))


def test_two_snapshots_are_kept(day, now, facts_folder):
    for minutes in range(4):
        take(now + timedelta(minutes=minutes))
    assert len(kept_names()) == 2
    assert in_use().name == kept_names()[-1]


def test_another_key_makes_all_facts_again(day, now, settings):
    take(now)
    before = {child for (child,) in facts_in_use().ask("SELECT child FROM presences")}
    settings.FIELD_KEYS = ["another key", *settings.FIELD_KEYS]
    assert take(now + timedelta(minutes=1)).kept == 0
    after = {child for (child,) in facts_in_use().ask("SELECT child FROM presences")}
    assert len(after) == len(before) == 2
    assert not after & before


def test_an_empty_town_has_tables_without_rows(now):
    assert facts_in_use() is None
    facts = facts_of(now)
    assert set(facts.rows.values()) == {0}
    for table, columns in facts.columns.items():
        cursor = facts.cursor().execute(f'SELECT * FROM "{table}"')
        assert [each[0] for each in cursor.description] == list(columns)
        assert cursor.fetchall() == []


def test_the_journal_tells_who_asked(day, now):
    take(now)
    assert list(AuditEvent.objects.filter(verb__startswith="facts.").values_list("verb", flat=True)) == [
        "facts.asked",
        "facts.taken",
    ]


def test_a_past_year_of_a_child_has_no_level(day, now):
    Child.objects.update(level="ce2")
    facts = facts_of(now)
    assert facts.ask("SELECT school_year, level FROM children WHERE age >= 7 ORDER BY 1") == [(2025, ""), (2026, "ce2")]
    assert date(2026, 9, 1) < now.date()
