"""From the catalogue to sessions of a school week, each with its place, its seats and its hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Q

from preau.offer.activities.enums import Public, Rhythm, Season
from preau.offer.activities.models import Slot
from preau.offer.finding.bits import numbers_in
from preau.offer.finding.catalogue import index_of
from preau.offer.finding.entries import Entry
from preau.offer.finding.index import Index
from preau.offer.finding.money import by_session
from preau.offer.finding.vocabulary import PUBLIC_WORD
from preau.people.organisations.models import Commune
from preau.surfaces.workspace.equity.question import Question

SEATS = 20
"""What a session counts for when its entry says no number of seats."""
_COMES_ALONE = {PUBLIC_WORD[each.value] for each in (Public.CHILD, Public.YOUNG, Public.FAMILY)}


@dataclass(frozen=True, slots=True)
class Offer:
    """A session of the week. ``site`` is a key of the index's places; ``seats`` are halved every other week."""

    key: int
    title: str
    weekday: int
    starts_at: time
    site: int
    seats: float
    hours: float
    is_then: bool
    """Whether it runs at the moment that was asked; the others count for the balance of the week."""


@dataclass(frozen=True, slots=True)
class Offered:
    """``without_place`` and ``without_price``: entries that could not be judged, told so that nobody thinks they do
    not exist.
    """

    offers: list[Offer]
    index: Index
    without_place: int
    without_price: int

    @property
    def then(self) -> list[Offer]:
        return [offer for offer in self.offers if offer.is_then]


def offered(commune: Commune, question: Question, *, now: datetime) -> Offered:
    """Published entries that suit the question. One query beside the index."""
    index = index_of(commune, now=now)
    suiting = [entry for entry in _alive(index) if _suits(entry, question)]
    priced = [entry for entry in suiting if question.price is None or _costs(entry, index, question) is not None]
    affordable = [entry for entry in priced if _is_affordable(entry, index, question)]
    placed = {entry.pk: entry for entry in affordable if _is_placed(entry, index)}
    return Offered(
        offers=sorted(_offers(placed, question, now), key=lambda offer: (offer.title, offer.starts_at, offer.key)),
        index=index,
        without_place=len(affordable) - len(placed),
        without_price=len(suiting) - len(priced),
    )


def _alive(index: Index) -> list[Entry]:
    return [index.entries[number] for number in numbers_in(index.alive)]


def _suits(entry: Entry, question: Question) -> bool:
    if question.domain and entry.domain != question.domain:
        return False
    if not (entry.age_min or 0) <= question.age <= (99 if entry.age_max is None else entry.age_max):
        return False
    if entry.audiences and not _COMES_ALONE.intersection(entry.audiences):
        return False
    return bool(entry.needs) if question.is_adapted else not entry.is_specialised


def _costs(entry: Entry, index: Index, question: Question) -> int | None:
    """Cents for one session; None when no price can be computed."""
    if entry.tariff is None:
        return None
    tariff = index.tariffs[entry.tariff]
    return by_session(tariff.at(question.quotient), tariff.unit, entry.sessions)


def _is_affordable(entry: Entry, index: Index, question: Question) -> bool:
    costs = _costs(entry, index, question)
    return question.price is None or (costs is not None and costs <= question.price * 100)


def _is_placed(entry: Entry, index: Index) -> bool:
    return entry.place is not None and index.places[entry.place].lon is not None


def _offers(entries: dict[int, Entry], question: Question, now: datetime) -> Iterator[Offer]:
    wanted = Slot.objects.filter(
        Q(last_on__isnull=True) | Q(last_on__gte=now.date()),
        activity__in=list(entries),
        rhythm__in=(Rhythm.WEEKLY, Rhythm.FORTNIGHTLY),
        season__in=(Season.TERM, Season.ALWAYS),
    )
    facts = ("pk", "activity_id", "weekday", "starts_at", "ends_at", "rhythm", "capacity", "activity__capacity")
    for pk, activity, weekday, starts_at, ends_at, rhythm, own, shared in wanted.order_by().values_list(*facts):
        entry = entries[activity]
        assert entry.place is not None  # noqa: S101  ``_is_placed`` said so
        yield Offer(
            key=pk,
            title=entry.title,
            weekday=weekday,
            starts_at=starts_at,
            site=entry.place,
            seats=(own or shared or SEATS) / (2 if rhythm == Rhythm.FORTNIGHTLY else 1),
            hours=_hours(starts_at, ends_at),
            is_then=question.holds(weekday, starts_at, ends_at),
        )


def _hours(starts_at: time, ends_at: time) -> float:
    return (ends_at.hour * 60 + ends_at.minute - starts_at.hour * 60 - starts_at.minute) / 60
