"""An entry in the few words that a poster has room for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from preau.foundation.text.days import french_day
from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.models import Activity, Slot
from preau.offer.activities.said import adaptation_of
from preau.surfaces.public.catalogue.wording import when_words

CUT = "\u200b"
"""Where a word may be cut without a sign."""
MOST_TIMES, MOST_ACCESS = 4, 8
LONGEST_TEXT = 420
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_LONG_WORD = re.compile(r"\S{24,}")


def times(slots: Iterable[Slot]) -> list[str]:
    """A line for each hour and rhythm, and how many more there are."""
    told = when_words(slots)
    more = len(told) - MOST_TIMES
    if more <= 0:
        return told
    return [*told[:MOST_TIMES], "et un autre horaire" if more == 1 else f"et {more} autres horaires"]


def dates(activity: Activity) -> str:
    if activity.starts_on == activity.ends_on:
        return f"le {_day(activity.starts_on)}"
    return f"du {_day(activity.starts_on)} au {_day(activity.ends_on)}"


def _day(day: date) -> str:
    """On one line."""
    return french_day(day).replace(" ", "\u00a0")


def access(activity: Activity) -> list[str]:
    """What is really adapted, in words short enough to stand in a row: what opens the door first."""
    told = adaptation_of(activity)
    if told is None:
        return []
    ticked = [
        str(label)
        for words, held in ((Premises, told.premises), (Sensory, told.sensory), (Communication, told.communication))
        for value, label in words.choices
        if value in held
    ]
    if told.companion_is_free:
        ticked.append("accompagnant gratuit")
    if told.has_trial:
        ticked.append("séance d’essai accompagnée")
    return ticked[:MOST_ACCESS]


def shortened(text: str, most: int = LONGEST_TEXT) -> str:
    """Whole sentences as long as there is room; else whole words and « … »."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = ""
    for sentence in _SENTENCE_END.split(text):
        if len(kept) + len(sentence) + 1 > most:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def breakable(text: str) -> str:
    """A very long word may be cut: after a sign of an address first, else anywhere. It would run off the page."""
    return _LONG_WORD.sub(lambda word: _cut(word.group()), text)


def _cut(word: str) -> str:
    pieces = [piece for piece in re.findall(r"[^/@.-]*[/@.-]?", word) if piece]
    return CUT.join(part for piece in pieces for part in (re.findall(".{1,12}", piece) if len(piece) > 23 else [piece]))
