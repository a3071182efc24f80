"""A survey's results: a table sent or pasted line by line, and the answers that make a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import school_year_of, year_name
from preau.observatory.evaluation.errors import SurveyUnreadable
from preau.observatory.evaluation.models import SurveyQuestion
from preau.observatory.evaluation.surveys.reading import QuestionRead, read_survey
from preau.observatory.evaluation.surveys.recording import About
from preau.observatory.indicators.models import Indicator
from preau.people.files.enums import FileKind
from preau.people.files.rules import accepted_endings
from preau.surfaces.workspace.forms.fields import DayField, lines

_YEARS_BACK = 4
_KINDS = (FileKind.CSV, FileKind.XLSX, FileKind.ODS)


class SurveyForm(forms.Form):
    """Either a file, or the same lines typed: question ; réponse ; nombre."""

    school_year = forms.TypedChoiceField(label=_("Année scolaire"), coerce=int)
    title = forms.CharField(
        label=_("Intitulé de l’enquête"),
        max_length=160,
        error_messages={"required": _("Donnez un intitulé à l’enquête.")},
    )
    audience = forms.CharField(
        label=_("Auprès de qui"), max_length=160, error_messages={"required": _("Dites qui a été interrogé.")}
    )
    held_on = DayField(
        label=_("Close le"), required=True, error_messages={"required": _("Donnez le jour où l’enquête s’est close.")}
    )
    asked = forms.IntegerField(
        label=_("Personnes interrogées"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Pour dire le taux de réponse à côté de chaque chiffre."),
    )
    is_sensitive = forms.BooleanField(
        label=_("L’enquête touche au revenu, au handicap, à la santé ou au harcèlement"),
        required=False,
        help_text=_("Les petits nombres y sont masqués plus tôt."),
    )
    table = forms.FileField(
        label=_("Le tableau des réponses"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": accepted_endings(_KINDS)}),
        help_text=_("CSV ou tableur : une colonne question, une colonne réponse, une colonne nombre."),
        error_messages={"empty": _("Ce fichier est vide. Vérifiez que vous envoyez le bon fichier.")},
    )
    typed = forms.CharField(
        label=_("Ou ses lignes, à la main"),
        required=False,
        max_length=20_000,
        widget=lines(6, spellcheck="false"),
        help_text=_("Une réponse par ligne : question ; réponse ; nombre. La question ne s’écrit qu’une fois."),
    )

    def __init__(self, data: Any = None, files: Any = None, *, today: date) -> None:
        super().__init__(data, files)
        year = school_year_of(today)
        self.fields["school_year"].choices = [(each, year_name(each)) for each in range(year, year - _YEARS_BACK, -1)]  # type: ignore[attr-defined]
        self.initial["school_year"] = year - 1
        self.today = today
        self.questions: list[QuestionRead] = []
        self._content: bytes | None = None

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(gettext("L’enquête doit être close."))
        return day

    def clean(self) -> dict[str, Any]:
        sent, typed = self.cleaned_data.get("table"), self.cleaned_data.get("typed", "").strip()
        if bool(sent) == bool(typed):
            self.add_error("table", gettext("Envoyez un tableau, ou écrivez ses lignes : l’un ou l’autre."))
            return self.cleaned_data
        content = sent.read() if sent else f"question;réponse;nombre\n{typed}\n".encode()
        try:
            self.questions = read_survey(content, sent.name if sent else "")
        except SurveyUnreadable as unreadable:
            self.add_error("table" if sent else "typed", str(unreadable))
        self._content = content if sent else None
        return self.cleaned_data

    @property
    def about(self) -> About:
        return About(**{name: self.cleaned_data[name] for name in About.__slots__})

    @property
    def upload(self) -> tuple[bytes, str] | None:
        sent = self.cleaned_data.get("table")
        return (self._content, sent.name) if sent and self._content is not None else None


class FigureForm(forms.Form):
    indicator = forms.ChoiceField(
        label=_("Cette question renseigne"), error_messages={"required": _("Choisissez un indicateur.")}
    )
    answers = forms.TypedMultipleChoiceField(
        label=_("Réponses à compter"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins une réponse : c’est elle qui fait le chiffre.")},
    )

    def __init__(self, data: Any = None, *, question: SurveyQuestion, indicators: Sequence[Indicator]) -> None:
        answers = list(question.answers.all())
        standing = str(question.value.indicator_id) if question.value else ""
        initial = {"indicator": standing, "answers": [each.pk for each in answers if each.is_counted]}
        super().__init__(data, initial=initial, auto_id=f"id_q{question.number}_%s")
        self.question = question
        self.by_key = {str(each.pk): each for each in indicators}
        self.fields["indicator"].choices = [  # type: ignore[attr-defined]
            (key, f"{each.effect.code} · {each}") for key, each in self.by_key.items()
        ]
        self.fields["answers"].choices = [(each.pk, each.words) for each in answers]  # type: ignore[attr-defined]

    def clean_indicator(self) -> Indicator:
        return self.by_key[self.cleaned_data["indicator"]]
