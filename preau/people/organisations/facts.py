"""What may be counted of organisations: which there are, and of what kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from preau.foundation.facts import Fact, code

from .models import Organisation


def _organisations(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    yield from Organisation.objects.order_by("pk").values_list("slug", "kind").iterator()


ORGANISATIONS = Fact(
    "organisations",
    "One row for each organisation around the plan.",
    (
        code("organisation", "organisations.Organisation.slug", sentence="its slug"),
        code("kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind"),
    ),
    rows=_organisations,
)

FACTS = (ORGANISATIONS,)
