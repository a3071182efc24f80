"""When an agreement reminds those who signed it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import DelayRule
from .permissions import AGREEMENTS

TERMS = (
    DatedTerm(
        DelayRule,
        "delais-des-conventions",
        Theme.PLAN,
        _("Les délais des conventions"),
        _("Quand rappeler une échéance et quand donner l’alerte."),
        _("Choix de la ville"),
        screen="workspace:agreement_delays",
        may=(AGREEMENTS, "set_delays"),
    ),
)
