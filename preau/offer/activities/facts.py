"""What may be counted of the catalogue: entries, what they are for, their sessions. Nobody is in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Sum

from preau.foundation.facts import CHUNK, Fact, code, day, digest, flag, whole
from preau.foundation.schoolyears import school_year_of
from preau.people.organisations.models import Commune
from preau.town.areas.quarters import quarters_of
from preau.town.places.models import Site

from .models import Activity, Session, Slot
from .said import is_said


def years(today: date) -> Collection[int]:
    """Those of the catalogue, and the one that runs."""
    return {*Activity.objects.order_by().values_list("school_year", flat=True).distinct(), school_year_of(today)}


def area_of_sites() -> dict[int, str]:
    """Site → slug of its quarter, for those that are on the map."""
    found: dict[int, str] = {}
    for town in Commune.objects.all():
        quarter_of = quarters_of(town)
        for site in Site.objects.filter(commune=town):
            quarter = quarter_of(*site.point) if site.point else None
            found[site.pk] = quarter.slug if quarter else ""
    return found


def _activities(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    areas, bands, seats = area_of_sites(), _usual_bands(year), _seats(year)
    entries = Activity.objects.filter(school_year=year).select_related(
        "organisation", "site", "price_rule", "adaptation"
    )
    for each in entries.order_by("pk").iterator(chunk_size=CHUNK):
        adaptation = getattr(each, "adaptation", None)
        yield (
            each.pk,
            each.school_year,
            each.organisation.slug,
            each.organisation.kind,
            each.domain,
            bands.get(each.pk, ""),
            each.site.slug if each.site else "",
            areas.get(each.site_id, "") if each.site_id else "",
            is_said(adaptation),
            bool(adaptation and adaptation.is_specialised),
            each.age_min,
            each.age_max,
            each.starts_on,
            each.ends_on,
            seats.get(each.pk, each.capacity),
            each.price_rule.kind if each.price_rule else "",
            each.booking,
            each.has_taster,
            each.state,
            each.published_at.date() if each.published_at else None,
            each.verified_on,
        )


def _usual_bands(year: int) -> dict[int, str]:
    """The moment of the week in which most sessions of an entry fall."""
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    kept = Session.objects.filter(activity__school_year=year, is_cancelled=False)
    for activity, band, sessions in kept.order_by().values_list("activity", "band").annotate(n=Count("pk")):
        counted[activity][band] = sessions
    return {each: min((-n, band) for band, n in found.items())[1] for each, found in counted.items()}


def _seats(year: int) -> dict[int, int]:
    """Groups that say how many they take count for themselves."""
    said = Slot.objects.filter(activity__school_year=year, capacity__isnull=False)
    return dict(said.order_by().values_list("activity").annotate(seats=Sum("capacity")))


def _tags(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    for each in Activity.objects.filter(school_year=year).order_by("pk").iterator(chunk_size=CHUNK):
        for kind, values in (("audience", each.audiences), ("level", each.levels), ("pillar", each.pillars)):
            for value in sorted(set(values)):
                yield each.pk, each.school_year, kind, value


def _objectives(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    links = Activity.objectives.through.objects.filter(activity__school_year=year)
    yield from links.order_by("activity", "planitem").values_list(
        "activity", "activity__school_year", "planitem", "planitem__code"
    )


def _sessions(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    rows = Session.objects.filter(activity__school_year=year).order_by("pk")
    for pk, activity, on, band, starts, ends, cancelled in rows.values_list(
        "pk", "activity", "day", "band", "starts_at", "ends_at", "is_cancelled"
    ).iterator(chunk_size=CHUNK):
        yield pk, activity, year, on, on.month, band, int((ends - starts).total_seconds() // 60), cancelled


def stamp_of_sessions(year: int) -> str:
    """Every session as it is: there are few of them beside who came."""
    rows = Session.objects.filter(activity__school_year=year).order_by("pk")
    told = rows.values_list("pk", "activity", "day", "band", "starts_at", "ends_at", "is_cancelled")
    return digest(told.iterator(chunk_size=CHUNK))


_YEAR = "activities.Activity.school_year"

ACTIVITIES = Fact(
    "activities",
    "One row for each entry of the catalogue.",
    (
        whole("activity", "activities.Activity.id", sentence="key of the entry"),
        whole("school_year", _YEAR, sentence="first calendar year of its school year"),
        code("organisation", "organisations.Organisation.slug", sentence="who offers it"),
        code("organisation_kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind"),
        code("domain", "activities.Activity.domain", sentence="one of the fourteen domains"),
        code("time_band", "activities.Session.band", sentence="moment of the week of most of its sessions"),
        code("site", "places.Site.slug", sentence="where it runs; empty when it is not at a place of the town"),
        code("area", "places.Site.lon", "places.Site.lat", sentence="quarter of that place"),
        flag("adapted", "activities.Adaptation.staff_trained", sentence="somebody said what is really adapted"),
        flag("specialised", "activities.Adaptation.is_specialised", sentence="for disabled people only"),
        whole("age_min", "activities.Activity.age_min", sentence="from that age on; nothing for no limit"),
        whole("age_max", "activities.Activity.age_max", sentence="up to that age, included; nothing for no limit"),
        day("starts_on", "activities.Activity.starts_on", sentence="first day"),
        day("ends_on", "activities.Activity.ends_on", sentence="last day"),
        whole(
            "seats", "activities.Activity.capacity", "activities.Slot.capacity", sentence="places; nothing: no limit"
        ),
        code("price_kind", "prices.PriceRule.kind", sentence="free, flat, bands or linear; empty: said in words only"),
        code("booking", "activities.Activity.booking", sentence="how one comes"),
        flag("taster", "activities.Activity.has_taster", sentence="one may try it first"),
        code("state", "activities.Activity.state", sentence="state of the entry"),
        day("published_on", "activities.Activity.published_at", sentence="since when families see it"),
        day("verified_on", "activities.Activity.verified_on", sentence="when somebody last checked it"),
    ),
    rows=_activities,
    years=years,
)

TAGS = Fact(
    "activity_tags",
    "One row for each audience, school level or pillar of the arts path of an entry.",
    (
        whole("activity", "activities.Activity.id", sentence="key of the entry"),
        whole("school_year", _YEAR, sentence="first calendar year of its school year"),
        code("kind", sentence="audience, level or pillar"),
        code(
            "value",
            "activities.Activity.audiences",
            "activities.Activity.levels",
            "activities.Activity.pillars",
            sentence="a value of Public, SchoolLevel or Pillar",
        ),
    ),
    rows=_tags,
    years=years,
)

OBJECTIVES = Fact(
    "activity_objectives",
    "One row for each objective of the plan that an entry serves.",
    (
        whole("activity", "activities.Activity.id", sentence="key of the entry"),
        whole("school_year", _YEAR, sentence="first calendar year of its school year"),
        whole("objective", "plan.PlanItem.id", sentence="key of the item of the plan"),
        code("objective_code", "plan.PlanItem.code", sentence="how people call it"),
    ),
    rows=_objectives,
    years=years,
)

SESSIONS = Fact(
    "sessions",
    "One row for each session of an entry.",
    (
        whole("session", "activities.Session.id", sentence="key of the session"),
        whole("activity", "activities.Session.activity", sentence="key of the entry"),
        whole("school_year", _YEAR, sentence="first calendar year of the entry's school year"),
        day("day", "activities.Session.day", sentence="the day on the town's clocks"),
        whole("month", "activities.Session.day", sentence="1 to 12"),
        code("time_band", "activities.Session.band", sentence="moment of the week"),
        whole("minutes", "activities.Session.starts_at", "activities.Session.ends_at", sentence="how long it lasts"),
        flag("cancelled", "activities.Session.is_cancelled", sentence="it did not take place"),
    ),
    rows=_sessions,
    years=years,
    stamp=stamp_of_sessions,
)

FACTS = (ACTIVITIES, TAGS, OBJECTIVES, SESSIONS)
