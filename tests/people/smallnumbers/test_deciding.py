"""A town may hide more than the house, from a day on; never less, not even by hand in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.smallnumbers.deciding import UnderTheFloor, decide_small_numbers, small_numbers_on
from preau.people.smallnumbers.floor import FLOOR
from preau.people.smallnumbers.models import SmallNumberTerms
from tests.cast.people import make_commune

pytestmark = pytest.mark.django_db
FROM = date(2027, 1, 1)


def test_the_floor_counts_until_the_town_decides(now):
    town = make_commune()
    assert small_numbers_on(town, FROM) == FLOOR
    decide_small_numbers(town, replace(FLOOR, since=FROM, cell=8), decided_by="comité", hand=Hand(None, now))
    assert small_numbers_on(town, FROM).cell == 8
    assert small_numbers_on(town, date(2026, 12, 31)) == FLOOR, "the past is never written over"
    assert AuditEvent.objects.filter(verb="small_numbers.decided").count() == 1


@pytest.mark.parametrize(
    "less",
    [
        {"cell": 4},
        {"sensitive_cell": 10},
        {"percentage": 19},
        {"rounding": 4},
        {"firms": 2},
        {"firm_share": 86},
        {"firm_share": 0},
        {"cell": 20},
    ],
)
def test_no_town_goes_under_the_floor(now, less):
    town = make_commune()
    with pytest.raises(UnderTheFloor):
        decide_small_numbers(town, replace(FLOOR, since=FROM, **less), decided_by="x", hand=Hand(None, now))
    values = {name: getattr(FLOOR, name) for name in FLOOR.__dataclass_fields__ if name != "since"} | less
    with pytest.raises(IntegrityError), transaction.atomic():
        SmallNumberTerms.objects.create(commune=town, valid_from=FROM, decided_by="x", **values)
