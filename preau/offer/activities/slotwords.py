"""A slot in words that people write in a cell, and that are read back: « chaque mercredi 14:00-15:15 (6-8 ans) ».

Written and read by the same tables: what goes out comes in unchanged. Slots of a cell are separated by « ; ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from preau.foundation.text.search import folded

from .enums import Rhythm, Season
from .slots import SlotFacts

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SEASONS = {Season.ALWAYS: "toute l’année", Season.HOLIDAYS: "pendant les vacances"}
_PLACES = re.compile(r"(\d+) places?\b")
_HOURS = re.compile(r"\b(?:de )?(\d{1,2})\s*[:h]\s*(\d{2})?\s*(?:-|a)\s*(\d{1,2})\s*[:h]\s*(\d{2})?(?!\d)")
_DATE = r"(\d{1,2}/\d{1,2}/\d{4})"
_ON, _FROM, _TO = (re.compile(rf"\b{word} {_DATE}") for word in ("le", "(?:du|a partir du)", "(?:au|jusqu'au)"))
_LABEL = re.compile(r"\(([^()]*)\)")


class UnreadableSlot(ValueError):
    """``str(error)`` is the French sentence that says how a slot is written."""


def write_slots(lines: Iterable[SlotFacts]) -> str:
    return " ; ".join(write_slot(line) for line in lines)


def write_slot(line: SlotFacts) -> str:
    hours = f"{line.starts_at:%H:%M}-{line.ends_at:%H:%M}"
    parts = [*_rhythm(line), hours]
    if line.rhythm not in (Rhythm.ONCE, Rhythm.HOLIDAYS) and line.season in _SEASONS:
        parts.append(_SEASONS[Season(line.season)])
    if line.first_on and line.rhythm != Rhythm.ONCE:
        parts.append(f"à partir du {line.first_on:%d/%m/%Y}")
    if line.last_on:
        parts.append(f"jusqu’au {line.last_on:%d/%m/%Y}")
    if line.capacity is not None:
        parts.append(f"{line.capacity} place" if line.capacity == 1 else f"{line.capacity} places")
    if line.label:
        parts.append(f"({_safe(line.label)})")
    return " ".join(parts)


def read_slots(text: str) -> list[SlotFacts]:
    """Raises UnreadableSlot."""
    return [read_slot(part.strip()) for part in re.split(r"[;\n]", text) if part.strip()]


def read_slot(text: str) -> SlotFacts:
    """Raises UnreadableSlot."""
    label = _LABEL.search(text)
    plain = " ".join(folded(_LABEL.sub(" ", text).replace("–", "-")).split())
    hours = _HOURS.search(plain)
    if hours is None:
        raise _unreadable(text)
    places = _PLACES.search(plain)
    once = _ON.search(plain)
    rhythm, weekday = _read_rhythm(plain, once is not None)
    if rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY) and weekday is None:
        raise _unreadable(text)
    return SlotFacts(
        starts_at=_time(hours[1], hours[2], text),
        ends_at=_time(hours[3], hours[4], text),
        weekday=weekday,
        rhythm=rhythm,
        season=_read_season(plain, rhythm),
        first_on=_day(once or _FROM.search(plain), text),
        last_on=_day(_TO.search(plain), text),
        capacity=int(places[1]) if places else None,
        label=label[1].strip() if label else "",
    )


def keyed(lines: Iterable[SlotFacts], there: Iterable[SlotFacts]) -> list[SlotFacts]:
    """Lines that were read take the key of the slot that they most likely are: the same words, else the same day."""
    wanted, left = list(lines), list(there)
    taken: dict[int, int | None] = {}
    for same in (lambda a, b: a.said == b.said, _same_day):
        for number, line in enumerate(wanted):
            if number in taken:
                continue
            found = next((each for each in left if same(line, each)), None)
            if found is not None:
                taken[number] = found.key
                left.remove(found)
    return [replace(line, key=taken.get(number)) for number, line in enumerate(wanted)]


def _same_day(one: SlotFacts, other: SlotFacts) -> bool:
    return (one.rhythm, one.weekday, one.first_on) == (other.rhythm, other.weekday, other.first_on)


def _rhythm(line: SlotFacts) -> list[str]:
    match line.rhythm:
        case Rhythm.ONCE:
            assert line.first_on is not None  # noqa: S101  the database has it
            return [f"le {line.first_on:%d/%m/%Y}"]
        case Rhythm.HOLIDAYS:
            return ["chaque jour des vacances"]
        case Rhythm.FORTNIGHTLY:
            return [f"un {DAYS[line.weekday or 0]} sur deux"]
        case _:
            return [f"chaque {DAYS[line.weekday or 0]}"]


def _read_rhythm(plain: str, is_once: bool) -> tuple[str, int | None]:
    if is_once:
        return Rhythm.ONCE, None
    if "jour des vacances" in plain:
        return Rhythm.HOLIDAYS, None
    weekday = next((number for number, name in enumerate(DAYS) if re.search(rf"\b{name}s?\b", plain)), None)
    return (Rhythm.FORTNIGHTLY if "sur deux" in plain else Rhythm.WEEKLY), weekday


def _read_season(plain: str, rhythm: str) -> str:
    if rhythm == Rhythm.ONCE:
        return Season.ALWAYS
    if rhythm == Rhythm.HOLIDAYS or "pendant les vacances" in plain:
        return Season.HOLIDAYS
    return Season.ALWAYS if "toute l'annee" in plain else Season.TERM


def _time(hour: str, minute: str | None, text: str) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise _unreadable(text) from None


def _day(found: re.Match[str] | None, text: str) -> date | None:
    if found is None:
        return None
    day, month, year = (int(part) for part in found[1].split("/"))
    try:
        return date(year, month, day)
    except ValueError:
        raise _unreadable(text) from None


def _safe(label: str) -> str:
    """What separates slots and labels can't stand inside a label."""
    return label.replace("(", "[").replace(")", "]").replace(";", ",")


def _unreadable(text: str) -> UnreadableSlot:
    return UnreadableSlot(
        f"« {text} » n’est pas un créneau : écrivez par exemple « chaque mercredi 14:00-15:30 » ou "
        "« le 12/12/2026 10:00-12:00 »."
    )
