from __future__ import annotations

from django.conf import settings

from .client import FranceConnect


def franceconnect(return_to: str, leave_to: str) -> FranceConnect | None:
    """None where the town is not registered there. Both addresses are those declared at FranceConnect."""
    if not (settings.FRANCECONNECT_ID and settings.FRANCECONNECT_SECRET):
        return None
    return FranceConnect(
        settings.FRANCECONNECT_URL,
        client_id=settings.FRANCECONNECT_ID,
        secret=settings.FRANCECONNECT_SECRET,
        return_to=return_to,
        leave_to=leave_to,
    )


def is_offered() -> bool:
    return bool(settings.FRANCECONNECT_ID and settings.FRANCECONNECT_SECRET)
