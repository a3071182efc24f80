"""Background work of notices. The weekly mail also says what waits: it is made where the whole domain is known."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.tasks import task
from django.utils import timezone

from preau.people.notices.actions import forget
from preau.people.notices.digests import Clock, Round, send_digests
from preau.people.notices.enums import DigestKind
from preau.people.notices.waiting import WaitingSource, nothing_waits

CLOSING, QUIET = time(7), time(21)
"""News until 7, in the town's time, are in the mail of the day: a late run tells what the first would have told.
From 21 to 7 nothing leaves: a server that starts again at night catches up on the run it missed, and must wait."""


@task
def send_daily_digests() -> dict[str, int]:
    """At 7, and each hour of the morning for what could not leave yet."""
    return run(DigestKind.DAILY)


@task
def forget_read_notices() -> int:
    return forget(before=timezone.now() - timedelta(days=settings.NOTICES_KEPT_DAYS))


def run(kind: DigestKind, waiting: WaitingSource = nothing_waits) -> dict[str, int]:
    clock: Clock = timezone.now
    here = timezone.localtime(clock())
    if not CLOSING <= here.time() < QUIET:
        return asdict(Round())
    on = here.date()
    return asdict(send_digests(kind, on=on, before=closing(on), clock=clock, waiting=waiting))


def closing(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, CLOSING))
