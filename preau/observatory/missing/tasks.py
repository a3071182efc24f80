from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.observatory.facts.reading import facts_in_use
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune

from .picturing import take_pictures
from .thresholds import thresholds_on


@task
def picture_who_is_seen() -> int:
    """After the facts of the night. Gives how many pictures were made: none on most nights."""
    now = timezone.now()
    facts = facts_in_use()
    if facts is None:
        return 0
    rule = thresholds_on(timezone.localdate(now))
    return sum(
        len(take_pictures(town, facts=facts, thresholds=rule, hand=Hand(None, now))) for town in Commune.objects.all()
    )
