"""What a step asks: a named reason, and words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.offer.publishing.reasons import ChangeCause, RefusalCause
from preau.surfaces.workspace.forms.fields import lines


class WordsForm(forms.Form):
    reason = forms.CharField(
        label=_("Pourquoi"),
        max_length=2000,
        widget=lines(4),
        help_text=_("Quelques mots : l’organisation les lira."),
        error_messages={"required": _("Dites pourquoi, en une phrase.")},
    )


class AskForm(WordsForm):
    cause = forms.ChoiceField(
        label=_("Ce qui est à changer"),
        choices=ChangeCause.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez ce qui est à changer.")},
    )
    field_order = ("cause", "reason")


class RefusalForm(WordsForm):
    cause = forms.ChoiceField(
        label=_("Cette activité…"),
        choices=RefusalCause.choices,
        widget=forms.RadioSelect,
        help_text=_("La même liste est montrée à ceux qui demandent à publier."),
        error_messages={"required": _("Choisissez un motif de la liste.")},
    )
    field_order = ("cause", "reason")


class SeenStepForm(forms.Form):
    """A step that is one button: it says which version was on the screen."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


FORMS: dict[str, type[forms.Form]] = {"ask": AskForm, "refuse": RefusalForm, "withdraw": WordsForm}


def form_of(step: str, data: Any) -> forms.Form:
    return FORMS.get(step, SeenStepForm)(data)
