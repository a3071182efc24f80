"""Gives places of one unit to those who ask, in the order in which they ask: one transaction for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override

from preau.foundation.kept import is_keeping
from preau.foundation.prepared import first, prepared
from preau.offer.activities.pricing import price_on

from .asking import Request
from .claims import Ask, resolve
from .entering import enter
from .enums import LIVE, EnrolmentState
from .errors import Refused
from .known import around, asked, hold_families, offered_by, recent
from .models import BookingUnit, Enrolment
from .offering import offer_next
from .quoting import Told, quotes
from .reasons import ReasonCode
from .rules import Asked, Misfit, misfits, refused
from .seats import Law, Seats
from .states import ENTERED
from .stepping import Done, write_down

type Answer = Enrolment | Refused


def read_ahead(key: UUID, on: date) -> None:
    """What changes by the year, read before the transaction in which it could not be kept. Each piece has its own
    seconds: a word for all of them would still stand when one of them is over."""
    if not is_keeping():
        return
    unit = recent(key)
    if unit is not None:
        offered_by(unit, on)
        price_on(unit.activity, on)
        Law.of(unit, on)


class Shared(Exception):
    """Two requests of one transaction turned out to be about one home: they must follow each other."""


def serve(key: UUID, asks: Sequence[Ask], *, almost: Callable[[], object] = lambda: None) -> list[Answer]:
    """An answer to each. No two of them may be about the same child or the same home. Raises Shared.

    ``almost`` is called when all is written and only the commit is left. What a family is told does not depend on the
    language of whoever asks beside it: prices are said in French here.
    """
    with transaction.atomic(), override("fr"):
        found = resolve(asks, asks[0].today)
        requests = [each for each in found if each is not None]
        if len({each.household.pk for each in requests}) < len(requests):
            raise Shared
        answers = iter(_serve(key, requests) if requests else ())
        almost()
        return [Refused([Misfit(ReasonCode.NO_RIGHT)]) if each is None else next(answers) for each in found]


def _serve(key: UUID, requests: Sequence[Request]) -> list[Answer]:
    """What is known of families is read once they are held and before the unit is: others wait for it meanwhile. What
    the entry says may be some seconds old, as on the page that the family reads; what the unit itself says is not."""
    hold_families(requests)
    on = requests[0].today
    seen = _there(recent(key))
    facts, quoted = asked(seen, requests, on), quotes(seen, requests, on)
    unit = around(_there(first(_held(key=key))), seen)
    if unit.documents != seen.documents:
        facts = asked(unit, requests, on)
    offered, seats = offered_by(unit, on), Seats(unit, unit, on)
    answers: list[Answer] = []
    for request, fact, told in zip(requests, facts, quoted, strict=True):
        found = misfits(offered, fact, now=request.hand.now, today=on)
        stops = bool(found) and _stops(found, seats, fact)
        answers.append(_refusal(unit, request, found) if stops else _place(unit, request, fact, told, seats))
    Enrolment.objects.bulk_create(each for each in answers if isinstance(each, Enrolment))
    seats.write()
    done = [
        Done(each, ENTERED[EnrolmentState(each.state)], "", request.hand, each.reason)
        for each, request in zip(answers, requests, strict=True)
        if isinstance(each, Enrolment)
    ]
    if done and seats.has_queue:
        done += offer_next(unit, now=requests[0].hand.now)
    write_down(unit, done)
    return answers


def _there(unit: BookingUnit | None) -> BookingUnit:
    if unit is None:
        raise BookingUnit.DoesNotExist
    return unit


@prepared
def _held(*, key: UUID) -> QuerySet[BookingUnit, BookingUnit]:
    return BookingUnit.objects.select_for_update(no_key=True).filter(key=key).order_by()


def _stops(found: list[Misfit], seats: Seats, fact: Asked) -> bool:
    sits = not seats.has_queue and seats.why_not(fact.born_on) is None
    return refused(found, sits=sits)


def _refusal(unit: BookingUnit, request: Request, found: list[Misfit]) -> Refused:
    known = None
    if any(each.code == ReasonCode.ALREADY for each in found):
        known = Enrolment.objects.filter(unit=unit, child=request.child, state__in=LIVE).first()
    return Refused(found, known)


def _place(unit: BookingUnit, request: Request, fact: Asked, told: Told, seats: Seats) -> Enrolment:
    """Nobody sits before those who wait."""
    why = ReasonCode.FULL if seats.has_queue else seats.why_not(fact.born_on)
    return enter(unit, request, told, seats, why)
