from __future__ import annotations

from django.conf import settings

from preau.people.households.lookup import FamilyQuotientProvider

from .client import ApiParticulier


def quotient_provider() -> FamilyQuotientProvider | None:
    """None where the town has no token yet: the screens then offer the paper only."""
    token, recipient = settings.API_PARTICULIER_TOKEN, settings.API_PARTICULIER_SIRET
    if not (token and recipient):
        return None
    return ApiParticulier(settings.API_PARTICULIER_URL, token=token, recipient=recipient)
