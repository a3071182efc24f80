"""What a town may change about its indicators."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from preau.people.terms import DatedTerm, Decision, Given, Theme

from .models import ParticipationTerms
from .taking_part import PRESENCES, decide_presences


def _presences(count: int) -> str:
    return ngettext("%(count)d présence dans l’année", "%(count)d présences dans l’année", count) % {"count": count}


def _decide(told: Decision) -> Model:
    presences, by = told.values["presences"], told.values["decided_by"]
    return decide_presences(told.commune, presences, decided_by=by, valid_from=told.valid_from, hand=told.hand)


TERMS = (
    DatedTerm(
        ParticipationTerms,
        "participation",
        Theme.PLAN,
        _("À partir de combien de présences un enfant participe vraiment"),
        _(
            "Pour les indicateurs. Une activité d’un seul jour demande une présence. "
            "Les années passées gardent leur seuil."
        ),
        _("Choix de la ville"),
        given=(
            Given("presences", _("Présences dans l’année"), least=1, most=60),
            Given("decided_by", _("Décidé par"), _("Par exemple : comité de pilotage du 12 juin 2026.")),
        ),
        decide=_decide,
        because="decided_by",
        told=lambda row: _presences(row.presences),
        otherwise=lambda _case: _presences(PRESENCES),
        usual=lambda _case: {"presences": PRESENCES},
    ),
)
