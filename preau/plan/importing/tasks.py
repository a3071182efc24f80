"""Background work of imports."""

from __future__ import annotations

from datetime import timedelta

from django.tasks import task
from django.utils import timezone

from preau.plan.importing.actions import forget

KEPT_FOR = timedelta(days=30)
"""How long an import that nobody confirmed, or a plan whose import was undone, can still be taken up again."""


@task
def forget_abandoned_imports() -> int:
    return forget(before=timezone.now() - KEPT_FOR, now=timezone.now())
