"""How a group or a date is called, in French, everywhere: on the page, in the mail, on the letter."""

from __future__ import annotations

from datetime import time

from django.utils import timezone

from preau.foundation.text.days import french_day
from preau.offer.activities.enums import Rhythm
from preau.offer.activities.models import Session, Slot
from preau.offer.activities.slotwords import DAYS


def slot_label(slot: Slot) -> str:
    """« mercredi, 14 h – 15 h 30 (6-8 ans) »."""
    hours = f"{hour(slot.starts_at)} – {hour(slot.ends_at)}"
    if slot.rhythm == Rhythm.ONCE and slot.first_on:
        day = french_day(slot.first_on)
    elif slot.rhythm == Rhythm.HOLIDAYS and slot.weekday is None:
        day = "chaque jour des vacances"
    else:
        day = DAYS[slot.weekday or 0]
    if slot.rhythm == Rhythm.FORTNIGHTLY:
        day = f"{day}, une semaine sur deux"
    return f"{day}, {hours} ({slot.label})"[:120] if slot.label else f"{day}, {hours}"


def session_label(session: Session) -> str:
    """« mercredi 2 décembre 2026, 14 h – 16 h »."""
    begins, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    day = f"{DAYS[begins.weekday()]} {french_day(begins.date())}"
    return f"{day}, {hour(begins.time())} – {hour(ends.time())}"


def hour(moment: time) -> str:
    """``14 h``, ``8 h 30``."""
    return f"{moment.hour} h {moment:%M}" if moment.minute else f"{moment.hour} h"
