"""An entry as search engines and other catalogues read it: schema.org, in JSON-LD."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from preau.offer.activities.enums import Public, Rhythm, Season
from preau.offer.activities.models import Activity, Session, Slot
from preau.town.places.models import Site

if TYPE_CHECKING:
    from .entries import EntryPage

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AUDIENCES = {
    Public.CHILD: "children",
    Public.YOUNG: "youth",
    Public.FAMILY: "families",
    Public.CLASS: "school classes",
    Public.PROFESSIONAL: "professionals",
}
_ACCESS = {
    "sign_language": "signLanguage",
    "subtitles": "captions",
    "described": "audioDescription",
    "hearing_loop": "assistiveListeningDevice",
    "touch": "tactileObject",
}
"""What schema.org has a word for; the rest is said in the description of the entry."""


_SIGNS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(data: dict[str, Any]) -> SafeString:
    """JSON that no text of an entry can close: the signs of HTML are written as escapes."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_SIGNS))  # noqa: S308


def course(page: EntryPage) -> dict[str, Any]:
    """A Course with its instances, or an Event when it happens on given days only."""
    activity = page.activity
    is_event = all(slot.rhythm == Rhythm.ONCE for slot in activity.slots.all()) and bool(page.sessions)
    told = {
        "@context": "https://schema.org",
        "@type": "EducationEvent" if is_event else "Course",
        "@id": page.address,
        "url": page.address,
        "name": activity.title,
        "description": activity.summary or activity.description or activity.title,
        "inLanguage": "fr",
        "isAccessibleForFree": page.is_free,
        "typicalAgeRange": _ages(activity),
        "audience": [{"@type": "Audience", "audienceType": _AUDIENCES[Public(each)]} for each in activity.audiences],
        "offers": _offers(page),
        "accessibilityFeature": _features(activity),
        "dateModified": activity.updated_at.date().isoformat(),
    }
    who = {"@type": "Organization", "name": activity.organisation.name, "url": _organiser(activity)}
    if is_event:
        told |= _event(page, who)
    else:
        told |= {"provider": who, "hasCourseInstance": [_instance(activity, who)]}
    return {key: value for key, value in told.items() if value not in (None, "", [], {})}


def _event(page: EntryPage, who: dict[str, Any]) -> dict[str, Any]:
    first, last = page.sessions[0], page.sessions[-1]
    return {
        "organizer": who,
        "startDate": _instant(first.starts_at),
        "endDate": _instant(last.ends_at),
        "eventStatus": "https://schema.org/EventCancelled"
        if first.is_cancelled
        else "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _place(page.activity),
        "subEvent": [_sub(page, each) for each in page.sessions] if len(page.sessions) > 1 else [],
    }


def _sub(page: EntryPage, session: Session) -> dict[str, Any]:
    return {
        "@type": "Event",
        "name": page.activity.title,
        "startDate": _instant(session.starts_at),
        "endDate": _instant(session.ends_at),
        "location": _place(page.activity),
    }


def _instance(activity: Activity, who: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "CourseInstance",
        "courseMode": "onsite",
        "startDate": activity.starts_on.isoformat(),
        "endDate": activity.ends_on.isoformat(),
        "location": _place(activity),
        "organizer": who,
        "maximumAttendeeCapacity": activity.capacity,
        "courseSchedule": [_schedule(activity, slot) for slot in activity.slots.all()],
    }


def _schedule(activity: Activity, slot: Slot) -> dict[str, Any]:
    days = [_DAYS[slot.weekday]] if slot.weekday is not None else list(_DAYS[:5])
    once = slot.rhythm == Rhythm.ONCE
    return {
        "@type": "Schedule",
        "repeatFrequency": None if once else "P2W" if slot.rhythm == Rhythm.FORTNIGHTLY else "P1W",
        "byDay": None if once else [f"https://schema.org/{day}" for day in days],
        "startDate": (slot.first_on or activity.starts_on).isoformat(),
        "endDate": (slot.first_on if once and slot.first_on else slot.last_on or activity.ends_on).isoformat(),
        "startTime": f"{slot.starts_at:%H:%M:%S}",
        "endTime": f"{slot.ends_at:%H:%M:%S}",
        "scheduleTimezone": settings.TIME_ZONE,
        "description": str(Season(slot.season).label),
    }


def _place(activity: Activity) -> dict[str, Any]:
    site = activity.site
    town = {"@type": "PostalAddress", "addressLocality": activity.commune.name, "addressCountry": "FR"}
    if site is None:
        return {"@type": "Place", "name": activity.meeting_point or activity.commune.name, "address": town}
    place: dict[str, Any] = {"@type": "Place", "name": site.name, "address": town | _street(site)}
    if site.lon is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": site.lat, "longitude": site.lon}
    return place


def _street(site: Site) -> dict[str, str]:
    return {"streetAddress": site.address} if site.address else {}


def _offers(page: EntryPage) -> dict[str, Any] | None:
    if page.tariff is None:
        return None
    low, high = page.tariff.lowest, page.tariff.highest
    told: dict[str, Any] = {"priceCurrency": "EUR", "url": page.address, "category": "Free" if high == 0 else "Paid"}
    if low == high:
        return {"@type": "Offer", "price": _euros(high)} | told
    return {"@type": "AggregateOffer", "lowPrice": _euros(low), "highPrice": _euros(high), "offerCount": 1} | told


def _features(activity: Activity) -> list[str]:
    told = getattr(activity, "adaptation", None)
    return [word for value, word in _ACCESS.items() if told is not None and value in told.communication]


def _ages(activity: Activity) -> str | None:
    first, last = activity.age_min, activity.age_max
    if first is None and last is None:
        return None
    return f"{first or 0}-{'' if last is None else last}"


def _euros(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _instant(at: datetime) -> str:
    return timezone.localtime(at).isoformat()


def _organiser(activity: Activity) -> str:
    return settings.SITE_URL + reverse("public:organiser", args=[activity.organisation.slug])
