from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation


class OwnerField(forms.TypedChoiceField):
    """One of the organisations given, or nobody. They are read once for all the forms of a page."""

    def __init__(self, owners: Sequence[Organisation] = (), **options: Any) -> None:
        by_key = {str(owner.pk): owner for owner in owners}
        choices = [("", _("Personne pour l’instant")), *((key, owner.name) for key, owner in by_key.items())]
        options.setdefault("required", False)
        super().__init__(choices=choices, coerce=by_key.__getitem__, empty_value=None, **options)


class DayField(forms.DateField):
    """A day, typed in the browser's own calendar."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class SeenForm(forms.Form):
    """A form about something that others may change: it carries the version that was on the screen."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)


class TwoSidesForm(forms.Form):
    """A form that names the ``school`` and the ``care`` of a place: two organisations, never one."""

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("school") and kept.get("school") == kept.get("care"):
            self.add_error("care", gettext("Les deux côtés d’un lieu sont deux organisations différentes."))
        return kept


def see_again(form: forms.Form, version: int) -> None:
    """The form can be sent again, knowingly, about the version now on the screen; what was typed stays."""
    data = cast(QueryDict, form.data).copy()
    data["seen_version"] = str(version)
    form.data = data


def lines(rows: int, **attributes: Any) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **attributes})
