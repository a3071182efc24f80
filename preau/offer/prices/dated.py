"""Prices begin and end on a day."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import PriceRule
from .permissions import PRICES

TERMS = (
    DatedTerm(
        PriceRule,
        "tarifs",
        Theme.OFFER,
        _("Les tarifs"),
        _("Chaque tarif vaut d’un jour à un autre ; le suivant se prépare à l’avance."),
        _("Délibérations du conseil municipal"),
        screen="workspace:prices",
        may=(PRICES, "read"),
    ),
)
