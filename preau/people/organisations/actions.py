from __future__ import annotations

from django.utils.text import slugify

from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Commune, Organisation


def organisation_named(commune: Commune, name: str) -> Organisation:
    """The organisation of that name, created as a town service where there is none."""
    present = Organisation.objects.filter(commune=commune, name__iexact=name).first()
    return present or Organisation.objects.create(
        commune=commune, name=name, slug=slugify(name)[:80] or "organisation", kind=OrganisationKind.TOWN_SERVICE
    )
