"""The sessions of a day, and one roll call."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.foundation.text.days import read_day
from preau.offer.activities.models import Session
from preau.offer.attendance.calling import day_of, is_open, is_today
from preau.offer.attendance.cards import Card
from preau.offer.attendance.enums import NoteCode, StaffFunction
from preau.offer.attendance.models import FollowUp
from preau.offer.attendance.permissions import FOLLOW_UPS, ROLL_CALLS
from preau.offer.attendance.queries import RollCall, days_around, roll_call, sessions_on
from preau.offer.attendance.queries import roll_calls as read_calls
from preau.offer.attendance.watching import watched
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.rollcall import wording
from preau.surfaces.workspace.rollcall.door import load_session


@require_safe
def roll_calls(request: HttpRequest) -> HttpResponse:
    """Sessions of the day that this person receives, or all of them for the desk."""
    require(request, ROLL_CALLS, "read")
    today = timezone.localdate()
    on = read_day(request.GET.get("jour", "")) or today
    who = actor(request)
    mine = ROLL_CALLS.rows(who, "read", Session.objects.all())
    calls = read_calls(sessions_on(on, mine))
    before, after = days_around(on, mine)
    ratios = watched(calls)
    waiting = FOLLOW_UPS.rows(who, "read", FollowUp.objects.filter(closed_at__isnull=True)).count()
    shown = {
        "on": on,
        "is_today": on == today,
        "before": before,
        "after": after,
        "sessions": [_summary(call, ratios) for call in calls],
        "may_mark": ROLL_CALLS.may(who, "mark"),
        "follow_ups": waiting,
    }
    return render(request, "workspace/rollcall/day.html", shown)


@require_safe
def roll_call_page(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "workspace/rollcall/call.html", shown_call(request, load_session(request, pk)))


def shown_call(request: HttpRequest, session: Session, card: Card | None = None) -> dict[str, Any]:
    """``card``: the child whose card was asked for, on a page without scripts."""
    call, now, who = roll_call(session), timezone.now(), actor(request)
    ratio = watched([call]).get(session.pk)
    may_mark = ROLL_CALLS.may(who, "mark", session)
    rows = [
        {
            "line": line,
            "next": wording.NEXT[line.state],  # type: ignore[index]
            "words": wording.state_words(line),
            "age": line.child.age_on(day_of(session)),
            "key": uuid4(),
            "after": " ".join(str(each) for each in line.heads),
        }
        for line in call.lines
    ]
    return {
        "call": call,
        "session": session,
        "rows": rows,
        "headline": wording.headline(call),
        "counts": wording.counts(call),
        "ratio": ratio,
        "ratio_words": wording.ratio_words(ratio) if ratio else "",
        "is_open": may_mark and is_open(session, now),
        "reads_care": ROLL_CALLS.may(who, "care", session) and is_today(session, now),
        "may_print": ROLL_CALLS.may(who, "print", session),
        "on": day_of(session),
        "note_codes": NoteCode.choices,
        "functions": StaffFunction.choices,
        "adult_key": uuid4(),
        "card": card,
        "next_of": {str(state): str(after) for state, after in wording.NEXT.items()},
    }


def _summary(call: RollCall, ratios: dict[int, Any]) -> dict[str, Any]:
    ratio = ratios.get(call.session.pk)
    return {
        "call": call,
        "session": call.session,
        "headline": wording.headline(call),
        "counts": wording.counts(call),
        "ratio": ratio,
        "ratio_words": wording.ratio_words(ratio) if ratio else "",
    }
