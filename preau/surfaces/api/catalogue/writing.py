"""From an entry to the shapes of the open catalogue. Nobody's name, telephone or mail is in it."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from preau.offer.activities.models import Activity, Adaptation, Slot
from preau.offer.finding.entries import Entry, Place, Tariff
from preau.offer.finding.index import Index

from .schemas import ActivityOut, AdaptationOut, OrganisationOut, PlaceOut, PriceOut, SlotOut

COLUMNS = (
    "id url title summary domain organisation place address lon lat quarter age_min age_max audiences levels days "
    "hours lowest_cents highest_cents price_unit price_words needs has_taster booking starts_on ends_on state "
    "verified_on"
).split()


def activity_out(row: Activity, entry: Entry, index: Index) -> ActivityOut:
    place = index.places.get(entry.place) if entry.place is not None else None
    return ActivityOut(
        id=row.slug,
        url=f"{settings.SITE_URL}/activites/{row.slug}/",
        title=row.title,
        summary=row.summary,
        description=row.description,
        domain=row.domain,
        keywords=row.keywords,
        school_year=row.year_name,
        starts_on=row.starts_on.isoformat(),
        ends_on=row.ends_on.isoformat(),
        age_min=row.age_min,
        age_max=row.age_max,
        audiences=row.audiences,
        levels=row.levels,
        pillars=row.pillars,
        organisation=OrganisationOut(id=row.organisation.slug, name=row.organisation.name, kind=row.organisation.kind),
        place=_place(row, place),
        meeting_point=row.meeting_point,
        slots=[_slot(each) for each in row.slots.all()],
        price=_price(row, index.tariffs.get(entry.tariff) if entry.tariff is not None else None),
        adaptation=_adaptation(row, entry),
        has_taster=row.has_taster,
        booking=row.booking,
        booking_words=row.booking_words,
        website=row.website,
        state=row.state,
        verified_on=_day(row.verified_on),
        updated_at=row.updated_at.isoformat(),
    )


def line_out(told: ActivityOut) -> list[str | int | float | None]:
    """One line of the CSV, in the order of ``COLUMNS``."""
    place = told.place
    return [
        told.id,
        told.url,
        told.title,
        told.summary,
        told.domain,
        told.organisation.name,
        place.name if place else told.meeting_point,
        place.address if place else "",
        place.lon if place else None,
        place.lat if place else None,
        place.quarter if place else "",
        told.age_min,
        told.age_max,
        "|".join(told.audiences),
        "|".join(told.levels),
        "|".join(str(slot.weekday or "") for slot in told.slots),
        "|".join(f"{slot.starts_at}-{slot.ends_at}" for slot in told.slots),
        told.price.lowest_cents,
        told.price.highest_cents,
        told.price.unit,
        told.price.words,
        "|".join(told.adaptation.needs) if told.adaptation else "",
        int(told.has_taster),
        told.booking,
        told.starts_on,
        told.ends_on,
        told.state,
        told.verified_on,
    ]


def _place(row: Activity, place: Place | None) -> PlaceOut | None:
    if row.site is None:
        return None
    lon, lat, quarter = (place.lon, place.lat, place.quarter_name) if place else (row.site.lon, row.site.lat, "")
    return PlaceOut(id=row.site.slug, name=row.site.name, address=row.site.address, lon=lon, lat=lat, quarter=quarter)


def _slot(slot: Slot) -> SlotOut:
    return SlotOut(
        rhythm=slot.rhythm,
        season=slot.season,
        weekday=None if slot.weekday is None else slot.weekday + 1,
        starts_at=f"{slot.starts_at:%H:%M}",
        ends_at=f"{slot.ends_at:%H:%M}",
        first_on=_day(slot.first_on),
        last_on=_day(slot.last_on),
        group=slot.label,
    )


def _price(row: Activity, tariff: Tariff | None) -> PriceOut:
    low, high, unit = (tariff.lowest, tariff.highest, tariff.unit) if tariff else (None, None, "")
    return PriceOut(lowest_cents=low, highest_cents=high, unit=unit, words=row.price_words)


def _adaptation(row: Activity, entry: Entry) -> AdaptationOut | None:
    told: Adaptation | None = getattr(row, "adaptation", None)
    if told is None:
        return None
    return AdaptationOut(
        needs=list(entry.needs),
        sensory=told.sensory,
        communication=told.communication,
        premises=told.premises,
        staff_trained=told.staff_trained,
        companion_is_free=told.companion_is_free,
        has_trial=told.has_trial,
        is_specialised=told.is_specialised,
        not_possible=told.not_possible,
        verified_on=_day(told.verified_on),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
