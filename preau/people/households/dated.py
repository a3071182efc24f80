"""What a town may change about families' files."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from preau.people.terms import DatedTerm, Decision, Given, Theme

from .models import QuotientTerm, RetentionPolicy
from .permissions import RETENTION
from .quotients import MONTHS, set_term


def _months(count: int) -> str:
    return ngettext("%(count)d mois", "%(count)d mois", count) % {"count": count}


def _decide(told: Decision) -> Model:
    return set_term(told.commune, months=told.values["months"], valid_from=told.valid_from, hand=told.hand)


TERMS = (
    DatedTerm(
        QuotientTerm,
        "quotient",
        Theme.FAMILIES,
        _("Combien de temps vaut un quotient familial"),
        _("À partir du mois de son calcul. Après, la famille le redonne, ou paie comme si elle n’en avait pas donné."),
        _("Règlement de la ville"),
        given=(Given("months", _("Nombre de mois"), least=1, most=24),),
        decide=_decide,
        told=lambda row: _months(row.months),
        otherwise=lambda _case: _months(MONTHS),
        usual=lambda _case: {"months": MONTHS},
    ),
    DatedTerm(
        RetentionPolicy,
        "conservation",
        Theme.FAMILIES,
        _("Combien de temps les dossiers sont gardés"),
        _("Décidé par le délégué à la protection des données, avec les archives départementales."),
        _("Règlement général sur la protection des données, article 5 ; code du patrimoine, article L. 212-2"),
        screen="workspace:retention",
        may=(RETENTION, "read"),
    ),
)
