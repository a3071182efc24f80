"""For how long what a passer-by says of a ground is worth something."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import ReportTerm
from .permissions import SPACES

TERMS = (
    DatedTerm(
        ReportTerm,
        "signalements",
        Theme.TOWN,
        _("Combien de temps vaut un signalement"),
        _("Passé ce délai, ce qu’un passant a dit d’un terrain ne compte plus."),
        _("Choix de la ville"),
        screen="workspace:space_terms",
        may=(SPACES, "edit"),
    ),
)
