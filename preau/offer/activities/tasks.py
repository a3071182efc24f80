"""Background work of the catalogue's sessions."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.offer.activities.following import follow_calendar
from preau.people.organisations.models import Commune


@task
def follow_the_calendar() -> int:
    """Each night: what an import of holidays changed is worked out. Run twice, it changes nothing more."""
    commune = Commune.objects.current()
    return follow_calendar(commune, now=timezone.now()) if commune else 0
