"""What may be counted of places: who asked, when, what became of it, and how full groups are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.utils import timezone

from preau.foundation.facts import CHUNK, Fact, choice, code, count, day, pseudonym, whole
from preau.offer.activities.facts import years

from .enums import LIVE, EnrolmentState
from .models import BookingUnit, Enrolment, EnrolmentStep
from .reasons import ReasonCode


def _registrations(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    kept = Enrolment.objects.filter(unit__activity__school_year=year, child__erased_on__isnull=True)
    steps = EnrolmentStep.objects.filter(enrolment=OuterRef("pk"), to_state=OuterRef("state"))
    last = steps.order_by().values("enrolment").annotate(at=Max("at")).values("at")
    first = EnrolmentStep.objects.filter(enrolment=OuterRef("pk"), to_state=EnrolmentState.CONFIRMED)
    placed = first.order_by("at").values("at")[:1]
    rows = kept.order_by("pk").annotate(since=Subquery(last), placed=Subquery(placed))
    for child, activity, unit, domain, asked, state, channel, reason, since, seated in rows.values_list(
        "child",
        "unit__activity",
        "unit",
        "unit__activity__domain",
        "asked_at",
        "state",
        "channel",
        "reason",
        "since",
        "placed",
    ).iterator(chunk_size=CHUNK):
        ended = since if state not in LIVE else None
        seated = seated or (asked if state == EnrolmentState.CONFIRMED else None)  # entered as it was, without a step
        yield (
            child,
            activity,
            unit,
            year,
            domain,
            timezone.localdate(asked),
            state,
            channel,
            timezone.localdate(seated) if seated else None,
            timezone.localdate(ended) if ended else None,
            reason if reason in ReasonCode.values else ("other" if reason else ""),
        )


def _groups(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    waits = Count("enrolments", filter=Q(enrolments__state=EnrolmentState.WAITING))
    rows = BookingUnit.objects.filter(activity__school_year=year).annotate(waits=waits).order_by("pk")
    for each in rows.iterator(chunk_size=CHUNK):
        yield (
            each.pk,
            each.activity_id,
            year,
            each.starts_on,
            each.ends_on,
            each.mode,
            each.capacity,
            each.taken,
            each.waits,
            timezone.localdate(each.opens_at) if each.opens_at else None,
            len(each.documents),
        )


_YEAR = whole("school_year", "activities.Activity.school_year", sentence="that of the entry")
_ACTIVITY = whole("activity", "enrolment.BookingUnit.activity", sentence="key of the entry")

REGISTRATIONS = Fact(
    "registrations",
    "One row for each place asked for: held, waited for, refused, given back. Waiting lists and refusals are here.",
    (
        pseudonym("child", "enrolment.Enrolment.child", of="child", sentence="stands for the child"),
        _ACTIVITY,
        whole("unit", "enrolment.Enrolment.unit", sentence="key of the group or the date"),
        _YEAR,
        code("domain", "activities.Activity.domain", sentence="one of the fourteen domains"),
        day("asked_on", "enrolment.Enrolment.asked_at", sentence="when it was asked for"),
        code("state", "enrolment.Enrolment.state", sentence="a value of EnrolmentState, today"),
        code("channel", "enrolment.Enrolment.channel", sentence="by which door it came"),
        day("placed_on", "enrolment.EnrolmentStep.at", sentence="when a place was first held; nothing: never"),
        day("ended_on", "enrolment.EnrolmentStep.at", sentence="when it was refused, given back, lost or over"),
        choice("reason", "enrolment.Enrolment.reason", sentence="a value of ReasonCode, other, or empty"),
    ),
    rows=_registrations,
    years=years,
)

GROUPS = Fact(
    "groups",
    "One row for each group or date that one registers for: how many places, how many taken.",
    (
        whole("unit", "enrolment.BookingUnit.id", sentence="key of the group or the date"),
        _ACTIVITY,
        _YEAR,
        day("starts_on", "enrolment.BookingUnit.starts_on", sentence="first day"),
        day("ends_on", "enrolment.BookingUnit.ends_on", sentence="last day"),
        code("mode", "enrolment.BookingUnit.mode", sentence="direct or campaign"),
        whole("seats", "enrolment.BookingUnit.capacity", sentence="places"),
        whole("taken", "enrolment.BookingUnit.taken", sentence="places held today"),
        count("waiting", "enrolment.Enrolment.state", sentence="how many wait today"),
        day("opens_on", "enrolment.BookingUnit.opens_at", sentence="from when one registers; nothing: not open"),
        count("pieces", "enrolment.BookingUnit.documents", sentence="how many documents a family must give"),
    ),
    rows=_groups,
    years=years,
)

FACTS = (REGISTRATIONS, GROUPS)
