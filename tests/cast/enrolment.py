from __future__ import annotations

from datetime import UTC, date, datetime, time

from preau.offer.activities.models import Slot
from preau.offer.enrolment.models import BookingUnit
from tests.cast.offer import make_activity


def make_unit(title: str = "Judo", *, capacity: int = 12, weekday: int = 2, **fields: object) -> BookingUnit:
    """A weekly group of a published activity, open to registration since October."""
    activity = make_activity(title)
    slot = Slot.objects.create(activity=activity, weekday=weekday, starts_at=time(14), ends_at=time(15, 30))
    values = {
        "label": "mercredi 14 h",
        "starts_on": date(2026, 9, 7),
        "ends_on": date(2027, 6, 30),
        "opens_at": datetime(2026, 10, 1, 6, tzinfo=UTC),
    }
    return BookingUnit.objects.create(activity=activity, slot=slot, capacity=capacity, **(values | fields))
