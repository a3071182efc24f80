"""The catalogue's clock: each change takes the next number, and the index reads what came after the one it knows."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from preau.offer.activities.models import Activity, CatalogueCounter
from preau.people.organisations.models import Commune


def touch(commune: Commune, activities: Iterable[Activity]) -> int:
    """Says that these entries changed, and gives the number of the change. To be called inside the change itself.

    The counter's row is held until the end of the transaction, so that numbers become visible in their order.
    """
    CatalogueCounter.objects.get_or_create(commune=commune)
    CatalogueCounter.objects.filter(commune=commune).update(value=F("value") + 1)
    number = CatalogueCounter.objects.get(commune=commune).value
    changed = list(activities)
    for each in changed:
        each.revision = number
    Activity.objects.filter(pk__in=[each.pk for each in changed]).update(revision=number)
    return number


def latest(commune: Commune) -> int:
    """The number of the last change, 0 for a catalogue that never had one. One query."""
    found = CatalogueCounter.objects.filter(commune=commune).values_list("value", flat=True).first()
    return found or 0
