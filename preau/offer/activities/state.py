"""What an entry says, as plain facts: what its history keeps, and what a conflict is told by."""

from __future__ import annotations

from typing import Any

from .models import Activity, Adaptation
from .slots import lines_of

type State = dict[str, Any]

PLAIN = tuple(
    "title summary description domain keywords age_min age_max meeting_point starts_on ends_on capacity staff "
    "price_words has_taster booking booking_words website".split()
)
LISTS = ("pillars", "audiences", "levels")
CONTACT = ("contact_name", "contact_phone", "contact_email")
LINKS = ("site", "price_rule")
ADAPTED = tuple(
    "staff_trained trained_on ratio sensory communication premises material companion_is_free has_trial "
    "is_specialised not_possible verified_on".split()
)
ON_THE_ROW = frozenset({*PLAIN, *LISTS, *CONTACT, *LINKS})
BESIDE_IT = frozenset({"slots", "adaptation", "objectives"})
_NOBODY = frozenset({*CONTACT, "adaptation_contact"})
"""Facts about a person: that they changed is kept, what they were is not."""
_OF_SESSIONS = frozenset({"slots", "starts_on", "ends_on", "site"})


def state_of(activity: Activity) -> State:
    """JSON values, in a fixed number of queries."""
    said: State = {name: _written(getattr(activity, name)) for name in (*PLAIN, *CONTACT)}
    said |= {name: sorted(getattr(activity, name)) for name in LISTS}
    said["site"] = activity.site.slug if activity.site else ""
    said["price_rule"] = activity.price_rule_id
    said["slots"] = [{name: _written(value) for name, value in line.said.items()} for line in lines_of(activity)]
    said["objectives"] = sorted(activity.objectives.values_list("code", flat=True))
    adaptation = Adaptation.objects.filter(activity=activity).first() or Adaptation()
    said["adaptation"] = {name: _written(getattr(adaptation, name)) for name in ADAPTED}
    said["adaptation_contact"] = [getattr(adaptation, name) for name in CONTACT]
    return said


def differences(was: State, became: State) -> dict[str, list[Any]]:
    """``{fact: [before, after]}``; both are None for a fact about a person."""
    changed = {name: [was[name], became[name]] for name in became if was[name] != became[name]}
    return {name: [None, None] if name in _NOBODY else pair for name, pair in changed.items()}


def touched(names: frozenset[str]) -> frozenset[str]:
    """The facts that somebody who writes these names may change."""
    return names | {"adaptation_contact"} if "adaptation" in names else names


def moves_sessions(facts: dict[str, list[Any]]) -> bool:
    return not _OF_SESSIONS.isdisjoint(facts)


def _written(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
