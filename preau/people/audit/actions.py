from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from preau.foundation.prepared import first, prepared
from preau.people.audit.models import AuditEvent
from preau.people.audit.rules import FIRST_SEAL, seal

_LOCK = 7_352_011  # one number for everybody who writes in the journal


def record(
    verb: str, subject: models.Model | str, *, by: int | None, now: datetime, details: dict[str, Any] | None = None
) -> AuditEvent:
    """Adds an entry to the journal, inside the caller's transaction: it is kept if and only if the act is.

    ``by`` is the id of the account, None for the system. ``details`` holds JSON values and no person's name.
    """
    with transaction.atomic(savepoint=False):
        _wait_for_my_turn()
        number, previous = first(_last()) or (0, FIRST_SEAL)
        number += 1
        event = AuditEvent(
            number=number,
            at=now,
            actor_id=by,
            verb=verb,
            subject=subject if isinstance(subject, str) else f"{subject._meta.label}:{subject.pk}",
            details=details or {},
            previous_seal=previous,
        )
        event.seal = seal(previous, event.content())
        event.save(force_insert=True)
    return event


@prepared
def _last() -> models.QuerySet[AuditEvent, tuple[int, str]]:
    return AuditEvent.objects.order_by("-number").values_list("number", "seal")[:1]


def _wait_for_my_turn() -> None:
    """Two entries can't follow the same one. SQLite has one writer at a time already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
