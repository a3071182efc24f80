"""Forms about grounds that nobody books."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.surfaces.workspace.forms.fields import DayField, SeenForm, lines
from preau.surfaces.workspace.sites.forms.sites import ClockField
from preau.town.places.models import Site
from preau.town.spaces.counting import Figures
from preau.town.spaces.enums import AgeBand, ClosingReason, Seen, Shade, Sport, Wheelchair
from preau.town.spaces.keeping import SpaceFacts
from preau.town.spaces.models import OpenSpace
from preau.town.spaces.rules import Terms

_TRUTHS = (("", _("on ne sait pas")), ("oui", _("oui")), ("non", _("non")))
_FACTS = (
    "rules", "ground", "light_until", "shade", "wheelchair", "wheelchair_words", "equipment", "referent",
    "works_from", "works_to", "works_words",
)  # fmt: skip
_TRUE_OR_NOT = ("has_light", "has_water", "has_toilets")


class SpaceForm(SeenForm):
    sports = forms.MultipleChoiceField(
        label=_("Sports possibles"), choices=Sport.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    rules = forms.CharField(
        label=_("Règles du lieu"), required=False, widget=lines(4), max_length=1200,
        help_text=_("Une règle par ligne, en mots simples. Elles sont lues sur la page et sur le panneau."),
    )  # fmt: skip
    ground = forms.CharField(label=_("Sol"), max_length=120, required=False)
    has_light = forms.ChoiceField(label=_("Éclairé le soir"), choices=_TRUTHS, required=False)
    light_until = ClockField(label=_("Éclairé jusqu’à"))
    shade = forms.ChoiceField(label=_("Ombre"), choices=Shade.choices, required=False)
    has_water = forms.ChoiceField(label=_("Eau potable"), choices=_TRUTHS, required=False)
    has_toilets = forms.ChoiceField(label=_("Toilettes"), choices=_TRUTHS, required=False)
    wheelchair = forms.ChoiceField(label=_("En fauteuil"), choices=Wheelchair.choices, required=False)
    wheelchair_words = forms.CharField(label=_("Précision sur l’accès en fauteuil"), max_length=200, required=False)
    equipment = forms.CharField(
        label=_("Caisse de matériel"), max_length=240, required=False,
        help_text=_("Ce qu’elle contient, et à qui demander la clé."),
    )  # fmt: skip
    referent = forms.CharField(
        label=_("Adulte sur place"), max_length=160, required=False,
        help_text=_("Qui, et quand. Par exemple : un médiateur, mercredi et samedi de 14 h à 18 h."),
    )  # fmt: skip
    works_from = DayField(label=_("Travaux à partir du"))
    works_to = DayField(label=_("Travaux jusqu’au"))
    works_words = forms.CharField(label=_("Quels travaux"), max_length=200, required=False)

    def __init__(self, data: Any = None, *, space: OpenSpace | None) -> None:
        super().__init__(data, initial=self.facts_of(space))

    @staticmethod
    def facts_of(space: OpenSpace | None) -> dict[str, Any]:
        if space is None:
            return {"seen_version": 0}
        truths = {name: {True: "oui", False: "non", None: ""}[getattr(space, name)] for name in _TRUE_OR_NOT}
        told = {name: getattr(space, name) for name in _FACTS}
        return {"seen_version": space.version, "sports": space.sports, **told, **truths}

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        start, end = kept.get("works_from"), kept.get("works_to")
        if end and not start:
            self.add_error("works_from", gettext("Dites aussi quand les travaux commencent."))
        elif start and end and end < start:
            self.add_error("works_to", gettext("La fin vient avant le début."))
        return kept

    @property
    def facts(self) -> SpaceFacts:
        kept = self.cleaned_data
        told: dict[str, Any] = {name: kept[name] for name in _FACTS}
        told |= {name: {"oui": True, "non": False}.get(kept[name]) for name in _TRUE_OR_NOT}
        return SpaceFacts(sports=tuple(kept["sports"]), **told)


class SpaceSiteForm(SpaceForm):
    """A new sheet: which place it is, first."""

    field_order = ("site",)

    def __init__(self, data: Any = None, *, sites: Sequence[Site]) -> None:
        super().__init__(data, space=None)
        by_key = {str(each.pk): each for each in sites}
        self.fields["site"] = forms.TypedChoiceField(
            label=_("Quel lieu ?"),
            choices=[("", _("choisir")), *((key, each.name) for key, each in by_key.items())],
            coerce=by_key.__getitem__,
            error_messages={"required": _("Choisissez un lieu ; ajoutez-le d’abord s’il manque.")},
        )
        self.order_fields(self.field_order)


class ClosingForm(forms.Form):
    reason = forms.ChoiceField(label=_("Pourquoi"), choices=ClosingReason.choices)
    words = forms.CharField(
        label=_("Ce que lisent les familles"), max_length=200, required=False,
        help_text=_("Par exemple : le filet est remplacé jeudi matin."),
    )  # fmt: skip
    until_day = DayField(
        label=_("Fermé jusqu’au"), required=True, error_messages={"required": _("Dites jusqu’à quel jour.")}
    )
    until_hour = ClockField(label=_("à"), help_text=_("Vide : jusqu’à la fin de la journée."))

    def __init__(self, data: Any = None, *, now: datetime) -> None:
        super().__init__(data)
        self._now = now

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("until_day") and self.ends_at <= self._now:
            self.add_error("until_day", gettext("Cette fin est déjà passée."))
        return self.cleaned_data

    @property
    def ends_at(self) -> datetime:
        """On the town's clocks; the end of a day is the first instant of the next."""
        day, hour = self.cleaned_data["until_day"], self.cleaned_data.get("until_hour")
        if hour is None:
            day, hour = day + timedelta(days=1), time(0)
        return timezone.make_aware(datetime.combine(day, hour))


