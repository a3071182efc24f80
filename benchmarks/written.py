"""What the database holds after a run, as JSON on the standard output."""

from __future__ import annotations

import json


def main() -> None:
    import django

    django.setup()
    from django.db.models import F

    from preau.offer.enrolment.models import BookingUnit, Enrolment, EnrolmentStep
    from preau.people.audit.queries import check_journal

    seated = {unit.pk: Enrolment.objects.filter(unit=unit).seated().count() for unit in BookingUnit.objects.all()}
    over = sum(seated[unit.pk] > unit.capacity or seated[unit.pk] != unit.taken for unit in BookingUnit.objects.all())
    over += BookingUnit.objects.filter(taken__gt=F("capacity")).count()
    told = {
        "places": [str(key) for key in Enrolment.objects.values_list("key", flat=True)],
        "steps": EnrolmentStep.objects.filter(step__in=("enrol", "queue")).count(),
        "over": over,
        "journal": check_journal().broken_at,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
