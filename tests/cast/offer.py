"""What is offered: a judo club that publishes on Wednesdays, a town that prices by quotient."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.utils.text import slugify

from preau.offer.activities.enums import Domain, EntryState, Public
from preau.offer.activities.models import Activity, Adaptation, Slot
from preau.offer.activities.revisions import touch
from preau.offer.providers.enums import PaperKind, PaperState
from preau.offer.providers.models import ProviderPaper
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


WHOLE = {
    "description": "Rouler, tomber, saluer : une heure pour apprendre en jouant, avec deux adultes.",
    "meeting_point": "Gymnase, entrée nord",
    "price_words": "120 € l’année",
    "booking_words": "Au club, le mercredi.",
    "contact_phone": "01 99 00 00 01",
}
"""What an entry lacks when ``make_activity`` made it."""


def make_whole(title: str = "Judo", *, state: EntryState = EntryState.DRAFT, **facts: object) -> Activity:
    """An entry that says enough to be proposed and published."""
    activity = make_activity(title, state=state, **{**WHOLE, **facts})
    Adaptation.objects.create(activity=activity, not_possible="Pas d’ascenseur.")
    return activity


def give_papers(organisation: Organisation | None = None, *, until: date = date(2027, 8, 31)) -> None:
    """Every paper, valid on the day of the tests."""
    for kind in PaperKind:
        ProviderPaper.objects.create(
            organisation=organisation or make_provider(),
            kind=kind,
            declared_on=date(2026, 9, 1),
            valid_until=until,
            state=PaperState.VALID,
            given_at=CREATED_AT,
            checked_at=CREATED_AT,
        )
