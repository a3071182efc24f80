"""A program that is really killed while its mails leave: the next run goes on, and nobody gets two mails that day."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from preau.people.notices.digests import send_digests
from preau.people.notices.enums import DigestKind
from preau.people.notices.models import Digest
from preau.people.notices.tasks import closing
from tests.cast import make_person

ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = """
import django; django.setup()
from datetime import UTC, datetime
from preau.people.notices.digests import send_digests
from preau.people.notices.enums import DigestKind
from preau.people.notices.tasks import closing
now = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
send_digests(DigestKind.DAILY, on=now.date(), before=closing(now.date()), clock=lambda: now)
"""


def _program(mail: str) -> subprocess.Popen:
    """The sending in a process of its own, on this test's database and mail server."""
    if connection.vendor == "sqlite":
        address = f"sqlite:///{connection.settings_dict['NAME']}"
    else:
        address = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "PREAU_MAIL": mail,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return subprocess.Popen([sys.executable, "-c", _PROGRAM], cwd=ROOT, env=environment)


@pytest.mark.django_db(transaction=True)
def test_the_next_run_goes_on_where_a_killed_one_stopped(post_office, tell, now):
    crowd = [make_person("reader", name=f"Personne Numéro{number}") for number in range(6)]
    for person in crowd:
        tell(person)
    running: list[subprocess.Popen] = []

    def kill_at_the_third() -> None:
        if len(post_office.messages) == 3:
            os.kill(running[0].pid, signal.SIGKILL)

    post_office.meanwhile = kill_at_the_third
    running.append(_program(post_office.address))
    assert running[0].wait(timeout=60) == -signal.SIGKILL

    assert Digest.objects.filter(sent_at__isnull=True).count() == 1
    post_office.meanwhile = lambda: None
    rest = send_digests(DigestKind.DAILY, on=now.date(), before=closing(now.date()), clock=lambda: now)
    assert (rest.sent, rest.unknown) == (3, 0)
    assert sorted(str(message["To"]) for message in post_office.messages) == sorted(each.email for each in crowd)

    tomorrow = now + timedelta(days=1)
    again = send_digests(DigestKind.DAILY, on=tomorrow.date(), before=closing(tomorrow.date()), clock=lambda: tomorrow)
    assert again.sent == 1  # the news of the mail that nobody saw leave
