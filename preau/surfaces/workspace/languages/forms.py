"""A version, and who read it."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.versions.languages import direction_of, language_of
from preau.offer.versions.writing import VersionText
from preau.surfaces.workspace.forms.fields import DayField, SeenForm, lines


class VersionForm(SeenForm):
    """``source`` is the fingerprint of the French text on the screen."""

    source = forms.CharField(max_length=64, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Titre"), max_length=160, error_messages={"required": _("Donnez un titre, dans cette langue.")}
    )
    body = forms.CharField(
        label=_("Le texte de cette version"),
        max_length=8000,
        widget=lines(12),
        error_messages={
            "required": _("Écrivez le texte de cette version."),
            "max_length": _("Ce texte est trop long : 8 000 signes suffisent."),
        },
    )
    translator = forms.CharField(
        label=_("Qui l’a traduite ou adaptée"),
        max_length=160,
        required=False,
        help_text=_("Un service, une association, une agence… si ce n’est pas vous."),
    )

    def __init__(self, data: Any = None, *, kind: str, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        written = {"lang": language_of(kind), "dir": direction_of(kind)}
        for name in ("title", "body"):
            self.fields[name].widget.attrs |= written

    @property
    def told(self) -> VersionText:
        kept = self.cleaned_data
        return VersionText(kept["title"], kept["body"], kept["source"], kept["translator"])

    def read_again(self, source: str) -> None:
        """The French text changed: the next sending is about the one now on the screen. What was typed stays."""
        data = cast(QueryDict, self.data).copy()
        data["source"] = source
        self.data = data


class ValidationForm(SeenForm):
    readers = forms.CharField(
        label=_("Qui a relu"),
        max_length=200,
        help_text=_("Un groupe et un lieu, jamais le nom ni le handicap de quelqu’un : « quatre lecteurs de l’Esat »."),
        error_messages={"required": _("Dites qui a relu et compris ce texte.")},
    )
    validated_on = DayField(
        label=_("Relue le"), required=True, error_messages={"required": _("Dites quel jour la relecture a eu lieu.")}
    )

    def __init__(self, data: Any = None, *, today: date, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.today = today

    def clean_validated_on(self) -> date:
        day: date = self.cleaned_data["validated_on"]
        if day > self.today:
            raise forms.ValidationError(gettext("Ce jour n’est pas encore passé."), code="future")
        return day
