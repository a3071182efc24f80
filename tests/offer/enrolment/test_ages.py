"""The database counts seats by age as the rules do, birthdays on the first day and on 29 February included."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.seats import Law
from preau.people.households.models import Child
from preau.people.households.rights import age_on
from tests.cast.enrolment import make_unit

pytestmark = pytest.mark.django_db

BORN = [
    date(2020, 2, 29),
    date(2020, 2, 28),
    date(2020, 3, 1),
    date(2020, 9, 6),
    date(2020, 9, 7),
    date(2020, 9, 8),
    date(2020, 10, 1),
    date(2019, 12, 31),
    date(2021, 1, 1),
]


@pytest.mark.parametrize("first", [date(2026, 9, 7), date(2027, 2, 28), date(2028, 2, 29), date(2027, 3, 1)])
def test_seats_are_counted_by_age_on_the_first_day(fill, first):
    unit = make_unit(capacity=len(BORN))
    fill(unit, len(BORN))
    children = [each.child_id for each in Enrolment.objects.filter(unit=unit)]
    for child, born_on in zip(children, BORN, strict=True):
        Child.objects.filter(pk=child).update(born_on=born_on)
    unit.starts_on = first
    law = Law(unit, unit.slot, 2, first, [], False)
    assert law.ages(unit) == Counter(age_on(each, first) for each in BORN)
