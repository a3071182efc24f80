"""What the law may change about how many adults look after children."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from preau.people.terms import Case, DatedTerm, Decision, Given, TermRefused, Theme

from .enums import RatioCase
from .models import RatioRule
from .rules import Ratio
from .writing import DateTaken, correct_ratio, date_ratio

_AGES = ((True, _("moins de 6 ans")), (False, _("6 ans et plus")))


def _words(row: RatioRule) -> str:
    return ngettext("1 adulte pour %(count)d enfant", "1 adulte pour %(count)d enfants", row.children) % {
        "count": row.children
    }


def _decide(told: Decision) -> Model:
    case, small = RatioCase(told.case["case"]), told.case["under_six"]
    ratio = Ratio(case, small, told.values["children"], told.valid_from, None, told.values["source"])
    planned = RatioRule.objects.filter(case=case, under_six=small, valid_from=told.valid_from).first()
    if planned is not None:
        return correct_ratio(planned, ratio.children, source=ratio.source, hand=told.hand)
    try:
        return date_ratio(ratio, hand=told.hand)
    except DateTaken as taken:
        raise TermRefused(_("Un changement est déjà prévu plus tard : un nouveau commence après lui.")) from taken


def _unknown(case: Mapping[str, Any]) -> str:
    return _now("aucune valeur connue : rien n’est calculé")


TERMS = (
    DatedTerm(
        RatioRule,
        "encadrement",
        Theme.CARE,
        _("Combien d’enfants par adulte"),
        _("Le minimum de la loi, d’où viennent les places ouvertes et l’alerte de la feuille d’appel."),
        _("Code de l’action sociale et des familles, articles R. 227-15 et R. 227-16"),
        cases=(Case("case", lambda _town: RatioCase.choices), Case("under_six", lambda _town: _AGES)),
        given=(
            Given("children", _("Enfants par adulte"), least=1, most=60),
            Given("source", _("Texte qui le dit"), _("Article et décret.")),
        ),
        decide=_decide,
        told=_words,
        otherwise=_unknown,
    ),
)
