from __future__ import annotations

from datetime import timedelta

from django.tasks import task
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.health.writing import forget_sheets

TO_RENEW = timedelta(days=61)
"""Two months after its term, autumn's return included, a family can still say « nothing changed »; then it is gone."""


@task
def forget_health_sheets() -> int:
    return forget_sheets(valid_before=timezone.localdate() - TO_RENEW, hand=Hand(None, timezone.now()))
