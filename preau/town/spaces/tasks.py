"""Background work of open spaces."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from .forgetting import forget


@task
def forget_old_reports() -> int:
    """Each night. Run twice, it does nothing more."""
    return forget(timezone.now())
