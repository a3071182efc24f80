"""Background work of the journal."""

from __future__ import annotations

import logging

from django.tasks import task

from preau.people.audit.queries import check_journal as check

logger = logging.getLogger(__name__)


@task
def check_journal() -> int:
    """Every night: an error in the log, where the operator looks, if the chain no longer holds."""
    result = check()
    if result.broken_at is not None:
        logger.error("audit journal broken at entry %s: %s", result.broken_at, result.reason)
    return result.count
