"""What a town may change about organisations of the catalogue."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import CatalogueDelay
from .permissions import PROVIDERS

TERMS = (
    DatedTerm(
        CatalogueDelay,
        "delais-du-catalogue",
        Theme.OFFER,
        _("Les délais du catalogue"),
        _("Quand relancer une organisation pour une fiche à revoir ou une pièce qui expire."),
        _("Règlement de la ville"),
        screen="workspace:catalogue_delays",
        may=(PROVIDERS, "keep"),
    ),
)
