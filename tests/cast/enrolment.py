from __future__ import annotations

from datetime import UTC, date, datetime, time

from preau.offer.activities.models import Slot
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.taking import enrol
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from tests.cast.families import make_small_family
from tests.cast.offer import make_activity

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)


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


def make_place(unit: BookingUnit | None = None, *, name: str = "Sans lien", now: datetime = NOON) -> Enrolment:
    """The place of a child of a small family of its own, who asked online."""
    family = make_small_family(name)
    who = family.adults["parent"]
    return enrol(
        unit=unit or make_unit("Escalade", weekday=3),
        child=family.children["child"],
        household=family.homes["home"],
        asked_by=who,
        channel=Channel.ONLINE,
        hand=Hand(who.account, now),
    )
