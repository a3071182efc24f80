"""One form for all terms: its fields are those that the term gives, of the kind that its model says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from preau.people.terms import DatedTerm, Given
from preau.people.terms.reading import Line
from preau.surfaces.workspace.forms.fields import DayField


class DecisionForm(forms.Form):
    """``values`` are typed already; ``now`` says beside each field of a long term what counts today.
    ``since`` is False when the day is known already: a correction."""

    def __init__(
        self,
        data: Any = None,
        *,
        term: DatedTerm,
        today: date,
        values: Mapping[str, Any],
        now: Line,
        since: bool = True,
    ) -> None:
        super().__init__(data, initial=dict(values))
        told = {str(part.label): part.words for part in now.parts}
        for each in term.given:
            self.fields[each.field] = _field(term.model._meta.get_field(each.field), each, told.get(str(each.label)))
        if since:
            self.fields["valid_from"] = DayField(
                label=_("À partir du"),
                required=True,
                help_text=_("Aujourd’hui ou un jour à venir : ce qui a compté ne se récrit pas."),
                error_messages={"required": _("Donnez un jour."), "invalid": _("Donnez un jour qui existe.")},
            )
            self.fields["valid_from"].widget.attrs["min"] = today.isoformat()

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "valid_from"}


def _field(column: Any, given: Given, now: str | None) -> forms.Field:
    is_number = isinstance(column, models.IntegerField) and not column.choices
    helps = [
        given.help,
        _("De %(least)d à %(most)d.") % {"least": given.least, "most": given.most} if is_number else "",
        _("Aujourd’hui : %(now)s.") % {"now": now} if now else "",
    ]
    help_text = " ".join(str(each) for each in helps if each)
    asked: dict[str, Any] = {"label": given.label, "help_text": help_text, "required": not column.blank}
    asked["error_messages"] = {"required": _("Cette réponse est nécessaire.")}
    if column.choices:
        return forms.ChoiceField(choices=[("", _("Choisissez")), *column.choices], **asked)
    if is_number:
        between = _("Un nombre entre %(least)d et %(most)d.") % {"least": given.least, "most": given.most}
        asked["error_messages"] |= {"invalid": between, "min_value": between, "max_value": between}
        return forms.IntegerField(min_value=given.least, max_value=given.most, **asked)
    if isinstance(column, models.EmailField):
        return forms.EmailField(max_length=column.max_length, **asked)
    return forms.CharField(max_length=column.max_length, **asked)
