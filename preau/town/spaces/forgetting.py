"""What is no longer needed goes by itself (terms in ``privacy.py``)."""

from __future__ import annotations

from datetime import datetime, timedelta

from .enums import WordsState
from .models import SpaceReport, VisitCount

WORDS_KEPT = timedelta(days=30)
KEPT = timedelta(days=396)
"""Thirteen months: a year and the time to look back at it."""


def forget(now: datetime) -> int:
    """Words of passers-by after a month, their reports and the names of agents who counted after thirteen."""
    old_words = SpaceReport.objects.filter(at__lt=now - WORDS_KEPT).exclude(words="", shown_words="")
    emptied = old_words.update(words="", shown_words="", words_state=WordsState.NONE)
    removed, _ = SpaceReport.objects.filter(at__lt=now - KEPT).delete()
    unsigned = VisitCount.objects.filter(at__lt=now - KEPT, by__isnull=False).update(by=None)
    return emptied + removed + unsigned
