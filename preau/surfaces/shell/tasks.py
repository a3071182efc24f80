"""Background work that tells people of the whole domain: only here is everything known that may wait for somebody."""

from __future__ import annotations

from dataclasses import asdict

from django.tasks import task
from django.utils import timezone

from preau.people.households.retention import apply_terms
from preau.people.notices.enums import DigestKind
from preau.people.notices.tasks import run
from preau.surfaces.shell.activity import children_active
from preau.surfaces.shell.erasers import ERASERS
from preau.surfaces.shell.waiting import WAITING


@task
def send_weekly_digests() -> dict[str, int]:
    """On Monday at 7, and each hour of that morning for what could not leave yet."""
    return run(DigestKind.WEEKLY, WAITING)


@task
def apply_family_terms() -> dict[str, int]:
    """At night: what is due is erased, or listed for a visa; what has its visa is erased."""
    return asdict(apply_terms(now=timezone.now(), activity=children_active, also=ERASERS))
