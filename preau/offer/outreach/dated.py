"""What a town may change about going towards families."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Decision, Given, TermRefused, Theme

from .models import OutreachTerms
from .terms import VOTED


def _said(row: OutreachTerms | None = None) -> str:
    return gettext("%(days)d jours, de %(least)d à %(most)d enfants") % VOTED.facts(row)


def _decide(told: Decision) -> Model:
    if told.values["most"] < told.values["least"]:
        raise TermRefused(_("Une liste doit pouvoir tenir le plus petit groupe : augmentez le plus grand nombre."))
    return VOTED.decide_as_told(told)


TERMS = (
    DatedTerm(
        OutreachTerms,
        "aller-vers",
        Theme.FAMILIES,
        _("Combien de temps une liste d’aller vers reste ouverte, et pour combien d’enfants"),
        _("À la fin, les noms s’effacent d’eux-mêmes : il ne reste que des nombres. Une liste ouverte garde sa durée."),
        _("Règlement général sur la protection des données, articles 5 et 21 ; choix de la ville"),
        given=(
            Given("days", _("Jours d’ouverture"), least=1, most=90),
            Given("least", _("Enfants du groupe, au moins"), _("Jamais moins de onze."), least=11, most=100),
            Given("most", _("Enfants d’une liste, au plus"), least=11, most=200),
            Given("decided_by", _("Décidé par"), _("Par exemple : comité de pilotage du 12 juin 2026.")),
        ),
        decide=_decide,
        because="decided_by",
        told=_said,
        otherwise=lambda _case: _said(),
        usual=lambda _case: VOTED.facts(),
        is_listed=True,
    ),
)
