"""Background work of indicators."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from .using import forget_old_readings


@task
def forget_who_used_figures() -> int:
    return forget_old_readings(timezone.localdate())
