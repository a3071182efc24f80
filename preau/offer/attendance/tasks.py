from __future__ import annotations

from datetime import timedelta

from django.tasks import task
from django.urls import reverse
from django.utils import timezone

from preau.foundation.schoolyears import first_day, school_year_of
from preau.offer.attendance.following import watch
from preau.offer.attendance.forgetting import forget_days
from preau.people.accounts.hand import Hand

_YEARS_KEPT = 6
_NOTES_KEPT = timedelta(days=14)
"""A word from one adult to the next helps for a few days, then tells a story about a child."""


@task
def watch_dropouts() -> int:
    """Late in the evening, once the phones of the day have found a network; yesterday's late ones too."""
    now = timezone.now()
    hand, today, path = Hand(None, now), timezone.localdate(now), reverse("workspace:follow_ups")
    return sum(len(watch(today - timedelta(days=back), path=path, hand=hand)) for back in (1, 0))


@task
def forget_old_presences() -> int:
    """Presences are kept for the school year and the six before: what the CAF may control."""
    now = timezone.now()
    today = timezone.localdate(now)
    before = first_day(school_year_of(today) - _YEARS_KEPT)
    return forget_days(before=before, notes_before=today - _NOTES_KEPT, hand=Hand(None, now))
