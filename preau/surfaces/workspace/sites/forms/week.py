"""The form of one activity of the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.articulation.models import WeekEntry
from preau.plan.articulation.planning import EntryFacts
from preau.plan.sheets.enums import Theme
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.rules import OLDEST, YOUNGEST
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, SeenForm
from preau.town.calendar.enums import WeekSeason
from preau.town.calendar.moments import season_on
from preau.town.calendar.rules import Hours, Week, week_on
from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.calendar.wording import span, weekday_name


class HourField(forms.TimeField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        options.setdefault("error_messages", {"required": _("Donnez une heure, par exemple 16:30.")})
        super().__init__(widget=widget, **options)


class AgeField(forms.IntegerField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("error_messages", {"required": _("Donnez un âge.")})
        super().__init__(min_value=YOUNGEST, max_value=OLDEST, **options)


class EntryForm(SeenForm):
    title = forms.CharField(
        label=_("Activité"), max_length=120, error_messages={"required": _("Dites ce que font les enfants.")}
    )
    weekday = forms.TypedChoiceField(label=_("Jour de la semaine"), coerce=int, choices=list(WEEKDAYS.items()))
    starts_at = HourField(label=_("De"))
    ends_at = HourField(label=_("À"))
    age_from = AgeField(label=_("À partir de (ans)"))
    age_to = AgeField(label=_("Jusqu’à (ans)"))
    group = forms.CharField(
        label=_("Groupe"),
        max_length=40,
        required=False,
        help_text=_("Seulement s’il s’agit d’une partie de ces enfants : la chorale, les grands…"),
    )
    theme = forms.ChoiceField(label=_("Thème"), required=False, choices=[("", _("sans thème")), *Theme.choices])
    lead = OwnerField(label=_("Organisation qui anime"))
    leader = forms.CharField(
        label=_("Qui anime"), max_length=80, required=False, help_text=_("Une fonction suffit : l’équipe du soir.")
    )
    starts_on = DayField(
        label=_("À partir du"), required=True, error_messages={"required": _("Dites à partir de quel jour.")}
    )
    ends_on = DayField(label=_("Jusqu’au"), required=True, error_messages={"required": _("Dites jusqu’à quel jour.")})
    sheet = forms.TypedChoiceField(label=_("Fiche action"), required=False, empty_value=None)

    def __init__(
        self,
        data: Any = None,
        *,
        weeks: Sequence[Week],
        calendar: SchoolCalendar,
        organisations: Sequence[Organisation],
        sheets: Sequence[ActionSheet],
        initial: dict[str, Any],
    ) -> None:
        super().__init__(data, initial=initial)
        self.weeks, self.calendar = weeks, calendar
        self.fields["lead"] = OwnerField(organisations, label=_("Organisation qui anime"))
        by_key = {str(sheet.pk): sheet for sheet in sheets}
        sheet_field = self.fields["sheet"]
        assert isinstance(sheet_field, forms.TypedChoiceField)  # noqa: S101
        sheet_field.coerce = by_key.__getitem__
        sheet_field.choices = [("", _("aucune")), *((key, str(sheet)) for key, sheet in by_key.items())]
        if not by_key:
            del self.fields["sheet"]

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        for first, last, sentence in (
            ("starts_at", "ends_at", gettext("La fin vient avant le début.")),
            ("starts_on", "ends_on", gettext("La fin vient avant le début.")),
        ):
            if kept.get(first) is not None and kept.get(last) is not None:
                wrong = kept[last] <= kept[first] if first == "starts_at" else kept[last] < kept[first]
                if wrong:
                    self.add_error(last, sentence)
        if kept.get("age_from") is not None and kept.get("age_to") is not None and kept["age_to"] < kept["age_from"]:
            self.add_error("age_to", gettext("Cet âge est plus petit que le premier."))
        if not self.errors and self.opening is None:
            facts = {"day": weekday_name(kept["weekday"]), "span": span(kept["starts_at"], kept["ends_at"])}
            sentence = gettext("Ce lieu n’ouvre pas le %(day)s, %(span)s. Corrigez l’heure, ou les horaires du lieu.")
            self.add_error("starts_at", sentence % facts)
        return kept

    @property
    def opening(self) -> Hours | None:
        """The band in which the activity begins, else the first that it touches, on its first day.

        What begins and ends in the holidays is read on the week of the holidays.
        """
        kept = self.cleaned_data
        seasons = {season_on(self.calendar, kept[name]) for name in ("starts_on", "ends_on")}
        season = WeekSeason.SCHOOL if WeekSeason.SCHOOL in seasons else WeekSeason.HOLIDAYS
        week = week_on(self.weeks, kept["starts_on"], season) or week_on(self.weeks, kept["ends_on"], season)
        if week is None:
            return None
        touched = Hours(kept["weekday"], next(iter(week.hours)).band, kept["starts_at"], kept["ends_at"])
        return next((each for each in week.on(kept["weekday"]) if each.meets(touched)), None)

    @property
    def facts(self) -> EntryFacts:
        kept, opening = self.cleaned_data, self.opening
        assert opening is not None  # noqa: S101  a form without an opening is not valid
        names = "title weekday starts_at ends_at starts_on ends_on age_from age_to group theme lead leader".split()
        return EntryFacts(band=opening.band.value, sheet=kept.get("sheet"), **{name: kept[name] for name in names})


def facts_of(entry: WeekEntry) -> dict[str, Any]:
    names = "title weekday starts_at ends_at starts_on ends_on age_from age_to group theme leader".split()
    return {
        **{name: getattr(entry, name) for name in names},
        "seen_version": entry.version,
        "lead": str(entry.lead_id or ""),
        "sheet": str(entry.sheet_id or ""),
    }


def first_facts(starts_on: date, ends_on: date, sheet: ActionSheet | None) -> dict[str, Any]:
    """What a new activity starts from: the week on the screen, or what its action sheet says."""
    if sheet is None:
        return {"seen_version": 0, "starts_on": starts_on, "ends_on": ends_on}
    return {
        "seen_version": 0,
        "starts_on": sheet.starts_on or starts_on,
        "ends_on": sheet.ends_on or ends_on,
        "title": sheet.title[:120],
        "age_from": sheet.age_from,
        "age_to": sheet.age_to,
        "lead": str(sheet.owner_id),
        "sheet": str(sheet.pk),
    }
