"""The addresses of the catalogue that search engines should know: its own page, and each entry that is shown."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from preau.offer.finding.bits import numbers_in
from preau.offer.finding.catalogue import index_of
from preau.people.organisations.models import Commune


def catalogue_paths() -> list[str]:
    town = Commune.objects.current()
    if town is None:
        return []
    index = index_of(town, now=timezone.localtime())
    entries = [index.entries[number].slug for number in numbers_in(index.alive)]
    first = reverse("public:catalogue")
    return [first, reverse("public:agenda"), *(f"{first}{slug}/" for slug in entries)]
