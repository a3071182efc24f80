"""What a place lets go of when a family's file is erased: it stays counted, nobody is in it any more."""

from __future__ import annotations

from django.db import transaction

from preau.people.households.models import Adult, Child

from .models import Enrolment, EnrolmentMessage


@transaction.atomic
def forget_places_of(child: Child) -> None:
    """The lines of a price tell what a home earns; the price itself is counted."""
    Enrolment.objects.filter(child=child).update(asked_by=None, quote=[])
    EnrolmentMessage.objects.filter(step__enrolment__child=child).delete()


@transaction.atomic
def forget_asker(adult: Adult) -> None:
    Enrolment.objects.filter(asked_by=adult).update(asked_by=None)
    EnrolmentMessage.objects.filter(adult=adult).delete()
