"""The rules of a label change by version, each from a day on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import SchemeVersion
from .permissions import SCHEMES

TERMS = (
    DatedTerm(
        SchemeVersion,
        "labels",
        Theme.PLAN,
        _("Les règles des labels"),
        _("Critères, durée et délais de chaque label, version par version."),
        _("Cahiers des charges des labels"),
        screen="workspace:label_schemes",
        may=(SCHEMES, "read"),
    ),
)
