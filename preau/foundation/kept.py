"""What changes by the year and is read by the second: dated values, the entry that everybody opens on the same morning.

A value is kept in the memory of the process for ``KEPT_SECONDS``: after a change, pages may tell the old one for that
long, and no longer. Never keep what somebody has just written of themselves, nor a number of seats.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import connection

MOST = 2000
"""Values of one function; past that, all of them are read again."""


def is_keeping() -> bool:
    """Whether what is read now may be kept: a transaction that is open may never be committed."""
    return bool(settings.KEPT_SECONDS) and not connection.in_atomic_block


def kept[**P, V](read: Callable[P, V]) -> Callable[P, V]:
    """``read`` with arguments that can be hashed, once every few seconds for each. What it gives is shared by threads:
    nobody writes in it.

    A value read inside a transaction is not kept, since that transaction may never be committed.
    """
    known: dict[Any, tuple[float, V]] = {}
    lock = threading.Lock()

    @wraps(read)
    def answer(*args: P.args, **kwargs: P.kwargs) -> V:
        key = (args, *kwargs.items())
        found = known.get(key)
        if found is not None and time.monotonic() - found[0] < settings.KEPT_SECONDS:
            return found[1]
        value = read(*args, **kwargs)
        if is_keeping():
            with lock:
                if len(known) >= MOST:
                    known.clear()
                known[key] = (time.monotonic(), value)
        return value

    return answer
