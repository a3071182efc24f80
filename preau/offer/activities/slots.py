"""The slots of an entry as people write them: one line per group or per day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from .enums import Rhythm, Season
from .errors import WrongFact
from .models import Activity, Slot

MOST = 40
"""Lines of one entry; beyond, it is several activities."""


@dataclass(frozen=True, slots=True)
class SlotFacts:
    """One line. ``key`` is the id of the slot that the line corrects, None for a new one."""

    starts_at: time
    ends_at: time
    weekday: int | None = None
    rhythm: str = Rhythm.WEEKLY
    season: str = Season.TERM
    first_on: date | None = None
    last_on: date | None = None
    capacity: int | None = None
    label: str = ""
    key: int | None = None

    @property
    def said(self) -> dict[str, Any]:
        """Without the key: two lines that say the same are the same."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "key"}


def problem(line: SlotFacts, *, starts_on: date, ends_on: date) -> str | None:
    """Why a line can't stand in an entry that runs between two days. Pure."""
    if line.ends_at <= line.starts_at:
        return _("L’heure de fin doit être après l’heure de début.")
    if line.rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY) and line.weekday is None:
        return _("Choisissez le jour de la semaine.")
    if line.rhythm == Rhythm.ONCE and line.first_on is None:
        return _("Donnez le jour de cette séance unique.")
    if line.first_on and line.last_on and line.last_on < line.first_on:
        return _("Le dernier jour doit être après le premier.")
    if any(day is not None and not starts_on <= day <= ends_on for day in (line.first_on, line.last_on)):
        return _("Ce créneau sort des dates de l’activité.")
    return None


def set_slots(activity: Activity, lines: Sequence[SlotFacts], *, now: datetime) -> None:
    """Lines with a key correct their slot, those without make one, slots that no line names go. Raises WrongFact.

    A slot where children are registered stays: it ends with the last time it met.
    """
    if len(lines) > MOST:
        raise WrongFact("slots", _("Une fiche porte %(most)d créneaux au plus.") % {"most": MOST})
    for number, line in enumerate(lines, 1):
        if sentence := problem(line, starts_on=activity.starts_on, ends_on=activity.ends_on):
            raise WrongFact("slots", _("Créneau %(number)d : %(sentence)s") % {"number": number, "sentence": sentence})
    there = {slot.pk: slot for slot in activity.slots.all()}
    kept = {line.key for line in lines if line.key in there}
    for gone in activity.slots.exclude(pk__in=kept):
        _take_out(gone, now)
    for line in lines:
        slot = there.get(line.key) if line.key else None
        if slot is None:
            Slot.objects.create(activity=activity, **line.said)
        elif any(getattr(slot, name) != value for name, value in line.said.items()):
            for name, value in line.said.items():
                setattr(slot, name, value)
            slot.save()


def _take_out(slot: Slot, now: datetime) -> None:
    try:
        with transaction.atomic():
            slot.delete()
    except ProtectedError:
        met = slot.sessions.filter(starts_at__lt=now).aggregate(last=Max("day"))["last"]
        if met is None:
            sentence = _("Des enfants sont inscrits sur ce créneau : fermez d’abord son groupe.")
            raise WrongFact("slots", sentence) from None
        slot.last_on = met
        slot.save(update_fields=["last_on"])


def lines_of(activity: Activity) -> list[SlotFacts]:
    return [SlotFacts(**{name: getattr(slot, name) for name in _NAMES}, key=slot.pk) for slot in activity.slots.all()]


_NAMES = tuple(each.name for each in fields(SlotFacts) if each.name != "key")
