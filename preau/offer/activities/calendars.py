"""Sessions as the events of a calendar: what a family reads on its telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.activities.ical import CalendarEntry, calendar_feed
from preau.offer.activities.models import Activity, Session

type AddressOf = Callable[[Activity], str]
"""From an activity to the whole address of its page."""
PAST = timedelta(days=31)
"""How far back a calendar goes: a subscription is for what comes."""


def sessions_feed(
    title: str, activities: Iterable[Activity], *, url: str, address_of: AddressOf, now: datetime
) -> bytes:
    """The sessions of some activities, from last month on. One query, and what ``activities`` costs."""
    return calendar_feed(
        title, session_entries(activities, address_of, now), url=url, now=now, zone=timezone.get_default_timezone()
    )


def session_entries(activities: Iterable[Activity], address_of: AddressOf, now: datetime) -> Iterator[CalendarEntry]:
    """``activities`` come with their site and commune; sessions in the order in which they happen."""
    by_key = {each.pk: each for each in activities}
    listed = Session.objects.filter(activity__in=by_key, starts_at__gte=now - PAST).select_related("slot")
    for session in listed.order_by("starts_at", "pk"):
        yield session_entry(session, by_key[session.activity_id], address_of(by_key[session.activity_id]))


def session_entry(session: Session, activity: Activity, url: str) -> CalendarEntry:
    site = activity.site
    title = f"{activity.title} ({session.slot.label})" if session.slot.label else activity.title
    return CalendarEntry(
        uid=f"seance-{session.pk}.{activity.commune.insee_code}@preau",
        title=_("Annulé : %(title)s") % {"title": title} if session.is_cancelled else title,
        changed_at=activity.updated_at,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        sequence=activity.revision,
        is_cancelled=session.is_cancelled,
        description="\n\n".join(filter(None, _lines(session, activity, url))),
        location=", ".join(filter(None, (site.name, site.address) if site else (activity.meeting_point,))),
        lat=site.lat if site else None,
        lon=site.lon if site else None,
        url=url,
        categories=(str(activity.get_domain_display()),),
    )


def _lines(session: Session, activity: Activity, url: str) -> Iterator[str]:
    if session.is_cancelled:
        yield _("Cette séance n’a pas lieu : %(reason)s.") % {"reason": session.reason.rstrip(".")}
    elif session.reason:
        yield session.reason
    yield activity.summary
    if activity.site and activity.meeting_point:
        yield _("Rendez-vous : %(place)s") % {"place": activity.meeting_point}
    if activity.booking_words:
        yield activity.booking_words
    yield url
