from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from preau.offer.finding.vocabulary import DAYS, DOMAINS
from preau.surfaces.workspace.equity.question import BICYCLE, FOOT, Question

NEW, END = "nouvelle", "fin"
_DAYS = list(enumerate(DAYS.values()))
_HOURS = [("", _("toute la journée")), *((hour, _("vers %d h") % hour) for hour in range(8, 21))]
_AGES = [(age, ngettext_lazy("%d an", "%d ans", age) % age) for age in range(18)]
_QUOTIENTS = [(300, "300 €"), (600, "600 €"), (900, "900 €"), (1200, "1 200 €"), (2000, "2 000 €")]
_PRICES = [
    ("", _("quel que soit le prix")),
    (0, _("gratuite")),
    (2, _("2 € la séance au plus")),
    (5, _("5 € la séance au plus")),
    (10, _("10 € la séance au plus")),
]
_MINUTES = [(minutes, _("%d minutes") % minutes) for minutes in (5, 10, 15, 20, 30)]
_MODES = [(FOOT, _("à pied")), (BICYCLE, _("à vélo"))]

_WHOLE = {"age", "jour", "quotient", "minutes", "mode"}
"""What a form that was sent always says; a box that is not ticked is not in it."""


def _choice(label: Any, choices: Sequence[tuple[Any, Any]], *, required: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, required=required, empty_value=None)


class QuestionForm(forms.Form):
    """Read from the address: what is not said is as the page first shows it."""

    age = _choice(_("Un enfant de"), _AGES)
    jour = _choice(_("Le jour"), _DAYS)
    heure = _choice(_("L’heure"), _HOURS, required=False)
    domaine = forms.ChoiceField(
        label=_("Quelles activités"), choices=[("", _("toutes")), *DOMAINS.items()], required=False
    )
    prix = _choice(_("Son prix"), _PRICES, required=False)
    quotient = _choice(_("Pour un quotient de"), _QUOTIENTS)
    minutes = _choice(_("En combien de temps"), _MINUTES)
    mode = forms.ChoiceField(label=_("Comment on y va"), choices=_MODES)
    adapte = forms.BooleanField(label=_("Seulement les activités adaptées au handicap"), required=False)

    _NAMES = {
        "age": "age", "weekday": "jour", "hour": "heure", "domain": "domaine", "price": "prix", "quotient": "quotient",
        "minutes": "minutes", "mode": "mode", "is_adapted": "adapte",
    }  # fmt: skip

    def __init__(self, data: Any) -> None:
        start = Question()
        initial = {name: getattr(start, field) for field, name in self._NAMES.items()}
        asked = {name: data[name] for name in initial if name in data}
        if asked and not asked.keys() >= _WHOLE:  # a link that says only what it changes
            asked = {name: value for name, value in initial.items() if value not in (None, False)} | asked
        super().__init__(asked if asked else None, initial=initial)

    @property
    def question(self) -> Question:
        """The one asked, or the first one for an address that makes no sense."""
        if not self.is_bound or not self.is_valid():
            return Question()
        return Question(**{each.name: self.cleaned_data[self._NAMES[each.name]] for each in fields(Question)})

    @property
    def is_wrong(self) -> bool:
        return self.is_bound and not self.is_valid()


def address(question: Question) -> dict[str, str]:
    """The question as an address writes it."""
    told = {name: getattr(question, field) for field, name in QuestionForm._NAMES.items()}
    return {
        name: "on" if value is True else str(value) for name, value in told.items() if value not in (None, "", False)
    }


class TrialForm(forms.Form):
    """One session that changes place, stops or begins."""

    seance = forms.ChoiceField(label=_("Quelle séance"))
    vers = forms.ChoiceField(label=_("Où irait-elle"))

    def __init__(self, data: Any, sessions: Sequence[tuple[int, str]], sites: Sequence[tuple[int, str]]) -> None:
        super().__init__(data)
        known, goals = self.fields["seance"], self.fields["vers"]
        assert isinstance(known, forms.ChoiceField) and isinstance(goals, forms.ChoiceField)  # noqa: S101
        known.choices = [
            ("", _("choisir…")),
            (NEW, _("une nouvelle séance de 20 places")),
            *((str(key), name) for key, name in sessions),
        ]
        goals.choices = [
            ("", _("choisir…")),
            (END, _("nulle part : elle s’arrêterait")),
            *((str(key), name) for key, name in sites),
        ]

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("seance") == NEW and kept.get("vers") == END:
            self.add_error("vers", _("Dites où cette nouvelle séance aurait lieu."))
        return kept

    @property
    def session(self) -> int | None:
        """None: a new one."""
        return None if self.cleaned_data["seance"] == NEW else int(self.cleaned_data["seance"])

    @property
    def site(self) -> int | None:
        """None: nowhere."""
        return None if self.cleaned_data["vers"] == END else int(self.cleaned_data["vers"])
