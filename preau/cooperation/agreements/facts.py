"""What may be counted of agreements: which, how far, signed by how many, reviewed when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, F

from preau.foundation.facts import Fact, code, count, day, whole

from .models import Agreement, Party, YearlyReview


def _agreements(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    unsigned = dict(Party.objects.unsigned().order_by().values_list("agreement").annotate(n=Count("pk")))
    for each in Agreement.objects.annotate(n=Count("parties")).order_by("pk"):
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
        )


def _reviews(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    yield from YearlyReview.objects.order_by("pk").values_list("agreement", F("school_year"), "held_on")


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

FACTS = (AGREEMENTS, REVIEWS)
