"""Who reports too often, without knowing who reports.

A network address becomes a number through a salt drawn at random each day and thrown away with it: the same address
gives the same number all day, and nothing once the day is over. Numbers stay in the cache, an hour or two, and are
never written beside a report.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.core.cache import cache

MOST_BY_SENDER, MOST_BY_SPACE = 10, 120
"""Reports in an ``HOUR``: of one address everywhere, of everybody about one space."""
HOUR = timedelta(hours=1)
REPLACED_FOR = timedelta(minutes=30)
"""Meanwhile, a second word of the same address about the same space takes the place of the first."""
_KEPT = 26 * 3600


def sender_of(address: str, now: datetime) -> str:
    """Sixteen letters that stand for a network address, today only."""
    return hmac.digest(_salt(now), _network(address).encode(), "sha256").hex()[:16]


def may_report(sender: str, space: int, now: datetime) -> bool:
    return len(_recent(_by_sender(sender), now)) < MOST_BY_SENDER and len(_recent(_of(space), now)) < MOST_BY_SPACE


def remember(sender: str, space: int, report: int, now: datetime) -> None:
    for key in (_by_sender(sender), _of(space)):
        cache.set(key, [*_recent(key, now), now], HOUR.total_seconds())
    cache.set(_last(sender, space), report, REPLACED_FOR.total_seconds())


def last_report(sender: str, space: int) -> int | None:
    """The report that the same address made of this space a moment ago."""
    found: int | None = cache.get(_last(sender, space))
    return found


def _recent(key: str, now: datetime) -> list[datetime]:
    return [at for at in cache.get(key, []) if now - at < HOUR]


def _by_sender(sender: str) -> str:
    return f"spaces:sender:{sender}"


def _of(space: int) -> str:
    return f"spaces:space:{space}"


def _last(sender: str, space: int) -> str:
    return f"spaces:last:{space}:{sender}"


def _salt(now: datetime) -> bytes:
    """Drawn by the first report of the day; two at once agree, since only one can add."""
    key = f"spaces:salt:{now:%Y-%m-%d}"
    cache.add(key, secrets.token_bytes(32), _KEPT)
    salt: bytes = cache.get(key) or b""
    return salt


def _network(address: str) -> str:
    """A home with IPv6 has as many addresses as it likes: its network stands for it."""
    try:
        read = ip_address(address)
    except ValueError:
        return ""
    return str(IPv6Address(int(read) >> 64 << 64)) if isinstance(read, IPv6Address) else str(read)
