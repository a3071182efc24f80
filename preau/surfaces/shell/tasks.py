"""Background work that tells people of the whole domain: only here is everything known that may wait for somebody."""

from __future__ import annotations

from django.tasks import task

from preau.people.notices.enums import DigestKind
from preau.people.notices.tasks import run
from preau.surfaces.shell.waiting import WAITING


@task
def send_weekly_digests() -> dict[str, int]:
    """On Monday at 7, and each hour of that morning for what could not leave yet."""
    return run(DigestKind.WEEKLY, WAITING)
