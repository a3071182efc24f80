"""The one door to a session of a roll call."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from preau.offer.activities.models import Session
from preau.offer.attendance.calling import is_today
from preau.offer.attendance.permissions import ROLL_CALLS
from preau.surfaces.shell.request import load


def load_session(request: HttpRequest, pk: int, action: str = "read") -> Session:
    """404 for a session of another organisation; 403 for whoever only reads."""
    rows = Session.objects.select_related("activity__organisation", "activity__site", "activity__commune", "slot")
    return load(request, ROLL_CALLS, action, rows, pk=pk)


def load_for_care(request: HttpRequest, pk: int) -> Session:
    """What must be known of children is read on the day, by those who receive them: 403 on any other."""
    session = load_session(request, pk, "care")
    if not is_today(session, timezone.now()):
        raise PermissionDenied
    return session
