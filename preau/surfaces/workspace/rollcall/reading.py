"""What a phone sends, read without trusting it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from preau.offer.attendance.calling import Said

AT_MOST = 2000
"""Marks in one list: a whole school, corrected several times."""
_AFTER, _TURN = 20, 2**31 - 1


class Unreadable(Exception):
    """Not JSON, or not of the shape that our own page sends."""


@dataclass(frozen=True, slots=True)
class Sent:
    """``readings``: cards that were opened, each with its child and instant."""

    marks: tuple[Said, ...]
    readings: tuple[tuple[UUID, datetime], ...]


def read_sent(body: bytes) -> Sent:
    """Raises Unreadable."""
    try:
        told = json.loads(body)
        marks, readings = _list(told, "marks"), _list(told, "readings")
        return Sent(tuple(map(_mark, marks)), tuple((UUID(each["child"]), _instant(each["at"])) for each in readings))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise Unreadable from error


def _list(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = told.get(name, [])
    if not isinstance(found, list) or len(found) > AT_MOST:
        raise ValueError(name)
    return found


def _mark(each: dict[str, Any]) -> Said:
    after, turn = each.get("after", []), each.get("turn", 0)
    if not isinstance(after, list) or len(after) > _AFTER or not isinstance(turn, int) or not 0 <= turn <= _TURN:
        raise ValueError(each)
    return Said(
        key=UUID(each["key"]),
        child=UUID(each["child"]),
        mark=_text(each["mark"]),
        told_at=_instant(each["at"]),
        after=tuple(UUID(one) for one in after),
        device=_text(each.get("device", ""))[:36],
        turn=turn,
        with_whom=_text(each.get("with", ""))[:120],
    )


def _text(value: Any) -> str:
    """A null character cannot be kept by every database, and says nothing."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value.replace("\0", "")


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
