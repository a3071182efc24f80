"""The shapes of the open catalogue. They are a promise: a field is added, never renamed or removed."""

from __future__ import annotations

from ninja import Schema


class OrganisationOut(Schema):
    id: str
    name: str
    kind: str


class PlaceOut(Schema):
    id: str
    name: str
    address: str
    lon: float | None
    lat: float | None
    quarter: str


class SlotOut(Schema):
    """Hours are those of the town's clocks; ``weekday`` 1 is Monday, as ISO 8601 counts."""

    rhythm: str
    season: str
    weekday: int | None
    starts_at: str
    ends_at: str
    first_on: str | None
    last_on: str | None
    group: str


class PriceOut(Schema):
    """Cents of euro; both None when the organiser gives words only."""

    lowest_cents: int | None
    highest_cents: int | None
    unit: str
    words: str


class AdaptationOut(Schema):
    """``needs`` are those that families search by; the lists hold the words of the entry."""

    needs: list[str]
    sensory: list[str]
    communication: list[str]
    premises: list[str]
    staff_trained: str
    companion_is_free: bool
    has_trial: bool
    is_specialised: bool
    not_possible: str
    verified_on: str | None


class ActivityOut(Schema):
    id: str
    url: str
    title: str
    summary: str
    description: str
    domain: str
    keywords: str
    school_year: str
    starts_on: str
    ends_on: str
    age_min: int | None
    age_max: int | None
    audiences: list[str]
    levels: list[str]
    pillars: list[str]
    organisation: OrganisationOut
    place: PlaceOut | None
    meeting_point: str
    slots: list[SlotOut]
    price: PriceOut
    adaptation: AdaptationOut | None
    has_taster: bool
    booking: str
    booking_words: str
    website: str
    state: str
    verified_on: str | None
    updated_at: str


class ActivitiesOut(Schema):
    """One page. ``next`` and ``previous`` are whole addresses, None at the ends."""

    licence: str
    commune: str
    insee_code: str
    count: int
    page: int
    pages: int
    next: str | None
    previous: str | None
    activities: list[ActivityOut]
