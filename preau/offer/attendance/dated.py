"""What a town may change about the day itself."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Given, Theme

from .deciding import VOTED
from .models import AttendanceTerms


def _said(row: AttendanceTerms | None = None) -> str:
    return gettext(
        "un appel après %(absences)d absences de suite, retard à partir de %(tolerance)d minutes, "
        "appel complété pendant %(open_days)d jours"
    ) % VOTED.facts(row)


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
        decide=VOTED.decide_as_told,
        because="decided_by",
        told=_said,
        otherwise=lambda _case: _said(),
        usual=lambda _case: VOTED.facts(),
        is_listed=True,
    ),
)
