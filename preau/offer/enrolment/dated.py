"""What a town may change about direct registration."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from preau.offer.activities.enums import Domain
from preau.people.terms import Case, DatedTerm, Decision, Given, Theme

from .deciding import decide_cap, decide_hours
from .models import DomainCap, EnrolmentTerms
from .rules import HOURS_TO_ANSWER

_BY = Given("decided_by", _("Décidé par"), _("Par exemple : délibération du 12 juin 2026."))


def _hours(count: int) -> str:
    return ngettext("%(count)d heure", "%(count)d heures", count) % {"count": count}


def _groups(most: int | None) -> str:
    if most is None:
        return _now("pas de limite")
    return ngettext("%(count)d groupe au plus", "%(count)d groupes au plus", most) % {"count": most}


def _decide_hours(told: Decision) -> Model:
    hours, by = told.values["offer_hours"], told.values["decided_by"]
    return decide_hours(told.commune, hours, decided_by=by, valid_from=told.valid_from, hand=told.hand)


def _decide_cap(told: Decision) -> Model:
    domain, most, by = Domain(told.case["domain"]), told.values["most"], told.values["decided_by"]
    return decide_cap(told.commune, domain, most, decided_by=by, valid_from=told.valid_from, hand=told.hand)


TERMS = (
    DatedTerm(
        EnrolmentTerms,
        "reponse",
        Theme.PLACES,
        _("Combien de temps une place libérée est gardée"),
        _("Pour la famille qui suit sur la liste d’attente. Sans réponse, la place est proposée à la suivante."),
        _("Règlement des inscriptions de la ville"),
        given=(Given("offer_hours", _("Heures pour répondre"), least=1, most=336), _BY),
        decide=_decide_hours,
        because="decided_by",
        told=lambda row: _hours(row.offer_hours),
        otherwise=lambda _case: _hours(HOURS_TO_ANSWER),
        usual=lambda _case: {"offer_hours": HOURS_TO_ANSWER},
    ),
    DatedTerm(
        DomainCap,
        "limites",
        Theme.PLACES,
        _("Combien de groupes d’un même domaine par enfant"),
        _("Pour que chaque enfant découvre, et que les places aillent à plus d’enfants. Compté par année scolaire."),
        _("Règlement des inscriptions de la ville"),
        cases=(Case("domain", lambda _town: Domain.choices),),
        given=(Given("most", _("Groupes au plus"), _("Vide : pas de limite."), least=1, most=20), _BY),
        decide=_decide_cap,
        because="decided_by",
        told=lambda row: _groups(row.most),
        otherwise=lambda _case: _groups(None),
    ),
)
