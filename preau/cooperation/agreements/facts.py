"""What may be counted of agreements: which, how far, signed by how many, reviewed when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Subquery
from django.utils import timezone

from preau.foundation.facts import Fact, code, count, day, whole

from .enums import AgreementState
from .models import Agreement, AgreementStep, Party, Signature, YearlyReview

_ENDED = (AgreementState.RENEWED, AgreementState.EXPIRED, AgreementState.TERMINATED)


def _agreements(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    unsigned = dict(Party.objects.unsigned().order_by().values_list("agreement").annotate(n=Count("pk")))
    steps = AgreementStep.objects.filter(agreement=OuterRef("pk"), target=OuterRef("state")).order_by()
    since = Subquery(steps.values("agreement").annotate(at=Max("at")).values("at"))
    for each in Agreement.objects.annotate(n=Count("parties"), since=since).order_by("pk"):
        yield (
            each.pk,
            each.kind,
            each.state,
            each.resolution_on,
            each.starts_on,
            each.ends_on,
            each.n,
            each.n - unsigned.get(each.pk, 0),
            each.follows_id,
            timezone.localdate(each.created_at),
            timezone.localdate(each.since) if each.state in _ENDED and each.since else None,
        )


def _reviews(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    yield from YearlyReview.objects.order_by("pk").values_list("agreement", F("school_year"), "held_on")


def _parties(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    standing = Signature.objects.standing().filter(party=OuterRef("pk")).values("signed_on")[:1]
    for each in Party.objects.select_related("organisation").annotate(signed=Subquery(standing)).order_by("pk"):
        who = (each.organisation.slug, each.organisation.kind) if each.organisation else ("", "")
        yield each.agreement_id, *who, each.signed


_AGREEMENT = whole("agreement", "agreements.Agreement.id", sentence="key of the agreement")

AGREEMENTS = Fact(
    "agreements",
    "One row for each agreement between institutions.",
    (
        _AGREEMENT,
        code("kind", "agreements.Agreement.kind", sentence="a value of AgreementKind"),
        code("state", "agreements.Agreement.state", sentence="a value of AgreementState"),
        day("voted_on", "agreements.Agreement.resolution_on", sentence="when the council voted it"),
        day("starts_on", "agreements.Agreement.starts_on", sentence="first day"),
        day("ends_on", "agreements.Agreement.ends_on", sentence="last day"),
        count("parties", "agreements.Party.id", sentence="institutions that sign"),
        count("signed", "agreements.Signature.id", sentence="those that did"),
        whole("follows", "agreements.Agreement.follows", sentence="the agreement it renews, or nothing"),
        day("created_on", "agreements.Agreement.created_at", sentence="since when it is being prepared"),
        day("ended_on", "agreements.AgreementStep.at", sentence="when it was renewed, ran out or was ended"),
    ),
    rows=_agreements,
)

REVIEWS = Fact(
    "agreement_reviews",
    "One row for each school year that the signatories of an agreement looked back on.",
    (
        _AGREEMENT,
        whole("school_year", "agreements.YearlyReview.school_year", sentence="the year reviewed"),
        day("held_on", "agreements.YearlyReview.held_on", sentence="when they met"),
    ),
    rows=_reviews,
)

PARTIES = Fact(
    "agreement_parties",
    "One row for each institution that signs an agreement. Who holds the pen is not told.",
    (
        _AGREEMENT,
        code("organisation", "organisations.Organisation.slug", sentence="which, or empty"),
        code("kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind, or empty"),
        day("signed_on", "agreements.Signature.signed_on", sentence="when it signed, or nothing"),
    ),
    rows=_parties,
)

FACTS = (AGREEMENTS, REVIEWS, PARTIES)
