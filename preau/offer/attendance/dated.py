"""What a town may change about the day itself."""

from __future__ import annotations

from dataclasses import asdict, fields

from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Decision, Given, Theme

from .deciding import decide_terms
from .models import AttendanceTerms
from .terms import HOUSE, DayTerms

_NAMES = tuple(each.name for each in fields(DayTerms))


def _said(terms: DayTerms | AttendanceTerms) -> str:
    return gettext(
        "un appel après %(absences)d absences de suite, retard à partir de %(tolerance)d minutes, "
        "appel complété pendant %(open_days)d jours"
    ) % {name: getattr(terms, name) for name in _NAMES}


def _decide(told: Decision) -> Model:
    terms = DayTerms(**{name: int(told.values[name]) for name in _NAMES})
    return decide_terms(
        told.commune, terms, decided_by=told.values["decided_by"], valid_from=told.valid_from, hand=told.hand
    )


TERMS = (
    DatedTerm(
        AttendanceTerms,
        "jour-accueil",
        Theme.CARE,
        _("Absences, retards, appel : quand la ville s’en occupe"),
        _(
            "Une absence annoncée ne compte jamais. Ce qui a été noté sous une règle le reste : elle ne vaut que pour "
            "les séances à venir."
        ),
        _("Règlement intérieur des accueils de la ville"),
        given=(
            Given(
                "absences",
                _("Absences de suite avant d’appeler la famille"),
                _("Sans mot de la famille. Pour proposer de l’aide, jamais pour punir."),
                least=2,
                most=10,
            ),
            Given("tolerance", _("Minutes de tolérance au départ"), least=0, most=60),
            Given(
                "open_days",
                _("Jours pour compléter un appel"),
                _("Un téléphone resté sans réseau envoie encore ce qu’il a noté."),
                least=1,
                most=30,
            ),
            Given("decided_by", _("Décidé par"), _("Par exemple : règlement intérieur du 12 juin 2026.")),
        ),
        decide=_decide,
        because="decided_by",
        told=_said,
        otherwise=lambda _case: _said(HOUSE),
        usual=lambda _case: asdict(HOUSE),
        is_listed=True,
    ),
)
