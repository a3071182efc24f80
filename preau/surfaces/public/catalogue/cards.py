"""One entry as a card of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from preau.offer.activities.models import Activity
from preau.offer.finding.answer import Answer
from preau.offer.finding.entries import Entry
from preau.offer.finding.needs import ANY, NEEDS
from preau.offer.finding.queries import next_sessions, rows_of
from preau.offer.finding.vocabulary import DOMAINS

from .wording import age_words, instant_words, price_words, session_price_words, when_words

_MOST_NEEDS = 3
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Card:
    """``minutes`` on foot from the point asked, None without one. ``more_needs`` counts adaptations left out."""

    activity: Activity
    domain: str
    when: list[str]
    more_times: int
    next_one: str
    where: str
    minutes: int | None
    price: str
    by_session: str
    ages: str
    needs: list[str]
    more_needs: int
    is_specialised: bool


def cards_of(found: Answer, entries: Sequence[Entry]) -> list[Card]:
    """Three queries, whatever the page."""
    keys = [each.pk for each in entries]
    coming = next_sessions(keys, now=found.now)
    known = {each.pk: each for each in entries}
    return [_card(activity, known[activity.pk], found, coming.get(activity.pk)) for activity in rows_of(keys)]


def _card(activity: Activity, entry: Entry, found: Answer, coming: datetime | None) -> Card:
    when = when_words(activity.slots.all())
    tariff = found.index.tariffs.get(entry.tariff) if entry.tariff is not None else None
    place = found.index.places.get(entry.place) if entry.place is not None else None
    quotient = found.selection.quotient
    needs = [need for need in entry.needs if need != ANY]
    needs.sort(key=lambda need: need not in found.selection.needs)
    return Card(
        activity=activity,
        domain=str(DOMAINS[entry.domain]),
        when=when[:_MOST_LINES],
        more_times=max(len(when) - _MOST_LINES, 0),
        next_one=instant_words(coming) if coming else "",
        where=place.name if place else activity.meeting_point,
        minutes=found.walks.get(entry.place) if entry.place is not None else None,
        price=price_words(activity, tariff, quotient),
        by_session=session_price_words(entry, tariff, quotient),
        ages=age_words(activity.age_min, activity.age_max),
        needs=[str(NEEDS[need]) for need in needs[:_MOST_NEEDS]],
        more_needs=max(len(needs) - _MOST_NEEDS, 0),
        is_specialised=entry.is_specialised,
    )
