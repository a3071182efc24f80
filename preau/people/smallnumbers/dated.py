"""What a town may change about small numbers: hide more, from a day on."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Decision, Given, TermRefused, Theme

from .deciding import UnderTheFloor, decide_small_numbers
from .floor import FLOOR, SmallNumbers
from .models import SmallNumberTerms

_NAMES = ("cell", "sensitive_cell", "percentage", "rounding", "firms", "firm_share")


def _words(numbers: SmallNumbers | SmallNumberTerms) -> str:
    told = {name: getattr(numbers, name) for name in _NAMES}
    return _now(
        "masqué sous %(cell)d personnes, sous %(sensitive_cell)d pour les données sensibles ; "
        "pourcentage à partir de %(percentage)d"
    ) % {key: told[key] for key in _NAMES[:3]}


def _decide(told: Decision) -> Model:
    numbers = SmallNumbers(since=told.valid_from, **{name: int(told.values[name]) for name in _NAMES})
    try:
        return decide_small_numbers(told.commune, numbers, decided_by=told.values["decided_by"], hand=told.hand)
    except UnderTheFloor:
        raise TermRefused(_("Le seuil des données sensibles ne peut pas être plus bas que l’autre.")) from None


TERMS = (
    DatedTerm(
        SmallNumberTerms,
        "petits-nombres",
        Theme.FAMILIES,
        _("À partir de combien de personnes un chiffre se montre"),
        _(
            "Pour les indicateurs, les cartes, les essais de règles et les données ouvertes. Augmenter un seuil masque "
            "plus, sans toucher à ce qui est déjà publié ; aucun ne descend sous le plancher."
        ),
        _("Plancher de la statistique publique (11 personnes, 3 structures, 85 %) et règle de la maison (5 et 20)"),
        given=(
            Given("cell", _("Personnes au moins"), least=FLOOR.cell, most=50),
            Given(
                "sensitive_cell",
                _("Personnes au moins, données sensibles"),
                _("Revenu, handicap, santé, harcèlement, aide sociale."),
                least=FLOOR.sensitive_cell,
                most=100,
            ),
            Given("percentage", _("Personnes au moins pour un pourcentage"), least=FLOOR.percentage, most=200),
            Given("rounding", _("Arrondi de ce qui est publié"), least=FLOOR.rounding, most=50),
            Given("firms", _("Structures au moins pour montrer un montant"), least=FLOOR.firms, most=10),
            Given(
                "firm_share",
                _("Part la plus grande qu’une seule structure peut avoir, en %"),
                least=50,
                most=FLOOR.firm_share,
            ),
            Given("decided_by", _("Décidé par"), _("Par exemple : comité de pilotage du 12 juin 2026.")),
        ),
        decide=_decide,
        because="decided_by",
        told=_words,
        otherwise=lambda _case: _words(FLOOR),
        usual=lambda _case: {name: getattr(FLOOR, name) for name in _NAMES},
        is_listed=True,
    ),
)
