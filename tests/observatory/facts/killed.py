"""Another program, with a database and facts of its own, that somebody kills. Run: ``python -m … build|take|wait``."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime

import django

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


class _NoMigrations:
    """Tables as the models say, at once."""

    def __contains__(self, _app: str) -> bool:
        return True

    def __getitem__(self, _app: str) -> None:
        return None


def build() -> None:
    from django.conf import settings
    from django.core.management import call_command

    settings.MIGRATION_MODULES = _NoMigrations()
    call_command("migrate", run_syncdb=True, verbosity=0)

    from preau.offer.attendance.models import Attendance
    from tests.cast.day import make_group, make_session, weeks_before
    from tests.cast.families import make_two_homes

    children = make_two_homes().children.values()
    today = make_session("Judo")
    make_group(today, *children)
    for session in weeks_before(today, 3):
        for child in children:
            Attendance.objects.create(session=session, child=child, state="present", recorded_at=NOW)
    take()
    for child in children:
        Attendance.objects.create(session=today, child=child, state="present", recorded_at=NOW)


def take(*, wait: bool = False) -> None:
    from preau.observatory.facts.snapshots.taking import ask_snapshot, carry_out
    from preau.people.accounts.hand import Hand

    def tell(table: str, rows: int, done: int, parts: int) -> None:
        if wait and table == "agreements":  # presences are read, nothing is put in use
            print("waiting", flush=True)
            time.sleep(120)

    snapshot = ask_snapshot(hand=Hand(None, datetime.now(UTC)))
    carry_out(snapshot, clock=lambda: datetime.now(UTC), progress=tell)
    snapshot.refresh_from_db()
    print(snapshot.state, snapshot.kept, flush=True)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    {"build": build, "take": take, "wait": lambda: take(wait=True)}[sys.argv[1]]()
