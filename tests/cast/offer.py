"""What is offered: a judo club that publishes on Wednesdays, a town that prices by quotient."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.utils.text import slugify

from preau.offer.activities.enums import Domain, EntryState, Public
from preau.offer.activities.models import Activity, Slot
from preau.offer.activities.revisions import touch
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Organisation
from preau.town.places.models import Site

from .people import make_commune, make_organisation

CREATED_AT = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def make_provider(name: str = "Club de judo") -> Organisation:
    return make_organisation(name, OrganisationKind.ASSOCIATION)


def make_activity(
    title: str = "Judo",
    *,
    organisation: Organisation | None = None,
    site: Site | None = None,
    state: EntryState = EntryState.PUBLISHED,
    domain: Domain = Domain.COMBAT,
    weekday: int | None = 2,
    **facts: object,
) -> Activity:
    """A published entry of the school year 2026-2027, on Wednesdays from 14:00 to 15:00 unless ``weekday`` is None."""
    shown = state in (EntryState.PUBLISHED, EntryState.STALE)
    told = {
        "summary": f"{title} pour débuter en douceur.",
        "audiences": [Public.CHILD.value],
        "age_min": 6,
        "age_max": 10,
        "starts_on": date(2026, 9, 7),
        "ends_on": date(2027, 6, 30),
        "published_at": CREATED_AT if shown else None,
        "verified_on": date(2026, 9, 1) if shown else None,
        "read_version": 1 if shown else 0,
    } | facts
    activity = Activity.objects.create(
        commune=make_commune(),
        organisation=organisation or make_provider(),
        slug=told.pop("slug", slugify(title)),
        school_year=2026,
        title=title,
        domain=domain,
        site=site,
        state=state,
        created_at=CREATED_AT,
        updated_at=CREATED_AT,
        **told,
    )
    if weekday is not None:
        Slot.objects.create(activity=activity, weekday=weekday, starts_at=time(14), ends_at=time(15))
    touch(activity.commune, [activity])
    return activity
