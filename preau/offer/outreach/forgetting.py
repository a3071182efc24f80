"""What is kept of somebody whose file is erased: nothing."""

from __future__ import annotations

from preau.people.households.models import Adult, Child

from .models import OutreachLine, OutreachObjection


def forget_outreach_of(person: Child | Adult) -> None:
    if isinstance(person, Child):
        OutreachLine.objects.filter(child=person).delete()
    else:
        OutreachObjection.objects.filter(adult=person).delete()
