"""Facts without names, from 200,000 presences to 20 million over ten school years.

Presences are written by SQL into the operational tables at the two smaller sizes, where a whole snapshot is taken by a
program of its own, so that its memory is told apart, then another one after a late correction. At the largest size they
are written as facts, unless sizes are asked for: 20 million rows of tables are a matter of half an hour and 6 GB. The
same questions are then asked of the operational tables, in SQL, and of the facts: answers are equal, or nothing is
told. ``python -m benchmarks.observatory [presences…]``.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

SIZES, LARGEST = (200_000, 2_000_000), 20_000_000
FIRST, YEARS, ACTIVITIES, WEEKS, CHILDREN = 2017, 10, 100, 30, 8_000
ROUNDS = 3
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

QUESTIONS = {
    "children who came, by year": (
        """SELECT a.school_year, count(DISTINCT p.child_id) FROM attendance_attendance p
           JOIN activities_session s ON s.id = p.session_id JOIN activities_activity a ON a.id = s.activity_id
           WHERE p.state IN ('present', 'left') GROUP BY 1 ORDER BY 1""",
        "SELECT school_year, count(DISTINCT child) FROM participations GROUP BY 1 ORDER BY 1",
    ),
    "children by domain, one year": (
        """SELECT a.domain, count(DISTINCT p.child_id) FROM attendance_attendance p
           JOIN activities_session s ON s.id = p.session_id JOIN activities_activity a ON a.id = s.activity_id
           WHERE p.state IN ('present', 'left') AND a.school_year = 2025 GROUP BY 1 ORDER BY 1""",
        "SELECT domain, count(DISTINCT child) FROM participations WHERE school_year = 2025 GROUP BY 1 ORDER BY 1",
    ),
    "three presences at least, by year and sex": (
        """SELECT year, sex, count(*) FROM (SELECT a.school_year AS year, c.sex AS sex, p.child_id, count(*) AS n
             FROM attendance_attendance p JOIN households_child c ON c.id = p.child_id
             JOIN activities_session s ON s.id = p.session_id JOIN activities_activity a ON a.id = s.activity_id
             WHERE p.state IN ('present', 'left') GROUP BY 1, 2, 3) AS t WHERE n >= 3 GROUP BY 1, 2 ORDER BY 1, 2""",
        """SELECT school_year, sex, count(*) FROM (SELECT school_year, child, sum(times) AS n FROM participations
             GROUP BY ALL) JOIN children USING (child, school_year)
           WHERE n >= 3 GROUP BY 1, 2 ORDER BY 1, 2""",
    ),
    "presences by month and moment": (
        """SELECT s.band, CAST(strftime('%m', s.day) AS INTEGER), count(*) FROM attendance_attendance p
           JOIN activities_session s ON s.id = p.session_id GROUP BY 1, 2 ORDER BY 1, 2""",
        "SELECT time_band, month, count(*) FROM presences GROUP BY 1, 2 ORDER BY 1, 2",
    ),
}


def run(sizes: Sequence[int] = ()) -> None:
    for size in sizes or (*SIZES, LARGEST):
        with tempfile.TemporaryDirectory(prefix="preau-bench-") as data:
            told = {"PREAU_DATA": data, "DJANGO_SETTINGS_MODULE": "config.settings"}
            print(f"  {size:,} presences", flush=True)
            as_tables = bool(sizes) or size < LARGEST
            if as_tables:
                _program("write", told, str(size))
                for what in ("take", "correct"):
                    _tell_taking(what, _program(what, told))
            else:
                found = _program("facts", told, str(size))
                memory = f"{found['before']:.0f} → {found['peak']:.0f} MB"
                print(f"    one year of {found['rows']:,} written: {found['busy']:.1f} s of cpu, memory {memory}")
            _tell_questions(_program("ask", told, "both" if as_tables else "facts"))


def _program(what: str, told: dict[str, str], *more: str) -> Any:
    words = [sys.executable, "-m", "benchmarks.observatory", what, *more]
    answer = subprocess.run(words, env=os.environ | told, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout.splitlines()[-1])


def _tell_taking(what: str, found: dict[str, Any]) -> None:
    name = "whole snapshot" if what == "take" else "after a late correction"
    rows = f"{found['rows'] / found['busy']:,.0f} rows a second of cpu" if what == "take" else ""
    memory = f"{found['before']:.0f} → {found['peak']:.0f} MB"
    print(
        f"    {name:42} {found['seconds']:8.1f} s ({found['busy']:.1f} cpu)   memory {memory}"
        f"   {found['made']} parts read, {found['kept']} kept   {rows}"
    )


def _tell_questions(found: dict[str, list[float | None]]) -> None:
    print(f"    {'':42} {'tables ms':>10} {'cold ms':>8} {'warm ms':>8} {'ratio':>7}")
    for name, (tables, cold, warm) in found.items():
        ratio = f"{tables / warm:7.0f}" if tables and warm else ""
        print(f"    {name:42} {f'{tables:10.0f}' if tables else '':>10} {cold:8.0f} {warm:8.0f} {ratio}")


def write(size: int) -> None:
    """A town of ten years: sessions by the models, who came by SQL."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.MIGRATION_MODULES = _NoMigrations()
    call_command("migrate", run_syncdb=True, verbosity=0)
    _people()
    _sessions()
    each = size // (YEARS * ACTIVITIES * WEEKS)
    states = "CASE WHEN (s.id + n.k) % 11 = 0 THEN 'absent' ELSE 'present' END"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k + 1 < {each})
            INSERT INTO attendance_attendance
              (session_id, child_id, state, left_with, late_minutes, is_disputed, recorded_at)
            SELECT s.id, 1 + (s.activity_id * 83 + n.k) % {CHILDREN}, {states}, '', 0, 0, s.starts_at
            FROM activities_session s, n"""
        )
    print(json.dumps(size))


def _people() -> None:
    from preau.people.households.models import Child, Household, Residence
    from preau.people.organisations.models import Commune

    town = Commune.objects.create(name="Essai", insee_code="99999")
    Child.objects.bulk_create(
        Child(
            commune=town,
            first_name="x",
            last_name="x",
            born_on=date(2002 + n % 15, 1 + n % 12, 1),
            sex=("girl", "boy", "")[n % 3],
            created_at=datetime(FIRST, 9, 1, tzinfo=UTC),
        )
        for n in range(CHILDREN)
    )
    homes = Household.objects.bulk_create(
        Household(commune=town, quarter=f"quartier-{n % 8}", created_at=NOW) for n in range(CHILDREN)
    )
    children = Child.objects.order_by("pk")
    since = date(FIRST, 9, 1)
    Residence.objects.bulk_create(
        Residence(household=home, child=child, from_on=since) for home, child in zip(homes, children, strict=True)
    )


def _sessions() -> None:
    from datetime import timedelta

    from preau.offer.activities.enums import Domain
    from preau.offer.activities.models import Activity, Session, Slot
    from preau.people.organisations.models import Commune, Organisation
    from preau.town.calendar.enums import TimeBand

    town = Commune.objects.get()
    club = Organisation.objects.create(commune=town, name="Club", slug="club", kind="association")
    domains, bands = list(Domain), list(TimeBand)
    for year in range(FIRST, FIRST + YEARS):
        first = datetime(year, 9, 7, 14, tzinfo=UTC)
        activities = Activity.objects.bulk_create(
            Activity(
                commune=town,
                organisation=club,
                slug=f"a-{year}-{n}",
                school_year=year,
                title="x",
                domain=domains[n % len(domains)],
                starts_on=first.date(),
                ends_on=date(year + 1, 6, 30),
                created_at=first,
                updated_at=first,
            )
            for n in range(ACTIVITIES)
        )
        slots = Slot.objects.bulk_create(
            Slot(activity=each, weekday=0, starts_at=first.time(), ends_at=(first + timedelta(hours=1)).time())
            for each in activities
        )
        Session.objects.bulk_create(
            Session(
                activity=slot.activity,
                slot=slot,
                day=(first + timedelta(weeks=week)).date(),
                starts_at=first + timedelta(weeks=week),
                ends_at=first + timedelta(weeks=week, hours=1),
                band=bands[number % len(bands)],
            )
            for number, slot in enumerate(slots)
            for week in range(WEEKS)
        )


def take(*, correct: bool = False) -> None:
    from preau.observatory.facts.snapshots.taking import ask_snapshot, carry_out
    from preau.offer.attendance.models import Attendance
    from preau.people.accounts.hand import Hand

    if correct:
        late = Attendance.objects.filter(state="absent").first()
        Attendance.objects.filter(pk=late.pk).update(state="present")
    snapshot = ask_snapshot(hand=Hand(None, datetime.now(UTC)))
    before, started, busy = _memory(), time.perf_counter(), time.process_time()
    carry_out(snapshot, clock=lambda: datetime.now(UTC))
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    snapshot.refresh_from_db()
    told = {"rows": snapshot.rows, "made": snapshot.made, "kept": snapshot.kept}
    print(json.dumps(told | {"seconds": seconds, "busy": busy, "before": before, "peak": _memory()}))


def write_facts(size: int) -> None:
    """The largest size: what a snapshot would have written, without the tables that it would have read."""
    from preau.foundation.crypto.pseudonyms import current
    from preau.observatory.facts.engine import opened, text
    from preau.observatory.facts.manifest import Manifest, Part, folder_of, use, write_manifest
    from preau.observatory.facts.snapshots.declared import DERIVED, FACTS
    from preau.observatory.facts.snapshots.parquet import Writer

    columns = {
        fact.name: [(each.name, str(each.kind), each.person) for each in fact.columns] for fact in (*FACTS, *DERIVED)
    }
    manifest = Manifest("largest", NOW, "", columns)
    folder = folder_of(manifest.name)
    children, sessions = CHILDREN * 4, ACTIVITIES * WEEKS
    each = size // (YEARS * sessions)
    who = f"substr(md5(((s // {WEEKS} * 331 + k) % {children})::VARCHAR), 1, 16)"
    found = _year_written(folder / "one.parquet", each * sessions)
    writer = Writer(folder / "spill", current())
    with opened(folder / "spill", threads=2) as engine:
        for year in range(FIRST, FIRST + YEARS):
            tables = {
                "presences": f"""SELECT {who} AS child, s AS session, s // {WEEKS} AS activity,
                    DATE '{year}-09-07' + (7 * (s % {WEEKS}))::INTEGER AS day, {year}::BIGINT AS school_year,
                    month(day) AS month, 'band-' || (s // {WEEKS}) % 9 AS time_band,
                    'domain-' || (s // {WEEKS}) % 14 AS domain, '' AS site, '' AS area,
                    CASE WHEN (s + k) % 11 = 0 THEN 'absent' ELSE 'present' END AS state, 60::BIGINT AS minutes
                    FROM range({sessions}) r(s), range({each}) t(k)""",
                "children": f"""SELECT substr(md5(n::VARCHAR), 1, 16) AS child, '' AS household,
                    {year}::BIGINT AS school_year, (6 + n % 15)::BIGINT AS age,
                    CASE n % 3 WHEN 0 THEN 'girl' WHEN 1 THEN 'boy' ELSE '' END AS sex,
                    'quartier-' || n % 8 AS area, '' AS level, '' AS qf_band, true AS resident
                    FROM range({children}) r(n)""",
            }
            for table, source in tables.items():
                path = folder / table / f"{year}.parquet"
                path.parent.mkdir(parents=True, exist_ok=True)
                told = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880"
                engine.execute(f"COPY (SELECT * FROM ({source}) ORDER BY ALL) TO {text(path)} ({told})")
                rows = each * sessions if table == "presences" else children
                manifest.parts.append(Part(table, year, f"{table}/{year}.parquet", rows, "", ""))
            for derived in DERIVED:
                path = folder / derived.name / f"{year}.parquet"
                rows = writer.derive(path, derived, folder / derived.source / f"{year}.parquet")
                manifest.parts.append(Part(derived.name, year, f"{derived.name}/{year}.parquet", rows, "", ""))
        writer.close()
    write_manifest(manifest)
    use(manifest.name)
    print(json.dumps(found))


def _year_written(path: Path, rows: int) -> dict[str, float]:
    """A year of the largest town goes through the snapshot's own writer: what a snapshot holds in memory at most."""
    from preau.foundation.crypto.pseudonyms import current
    from preau.observatory.facts.snapshots.parquet import Writer
    from preau.offer.attendance.facts import PRESENCES

    made = (
        (n * 7919 % 32_000, n // 700, n // 21_000, date(2025, 9, 7), 2025, 9, "evening", "water", "", "", "present", 60)
        for n in range(rows)
    )
    before, busy = _memory(), time.process_time()
    writer = Writer(path.parent / "spill", current())
    writer.write(path, PRESENCES.columns, made, tell=lambda _rows: None)
    writer.close()
    return {"rows": rows, "busy": time.process_time() - busy, "before": before, "peak": _memory()}


def ask(which: str) -> None:
    """Milliseconds: of the tables, of the facts the first time, then the median. At the largest size, facts alone."""
    from django.db import connection

    from preau.observatory.facts.reading import facts_in_use

    found: dict[str, list[float | None]] = {}
    for name, (tables, facts) in QUESTIONS.items():
        with _timed() as cold:
            held = facts_in_use()
            told = held.ask(facts)
        warm = [_time(held, facts) for _ in range(ROUNDS)]
        slow = None
        if which == "both":
            with _timed() as slow_time, connection.cursor() as cursor:
                cursor.execute(tables)
                rows = cursor.fetchall()
            if [tuple(row) for row in rows] != told:
                raise SystemExit(f"{name}: the facts answer {told[:5]}, the tables {rows[:5]}")
            slow = slow_time[0]
        found[name] = [slow, cold[0], statistics.median(warm)]
    print(json.dumps(found))


def _time(held: Any, question: str) -> float:
    with _timed() as spent:
        held.ask(question)
    return spent[0]


@contextmanager
def _timed() -> Iterator[list[float]]:
    spent: list[float] = []
    started = time.perf_counter()
    yield spent
    spent.append((time.perf_counter() - started) * 1000)


def _memory() -> float:
    """The most that this program ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class _NoMigrations:
    """Tables as the models say, at once."""

    def __contains__(self, _app: str) -> bool:
        return True

    def __getitem__(self, _app: str) -> None:
        return None


def main(words: Sequence[str]) -> None:
    if not words or words[0].isdigit():
        run([int(word) for word in words])
        return
    import django

    Path(os.environ["PREAU_DATA"]).mkdir(exist_ok=True)
    django.setup()
    steps = {"take": take, "correct": lambda: take(correct=True)}
    more = {"write": lambda n: write(int(n)), "facts": lambda n: write_facts(int(n)), "ask": ask}
    steps[words[0]]() if words[0] in steps else more[words[0]](words[1])


if __name__ == "__main__":
    main(sys.argv[1:])
