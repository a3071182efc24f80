"""What the pages of the catalogue show of entries, preloaded: the index says which, the database says what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Min, Prefetch

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity, Session, Slot
from preau.people.organisations.models import Commune

_ON_A_CARD = (
    "slug title summary domain age_min age_max price_words booking has_taster state meeting_point site_id "
    "organisation__name organisation__slug"
).split()


def rows_of(keys: Iterable[int]) -> list[Activity]:
    """Entries in the order of their keys, with what a card says of them and nothing else. Two queries."""
    wanted = list(keys)
    slots = Slot.objects.only("activity_id", "rhythm", "season", "weekday", "starts_at", "ends_at", "first_on", "label")
    found = Activity.objects.filter(pk__in=wanted).select_related("organisation").only(*_ON_A_CARD)
    by_key = {each.pk: each for each in found.prefetch_related(Prefetch("slots", slots))}
    return [by_key[key] for key in wanted if key in by_key]


def whole_rows_of(keys: Iterable[int]) -> list[Activity]:
    """The same with everything that open data and feeds say. Two queries."""
    wanted = list(keys)
    found = Activity.objects.filter(pk__in=wanted).select_related("commune", "organisation", "site", "adaptation")
    by_key = {each.pk: each for each in found.prefetch_related("slots")}
    return [by_key[key] for key in wanted if key in by_key]


def next_sessions(keys: Iterable[int], *, now: datetime) -> dict[int, datetime]:
    """The next session of each, called off ones left out. One query."""
    coming = Session.objects.filter(activity__in=list(keys), starts_at__gte=now, is_cancelled=False)
    return dict(coming.order_by().values_list("activity").annotate(first=Min("starts_at")))


def entry_of(commune: Commune, slug: str) -> Activity | None:
    """One entry that families read, or once read: drafts and refusals are nobody's business."""
    known = (EntryState.PUBLISHED, EntryState.STALE, EntryState.WITHDRAWN)
    return (
        Activity.objects.filter(commune=commune, slug=slug, state__in=known)
        .select_related("commune", "organisation", "site__part_of", "adaptation", "price_rule")
        .prefetch_related("slots")
        .first()
    )


def sessions_between(activity: Activity, first: date, last: date) -> list[Session]:
    """In order, called off ones too: a family wants to know. One query."""
    return list(activity.sessions.filter(day__range=(first, last)).order_by("starts_at", "pk"))
