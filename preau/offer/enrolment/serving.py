"""Gives places of one unit to those who ask, in the order in which they ask: one transaction for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import override

from .asking import Request
from .entering import enter
from .enums import LIVE, EnrolmentState
from .errors import Refused
from .known import asked, hold_families, offered_by, units
from .models import BookingUnit, Enrolment
from .offering import offer_next
from .quoting import Told, quotes
from .reasons import ReasonCode
from .rules import Asked, Misfit, misfits, refused
from .seats import Seats, hold_unit
from .states import ENTERED
from .stepping import Done, write_down

type Answer = Enrolment | Refused


def serve(unit_pk: int, requests: Sequence[Request]) -> list[Answer]:
    """An answer to each. No two requests may be about the same child or the same home: theirs follow each other.

    What a family is told does not depend on the language of whoever asks beside it: prices are said in French here.
    """
    with transaction.atomic(), override("fr"):
        hold_families(requests)
        unit, held = _hold(unit_pk)
        on = requests[0].today
        offered, seats = offered_by(unit, on), Seats(unit, held, on)
        facts, told = asked(unit, requests, on), quotes(unit, requests, on)
        answers: list[Answer] = []
        for request, fact, quote in zip(requests, facts, told, strict=True):
            found = misfits(offered, fact, now=request.hand.now, today=on)
            answers.append(
                _refusal(unit, request, found)
                if found and _stops(found, seats, fact)
                else _place(unit, request, fact, quote, seats)
            )
        places = Enrolment.objects.bulk_create(each for each in answers if isinstance(each, Enrolment))
        seats.write()
        done = [
            Done(each, ENTERED[EnrolmentState(each.state)], "", request.hand, each.reason)
            for each, request in zip(answers, requests, strict=True)
            if isinstance(each, Enrolment)
        ]
        if places and seats.has_queue:
            done += offer_next(unit, now=requests[0].hand.now)
        write_down(unit, done)
    return answers


def _hold(pk: int) -> tuple[BookingUnit, BookingUnit]:
    """(the unit with all that is read of it, its row as locked)."""
    held = hold_unit(pk)
    return units().get(pk=pk), held


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
