from __future__ import annotations

from dataclasses import dataclass

from preau.people.audit.models import AuditEvent
from preau.people.audit.rules import FIRST_SEAL, seal


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """``broken_at`` is the number of the first entry that does not hold, None when all of them do."""

    count: int
    last_seal: str
    broken_at: int | None = None
    reason: str = ""


def check_journal() -> JournalCheck:
    """Reads the whole journal again, in bounded memory, and seals each entry anew."""
    previous, expected = FIRST_SEAL, 1
    for event in AuditEvent.objects.order_by("number").iterator(chunk_size=2000):
        reason = _fault(event, previous, expected)
        if reason:
            return JournalCheck(expected - 1, previous, event.number, reason)
        previous, expected = event.seal, expected + 1
    return JournalCheck(expected - 1, previous)


def _fault(event: AuditEvent, previous: str, expected: int) -> str:
    if event.number != expected:
        return "missing_entry"
    if event.previous_seal != previous:
        return "broken_chain"
    if seal(previous, event.content()) != event.seal:
        return "changed_entry"
    return ""
