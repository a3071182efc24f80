"""Forms about the year of the town."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.surfaces.workspace.forms.fields import DayField, SeenForm
from preau.town.calendar.closing import ClosureFacts
from preau.town.calendar.enums import ClosureKind, TimeBand
from preau.town.calendar.models import Closure
from preau.town.calendar.schoolcalendar import Local
from preau.town.calendar.wording import zone_words
from preau.town.places.models import Site

LONGEST = 400
"""More days than a school year has: a wrong year, most likely."""


class YearDayField(DayField):
    """A day of a year that somebody can mean."""

    def __init__(self, **options: Any) -> None:
        wrong = _("L’année semble fausse.")
        among = [MinValueValidator(date(2000, 1, 1), wrong), MaxValueValidator(date(2100, 12, 31), wrong)]
        super().__init__(validators=among, **options)


class PlaceField(forms.TypedChoiceField):
    """One of the sites given, or ``nobody``: the whole town, no place."""

    def __init__(self, sites: Sequence[Site] = (), *, nobody: str = "", **options: Any) -> None:
        by_key = {site.slug: site for site in sites}
        choices = [("", nobody), *((site.slug, site.name) for site in sites)]
        super().__init__(choices=choices, coerce=by_key.__getitem__, empty_value=None, **options)


class DaysForm(forms.Form):
    """From a day to a day, both in; the second one left empty is the first one."""

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        first, last = kept.get("first_day"), kept.get("last_day")
        if first and not last and "last_day" not in self.errors:
            kept["last_day"] = first
        elif first and last and last < first:
            self.add_error("last_day", gettext("Le dernier jour vient avant le premier."))
        elif first and last and (last - first).days > LONGEST:
            self.add_error("last_day", gettext("Cela ferait plus d’une année : vérifiez l’année de ces dates."))
        return kept


class ClosureForm(DaysForm, SeenForm):
    kind = forms.ChoiceField(
        label=_("Nature"), choices=[(value, capfirst(name)) for value, name in ClosureKind.choices]
    )
    reason = forms.CharField(
        label=_("Raison donnée aux familles"),
        max_length=160,
        help_text=_("Une phrase courte : elle s’affiche sur chaque séance annulée."),
        error_messages={"required": _("Dites aux familles pourquoi c’est fermé.")},
    )
    first_day = YearDayField(
        label=_("Premier jour fermé"),
        required=True,
        help_text=_("Ce jour compris."),
        error_messages={"required": _("Donnez le premier jour.")},
    )
    last_day = YearDayField(label=_("Dernier jour fermé"), help_text=_("Compris ; vide pour un seul jour."))
    bands = forms.TypedMultipleChoiceField(
        label=_("Seulement certains temps"),
        coerce=TimeBand,
        required=False,
        choices=TimeBand.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ne cochez rien si tout est fermé."),
    )
    decided_by = forms.CharField(
        label=_("Décision"), max_length=200, required=False, help_text=_("Par exemple : arrêté du 3 novembre.")
    )

    def __init__(self, data: Any = None, *, sites: Sequence[Site], closure: Closure | None = None) -> None:
        super().__init__(data, initial=self.facts_of(closure))
        self.fields["site"] = PlaceField(sites, nobody=gettext("Toute la ville"), label=_("Lieu"), required=False)
        self.order_fields(["kind", "site", "reason", "first_day", "last_day", "bands", "decided_by"])

    @staticmethod
    def facts_of(closure: Closure | None) -> dict[str, Any]:
        if closure is None:
            return {"seen_version": 0}
        names = "kind reason first_day last_day bands decided_by".split()
        return {
            **{name: getattr(closure, name) for name in names},
            "seen_version": closure.version,
            "site": closure.site.slug if closure.site else "",
        }

    @property
    def facts(self) -> ClosureFacts:
        kept = self.cleaned_data
        return ClosureFacts(
            ClosureKind(kept["kind"]),
            kept["reason"],
            kept["first_day"],
            kept["last_day"],
            kept["site"],
            frozenset(kept["bands"]),
            kept["decided_by"],
        )


class ZoneForm(forms.Form):
    """The zones to choose from are those that the official calendar named."""

    since = YearDayField(
        label=_("À partir du"),
        required=True,
        help_text=_("Ce que l’on sait des jours d’avant ne change pas."),
        error_messages={"required": _("Dites à partir de quel jour.")},
    )

    def __init__(self, data: Any = None, *, zones: Sequence[str], initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["zone"] = forms.ChoiceField(
            label=_("Zone de vacances"), choices=[(each, capfirst(zone_words(each))) for each in zones]
        )
        self.order_fields(["zone", "since"])


class LocalForm(DaysForm):
    name = forms.CharField(
        label=_("Nom de ces jours"),
        max_length=120,
        help_text=_("Par exemple : pont du 11 novembre, rattrapage du vendredi."),
        error_messages={"required": _("Donnez un nom à ces jours.")},
    )
    has_class = forms.TypedChoiceField(
        label=_("Ces jours-là"),
        coerce=lambda value: value == "oui",
        choices=[("non", _("il n’y a pas classe")), ("oui", _("il y a classe"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites s’il y a classe.")},
    )
    first_day = YearDayField(
        label=_("Premier jour"), required=True, error_messages={"required": _("Donnez le premier jour.")}
    )
    last_day = YearDayField(label=_("Dernier jour"), help_text=_("Laissez vide pour un seul jour."))
    decided_by = forms.CharField(
        label=_("Décision"), max_length=200, required=False, help_text=_("Par exemple : arrêté du recteur.")
    )

    @property
    def said(self) -> Local:
        kept = self.cleaned_data
        return Local(kept["name"], kept["first_day"], kept["last_day"], kept["has_class"])


class MomentForm(forms.Form):
    """What is it, that day, at that hour, in that place?"""

    jour = YearDayField(label=_("Jour"), required=True, error_messages={"required": _("Donnez un jour.")})
    heure = forms.TimeField(
        label=_("Heure"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Donnez une heure, par exemple 16:45.")},
    )

    def __init__(self, data: Any = None, *, sites: Sequence[Site], initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["lieu"] = PlaceField(
            sites,
            nobody=gettext("choisir un lieu"),
            label=_("Lieu"),
            error_messages={"required": _("Choisissez un lieu."), "invalid_choice": _("Ce lieu n’existe pas.")},
        )
        self.order_fields(["lieu", "jour", "heure"])

    @property
    def at(self) -> datetime:
        day: date = self.cleaned_data["jour"]
        return datetime.combine(day, self.cleaned_data["heure"])
