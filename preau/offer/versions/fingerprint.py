"""What a version was made from, as a number of its words: one that changes, and the version is no longer current."""

from __future__ import annotations

import hashlib

from preau.foundation.text.typography import without_typography
from preau.offer.activities.models import Activity

SOURCE = ("title", "summary", "description", "booking_words", "meeting_point", "price_words")
"""What families read of an entry in words. Dates, hours and prices are computed, never translated."""


def fingerprint(activity: Activity) -> str:
    """64 hexadecimal signs. A quote or a blank that a word processor changes makes no difference (decision 0015)."""
    told = "\x1f".join(without_typography(getattr(activity, name)) for name in SOURCE)
    return hashlib.sha256(told.encode()).hexdigest()
