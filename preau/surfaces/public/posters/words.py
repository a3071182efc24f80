"""An entry in the few words that a poster has room for. French: a poster is a document of the town."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.dates import WEEKDAYS

from preau.foundation.text.days import french_day
from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.models import Activity, Adaptation, Slot
from preau.town.calendar.wording import days_words, hour

MOST_TIMES = 4
LONGEST_TEXT = 420
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_LONG_WORD = re.compile(r"\S{24,}")


def ages(activity: Activity) -> str:
    low, high = activity.age_min, activity.age_max
    if low is None and high is None:
        return "à tout âge"
    if high is None:
        return f"à partir de {low} ans"
    if low is None:
        return f"jusqu’à {high} ans"
    return f"{low} ans" if low == high else f"de {low} à {high} ans"


def times(slots: Iterable[Slot]) -> list[str]:
    """``lundi et jeudi, de 17 h à 18 h``; the days of the same hours together, and how many more there are."""
    grouped: dict[tuple[object, ...], list[Slot]] = {}
    for slot in slots:
        grouped.setdefault((slot.rhythm, slot.season, slot.starts_at, slot.ends_at), []).append(slot)
    told = [_time(group) for group in grouped.values()]
    more = len(told) - MOST_TIMES
    if more <= 0:
        return told
    return [*told[:MOST_TIMES], "et un autre horaire" if more == 1 else f"et {more} autres horaires"]


def _time(group: list[Slot]) -> str:
    slot = group[0]
    hours = f"de {hour(slot.starts_at)} à {hour(slot.ends_at)}"
    if slot.rhythm == Rhythm.HOLIDAYS:
        return f"chaque jour des vacances, {hours}"
    if slot.rhythm == Rhythm.ONCE:
        days = sorted({each.first_on for each in group if each.first_on})
        return f"{', '.join(f'{WEEKDAYS[day.weekday()]} {french_day(day)}' for day in days)}, {hours}"
    days_of_week = sorted({each.weekday for each in group if each.weekday is not None})
    rhythm = " une semaine sur deux" if slot.rhythm == Rhythm.FORTNIGHTLY else ""
    season = " pendant les vacances" if slot.season == Season.HOLIDAYS else ""
    return f"{days_words(days_of_week)}{rhythm}{season}, {hours}"


def dates(activity: Activity) -> str:
    if activity.starts_on == activity.ends_on:
        return f"le {french_day(activity.starts_on)}"
    return f"du {french_day(activity.starts_on)} au {french_day(activity.ends_on)}"


def access(adaptation: Adaptation | None, lists: Iterable[str]) -> list[str]:
    """What is really adapted, in words short enough to stand in a row. ``lists``: labels of what was ticked."""
    if adaptation is None:
        return []
    said = [*lists]
    if adaptation.staff_trained:
        said.append("équipe formée")
    if adaptation.companion_is_free:
        said.append("accompagnant gratuit")
    if adaptation.has_trial:
        said.append("séance d’essai accompagnée")
    return list(dict.fromkeys(said))[:8]


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
    """A very long word may be cut anywhere: it would run off the page."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(re.findall(".{1,12}", word.group())), text)
