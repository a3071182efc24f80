"""How places are given, and what becomes of a request (domain brief, e.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    """Direct registration only where there is room for everybody; scarce places go through a campaign (brief, f)."""

    DIRECT = "direct", _("inscription directe")
    CAMPAIGN = "campaign", _("vœux et tirage au sort")


class EnrolmentState(models.TextChoices):
    CONFIRMED = "confirmed", _("inscrit")
    WAITING = "waiting", _("en liste d’attente")
    OFFERED = "offered", _("place proposée")
    RELEASED = "released", _("place rendue")
    EXPIRED = "expired", _("proposition sans réponse")
    REFUSED = "refused", _("refusée")
    ENDED = "ended", _("terminée")


SEATED = (EnrolmentState.CONFIRMED, EnrolmentState.OFFERED)
"""Those that hold a seat: an offered place is kept until its answer."""
LIVE = (*SEATED, EnrolmentState.WAITING)
