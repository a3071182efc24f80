"""Places offered, that wait for a yes or a no; the next session of those that are held; ranks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import F
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from preau.offer.activities.models import Session
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.queries import of_children
from preau.people.accounts.models import User
from preau.people.households.models import Child

from .shapes import Awaiting, Coming

_HORIZON = timedelta(days=60)


def places_offered(account: User, children: Sequence[Child], on: date) -> Iterable[Awaiting]:
    rows = of_children(child.pk for child in children).filter(state=EnrolmentState.OFFERED)
    for place in rows:
        said = {"what": place.unit.activity.title, "name": place.child.first_name}
        title = _("Une place s’est libérée pour %(name)s : %(what)s") % said
        due = timezone.localdate(place.offered_until) if place.offered_until else None
        yield Awaiting(title, reverse("portal:place", args=[place.key]), _("Répondre"), due_on=due)


def places_coming(account: User, children: Sequence[Child], on: date) -> Mapping[int, Sequence[Coming]]:
    """Each held place with its next session, then each rank."""
    rows = list(
        of_children(child.pk for child in children)
        .filter(state__in=(EnrolmentState.CONFIRMED, EnrolmentState.WAITING), unit__ends_on__gte=on)
        .order_by(F("queue_number").asc(nulls_first=True), "pk")
    )
    nearest = _nearest(rows, on)
    found: dict[int, list[Coming]] = {}
    for place in rows:
        found.setdefault(place.child_id, []).append(_coming(place, nearest))
    return found


def _coming(place: Enrolment, nearest: Mapping[int, Session]) -> Coming:
    path, unit = reverse("portal:place", args=[place.key]), place.unit
    if place.state == EnrolmentState.WAITING:
        note = _("sur la liste d’attente, rang %(rank)d") % {"rank": getattr(place, "rank", 0)}
        return Coming(unit.activity.title, path, date.max, note)
    meeting = unit.session or nearest.get(unit.slot_id or 0)
    if meeting is None:
        return Coming(unit.activity.title, path, unit.ends_on, unit.label)
    at = timezone.localtime(meeting.starts_at)
    when = {
        "day": formats.date_format(meeting.day, "l j F"),
        "hour": f"{at:%-H}\u00a0h\u00a0{at:%M}".removesuffix("\u00a000"),
    }
    return Coming(unit.activity.title, path, meeting.day, _("%(day)s à %(hour)s") % when)


def _nearest(rows: Sequence[Enrolment], on: date) -> dict[int, Session]:
    """By slot. One query, within two months."""
    slots = {place.unit.slot_id for place in rows if place.unit.slot_id}
    sessions = Session.objects.filter(slot__in=slots, is_cancelled=False, day__range=(on, on + _HORIZON))
    first: dict[int, Session] = {}
    for session in sessions.order_by("starts_at"):
        first.setdefault(session.slot_id, session)
    return first