class VisitForm(forms.Form):
    """People seen in one look. ``key`` makes the same count sent twice one count."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    day = DayField(label=_("Jour"), required=True, error_messages={"required": _("Dites quel jour.")})
    hour = forms.TypedChoiceField(
        label=_("Heure"), coerce=int, choices=[(str(hour), f"{hour} h") for hour in range(6, 24)]
    )

    def __init__(self, data: Any = None, *, now: datetime) -> None:
        local = timezone.localtime(now)
        hour = str(min(max(local.hour, 6), 23))
        super().__init__(data, initial={"key": uuid4(), "day": local.date(), "hour": hour})
        self._today = local.date()
        for band in AgeBand:
            for seen in Seen:
                self.fields[f"{band}-{seen}"] = forms.IntegerField(
                    label=f"{band.label}, {seen.label}", min_value=0, max_value=500, required=False, initial=0,
                    widget=forms.NumberInput(attrs={"inputmode": "numeric", "data-preau-stepper": ""}),
                    error_messages={
                        "invalid": _("Écrivez un nombre."),
                        "min_value": _("Un nombre ne peut pas être négatif."),
                        "max_value": _("Au-delà de 500 personnes, comptez en deux fois."),
                    },
                )  # fmt: skip

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self._today:
            raise forms.ValidationError(gettext("Ce jour n’est pas encore venu."))
        if day < self._today - timedelta(days=60):
            raise forms.ValidationError(
                gettext("Au-delà de deux mois, on ne se souvient plus : ce jour est trop ancien.")
            )
        return day

    @property
    def rows(self) -> list[tuple[AgeBand, list[tuple[Seen, forms.BoundField]]]]:
        return [(band, [(seen, self[f"{band}-{seen}"]) for seen in Seen]) for band in AgeBand]

    @property
    def figures(self) -> Figures:
        return {(band, seen): self.cleaned_data.get(f"{band}-{seen}") or 0 for band in AgeBand for seen in Seen}


class ShownWordsForm(forms.Form):
    words = forms.CharField(
        label=_("Ce que liront les familles"), max_length=140, widget=lines(2),
        error_messages={"required": _("Écrivez les mots à montrer, ou écartez-les.")},
    )  # fmt: skip


class TermsForm(forms.Form):
    valid_from = DayField(label=_("À partir du"), required=True, error_messages={"required": _("Dites quel jour.")})
    open_minutes = forms.IntegerField(label=_("« ouvert » vaut, en minutes"), min_value=10, max_value=1440)
    busy_minutes = forms.IntegerField(label=_("« il y a du monde » vaut, en minutes"), min_value=10, max_value=1440)
    broken_hours = forms.IntegerField(label=_("« abîmé ou fermé » vaut, en heures"), min_value=1, max_value=720)

    def __init__(self, data: Any = None, *, terms: Terms, today: date) -> None:
        super().__init__(
            data,
            initial={
                "valid_from": today,
                "open_minutes": int(terms.open_for.total_seconds() // 60),
                "busy_minutes": int(terms.busy_for.total_seconds() // 60),
                "broken_hours": int(terms.broken_for.total_seconds() // 3600),
            },
        )

    @property
    def terms(self) -> Terms:
        kept = self.cleaned_data
        return Terms(
            timedelta(minutes=kept["open_minutes"]),
            timedelta(minutes=kept["busy_minutes"]),
            timedelta(hours=kept["broken_hours"]),
        )
