"""Background work of imports."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.town.opendata.desk import forget


@task
def forget_waiting_files() -> int:
    return forget(now=timezone.now())
