"""What people say of an entry, between the screen and its rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from .completeness import EntryFacts
from .models import Activity, Adaptation


@dataclass(frozen=True, slots=True)
class AdaptationFacts:
    """What is really adapted; lists hold values of the enums of ``adaptations.py``."""

    staff_trained: str = ""
    trained_on: date | None = None
    ratio: str = ""
    sensory: list[str] = field(default_factory=list)
    communication: list[str] = field(default_factory=list)
    premises: list[str] = field(default_factory=list)
    material: str = ""
    companion_is_free: bool = False
    has_trial: bool = False
    is_specialised: bool = False
    not_possible: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    verified_on: date | None = None

    @property
    def said(self) -> dict[str, Any]:
        return asdict(self)


def entry_facts(activity: Activity) -> EntryFacts:
    """What the rule of completeness judges. Two queries, none for what was prefetched."""
    return EntryFacts(
        title=activity.title,
        summary=activity.summary,
        description=activity.description,
        audiences=activity.audiences,
        age_min=activity.age_min,
        age_max=activity.age_max,
        levels=activity.levels,
        has_place=activity.site_id is not None or bool(activity.meeting_point.strip()),
        slots=len(activity.slots.all()),
        has_price=activity.price_rule_id is not None or bool(activity.price_words.strip()),
        booking=activity.booking,
        booking_words=activity.booking_words,
        has_contact=bool(activity.contact_phone or activity.contact_email),
        speaks_of_adaptation=is_said(adaptation_of(activity)),
    )


def adaptation_of(activity: Activity) -> Adaptation | None:
    try:
        return activity.adaptation
    except Adaptation.DoesNotExist:
        return None


def is_said(adaptation: Adaptation | None) -> bool:
    """Whether somebody said something of what is adapted, or of what is not possible."""
    if adaptation is None:
        return False
    words = (adaptation.staff_trained, adaptation.ratio, adaptation.material, adaptation.not_possible)
    lists = (adaptation.sensory, adaptation.communication, adaptation.premises)
    return any(words) or any(lists) or adaptation.companion_is_free or adaptation.has_trial
