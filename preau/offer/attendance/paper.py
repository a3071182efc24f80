"""A roll call and emergency cards on paper: tagged PDF, in French, for a day without any phone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.pdf import typeset
from preau.offer.activities.models import Session
from preau.offer.attendance.calling import day_of
from preau.offer.attendance.cards import Card
from preau.offer.attendance.enums import Mark
from preau.offer.attendance.queries import Line, RollCall

_HERE = Path(__file__).parent


def write_roll_sheet(call: RollCall) -> bytes:
    """PDF/UA-1, A4. ``call.session`` with its activity, organisation, commune and site."""
    with override("fr"):
        lines = [_line(line, day_of(call.session)) for line in call.lines]
        return typeset(_HERE / "sheet.typ", {**_head(call.session), "lines": lines})


def write_emergency_cards(session: Session, cards: Sequence[Card]) -> bytes:
    """One card by child. To be kept in a closed envelope and destroyed in the evening: the foot says so."""
    with override("fr"):
        return typeset(_HERE / "emergency.typ", {**_head(session), "cards": [_card(each) for each in cards]})


def _head(session: Session) -> dict[str, Any]:
    activity = session.activity
    starts, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return {
        "title": f"{activity.title} ({session.slot.label})" if session.slot.label else activity.title,
        "town": activity.commune.name,
        "organisation": activity.organisation.name,
        "day": long_date(day_of(session)),
        "hours": f"{starts:%H h %M} – {ends:%H h %M}",
        "place": activity.site.name if activity.site else activity.meeting_point,
    }


def _line(line: Line, on: date) -> dict[str, Any]:
    return {
        "name": str(line.child),
        "age": line.child.age_on(on),
        "told": "absence annoncée" if line.state == Mark.EXCUSED else "",
    }


def _card(card: Card) -> dict[str, Any]:
    care = card.care
    return {
        "name": str(card.child),
        "told": care is not None,
        "allergies": card.allergies,
        "reaction": care.reaction if care else "",
        "meal": card.meal,
        "paper": (care.paper_place or "oui") if care and care.on_paper else "",
        "helps": care.helps if care else "",
        "avoid": care.avoid if care else "",
        "contacts": [
            " · ".join(filter(None, (each.name, each.link, each.phone))) for each in (care.contacts if care else ())
        ],
        "guardians": [" · ".join(filter(None, (str(each), each.phone))) for each in card.guardians],
        "pickups": [" · ".join(filter(None, (each.name, each.link, each.phone))) for each in card.pickups],
        "away": list(card.kept_away),
    }
