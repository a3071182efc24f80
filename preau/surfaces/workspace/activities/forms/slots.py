"""The slots of an entry: a few lines, and three empty ones to add more without a script."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.models import Activity
from preau.offer.activities.slots import MOST, SlotFacts, lines_of, problem
from preau.surfaces.workspace.forms.fields import DayField

_DAYS = [("", gettext_lazy("Choisir un jour")), *((str(key), name) for key, name in WEEKDAYS.items())]


def _clock(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class SlotForm(forms.Form):
    """A line that says neither day nor hour is a line that nobody wrote."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    rhythm = forms.ChoiceField(label=gettext_lazy("Rythme"), choices=Rhythm.choices, initial=Rhythm.WEEKLY)
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("Jour"), choices=_DAYS, required=False, coerce=int, empty_value=None
    )
    starts_at = _clock(gettext_lazy("Début"))
    ends_at = _clock(gettext_lazy("Fin"))
    label = forms.CharField(
        label=gettext_lazy("Groupe"), required=False, max_length=80, widget=forms.TextInput(attrs={"size": 14})
    )
    capacity = forms.IntegerField(label=gettext_lazy("Places du groupe"), required=False, min_value=1, max_value=9999)
    season = forms.ChoiceField(label=gettext_lazy("Période"), choices=Season.choices, initial=Season.TERM)
    first_on = DayField(label=gettext_lazy("À partir du, ou le jour"))
    last_on = DayField(label=gettext_lazy("Jusqu’au"))

    def __init__(self, *args: Any, between: tuple[date, date], **options: Any) -> None:
        super().__init__(*args, **options)
        self.between = between

    @property
    def is_blank(self) -> bool:
        kept = getattr(self, "cleaned_data", {})
        return all(kept.get(name) in (None, "") for name in ("weekday", "starts_at", "ends_at", "first_on", "label"))

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if self.is_blank or kept.get("DELETE") or self.errors:
            return kept
        if kept.get("starts_at") is None or kept.get("ends_at") is None:
            self.add_error("starts_at" if kept.get("starts_at") is None else "ends_at", _("Donnez une heure."))
            return kept
        first, last = self.between
        if sentence := problem(self.facts, starts_on=first, ends_on=last):
            self.add_error(None, sentence)
        return kept

    @property
    def facts(self) -> SlotFacts:
        kept = {name: self.cleaned_data[name] for name in SlotFacts.__dataclass_fields__}
        if kept["rhythm"] in (Rhythm.ONCE, Rhythm.HOLIDAYS):
            kept["weekday"] = None
            kept["season"] = Season.ALWAYS if kept["rhythm"] == Rhythm.ONCE else Season.HOLIDAYS
        return SlotFacts(**kept)


class SlotForms(BaseFormSet):  # type: ignore[type-arg]
    @property
    def chosen(self) -> list[SlotFacts]:
        kept = [form for form in self.forms if not form.is_blank and not form.cleaned_data.get("DELETE")]
        return [form.facts for form in kept]


_make = formset_factory(SlotForm, formset=SlotForms, extra=2, can_delete=True, max_num=MOST, absolute_max=MOST + 5)


def slot_forms(activity: Activity, data: Any = None) -> SlotForms:
    there = [{**line.said, "key": line.key} for line in lines_of(activity)]
    options = {"between": (activity.starts_on, activity.ends_on)}
    return cast(SlotForms, _make(data, initial=there, prefix="creneau", form_kwargs=options))
