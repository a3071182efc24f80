from __future__ import annotations

import logging

from django.tasks import task
from django.utils import timezone

from preau.observatory.facts.errors import AlreadyTaking
from preau.observatory.facts.models import FactsSnapshot
from preau.people.accounts.hand import Hand

from .taking import ask_snapshot, carry_out

logger = logging.getLogger(__name__)


@task
def take_facts(pk: int) -> None:
    """Nothing when the snapshot was cancelled meanwhile, or another one is being taken."""
    snapshot = FactsSnapshot.objects.filter(pk=pk).first()
    if snapshot is not None:
        carry_out(snapshot, clock=timezone.now)


@task
def take_nightly_facts() -> int:
    """At night. Gives how many rows there are; 0 when somebody was already at it."""
    try:
        snapshot = ask_snapshot(hand=Hand(None, timezone.now()))
        carry_out(snapshot, clock=timezone.now)
    except AlreadyTaking:
        logger.info("facts are being taken already")
        return 0
    snapshot.refresh_from_db()
    return snapshot.rows
