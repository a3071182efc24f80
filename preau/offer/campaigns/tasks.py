from django.tasks import task
from django.utils import timezone

from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand

from .forgetting import forget_campaigns
from .stepping import follow_windows

_KEPT = 24
"""Months after the last appeal (brief, c.3)."""


@task()
def follow_campaigns() -> int:
    """Opens and closes windows at the instants that were voted."""
    return follow_windows(now=timezone.now())


@task()
def forget_old_wishes() -> int:
    """At night."""
    now = timezone.now()
    return forget_campaigns(before=months_later(timezone.localdate(now), -_KEPT), hand=Hand(None, now))
