"""Another worker that registers a child in the same database, to be killed: ``python -m tests.offer.enrolment.another``.

Arguments: database name, ids of the unit, child, home and adult, and where to stop for good: ``seated``, ``written``
or ``confirmed``.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any


def main(database: str, unit: int, child: int, home: int, adult: int, stop: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from preau.offer.enrolment import serving
    from preau.offer.enrolment.models import BookingUnit
    from preau.offer.enrolment.seats import Seats
    from preau.offer.enrolment.taking import enrol
    from preau.people.accounts.hand import Hand
    from preau.people.households.enums import Channel
    from preau.people.households.models import Adult, Child, Household
    from tests.conftest import NOW

    def wait_here() -> None:
        print("here", flush=True)
        time.sleep(600)

    def stopping(work: Any) -> Any:
        def working(*arguments: Any) -> None:
            work(*arguments)
            wait_here()

        return working

    if stop == "seated":
        Seats.write = stopping(Seats.write)
    elif stop == "written":
        serving.write_down = stopping(serving.write_down)
    place = enrol(
        unit=BookingUnit.objects.get(pk=unit),
        child=Child.objects.get(pk=child),
        household=Household.objects.get(pk=home),
        asked_by=Adult.objects.get(pk=adult),
        channel=Channel.COUNTER,
        hand=Hand(None, NOW),
    )
    print(place.state, flush=True)
    wait_here()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]), sys.argv[6])
