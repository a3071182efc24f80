"""Forms about what families need of a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.surfaces.workspace.forms.fields import DayField, SeenForm, lines
from preau.surfaces.workspace.sites.forms.sites import ClockField
from preau.town.places.access import QUESTIONS, Question, understood
from preau.town.places.actions import Practical
from preau.town.places.enums import Season
from preau.town.places.models import Site, SitePhoto
from preau.town.places.opening import MIDNIGHT, Change, Opening, Span, Timetable, overlap
from preau.town.places.photos import PhotoFacts
from preau.town.places.wording import overlap_sentence

_TRUTHS = (("", _("on ne sait pas")), ("oui", _("oui")), ("non", _("non")))


class PracticalForm(SeenForm):
    about = forms.CharField(
        label=_("En une phrase"), max_length=240, required=False,
        help_text=_("Ce que l’on vient y faire, par exemple : trois bassins, dont un pour les tout-petits."),
    )  # fmt: skip
    transport = forms.CharField(
        label=_("Y venir à pied, à vélo, en bus"), max_length=300, required=False, widget=lines(2)
    )
    parking = forms.CharField(label=_("Se garer"), max_length=300, required=False, widget=lines(2))
    phone = forms.CharField(
        label=_("Téléphone public"), max_length=40, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    website = forms.URLField(
        label=_("Site web"), max_length=300, required=False, assume_scheme="https",
        error_messages={"invalid": _("Écrivez une adresse complète, par exemple : https://piscine.exemple.fr.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, site: Site) -> None:
        names = ("about", "transport", "parking", "phone", "website")
        super().__init__(data, initial={"seen_version": site.version, **{name: getattr(site, name) for name in names}})

    @property
    def told(self) -> Practical:
        kept = {name: value for name, value in self.cleaned_data.items() if name != "seen_version"}
        return Practical(**kept)


class DoorForm(SeenForm):
    """What holds for the whole week; the hours themselves are lines (``DoorLines``)."""

    always = forms.BooleanField(
        label=_("Accessible à toute heure : personne ne ferme, aucune ligne n’est nécessaire"), required=False
    )
    on_bank_holidays = forms.BooleanField(label=_("Ouvert aussi les jours fériés"), required=False)

    def __init__(self, data: Any = None, *, site: Site) -> None:
        told = {"always": site.is_always_open, "on_bank_holidays": site.opens_on_bank_holidays}
        super().__init__(data, initial={"seen_version": site.version, **told})


class DoorLineForm(forms.Form):
    """The same hours on several days; a line without a day is not kept. Midnight is written 00:00."""

    opens_at = ClockField(label=_("Ouvre à"))
    closes_at = ClockField(label=_("Ferme à"))
    season = forms.ChoiceField(label=_("Période"), choices=Season.choices, required=False)
    days = forms.TypedMultipleChoiceField(
        label=_("Jours"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(str(day), name) for day, name in WEEKDAYS_ABBR.items()],
    )  # fmt: skip
    valid_from = DayField(label=_("À partir du"))
    valid_to = DayField(label=_("Jusqu’au"))
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if not kept.get("days"):
            return kept
        for name in ("opens_at", "closes_at"):
            if name in kept and kept[name] is None:
                self.add_error(name, gettext("Donnez une heure, par exemple 16:30."))
        if kept.get("closes_at") is not None and not kept["closes_at"].hour and not kept["closes_at"].minute:
            kept["closes_at"] = MIDNIGHT
        if kept.get("opens_at") and kept.get("closes_at") and kept["closes_at"] <= kept["opens_at"]:
            self.add_error("closes_at", gettext("La fin vient avant le début."))
        if kept.get("valid_from") and kept.get("valid_to") and kept["valid_to"] < kept["valid_from"]:
            self.add_error("valid_to", gettext("La fin vient avant le début."))
        return kept

    @property
    def openings(self) -> list[Opening]:
        kept = self.cleaned_data
        season = Season(kept.get("season") or Season.ALWAYS)
        return [
            Opening(day, kept["opens_at"], kept["closes_at"], season, kept["valid_from"], kept["valid_to"])
            for day in kept.get("days") or ()
        ]


class DoorLines(forms.BaseFormSet):
    def clean(self) -> None:
        if not any(self.errors) and (pair := overlap(self.openings)) is not None:
            raise forms.ValidationError(overlap_sentence(*pair), code="overlap")

    @property
    def openings(self) -> list[Opening]:
        return [opening for form in self.forms for opening in form.openings]


def door_lines(data: Any = None, *, timetable: Timetable, blank: int = 2) -> DoorLines:
    """Days with the same hours are one line, and some empty lines come after."""
    factory = forms.formset_factory(DoorLineForm, formset=DoorLines, extra=blank, max_num=40, absolute_max=60)
    initial = None if data else list(_as_lines(timetable.openings))
    return cast(DoorLines, factory(data, initial=initial, prefix="lignes"))


def _as_lines(openings: Sequence[Opening]) -> Iterable[dict[str, Any]]:
    days: dict[tuple[Any, ...], list[int]] = {}
    for each in openings:
        key = (each.season, each.valid_from, each.valid_to, each.opens_at, each.closes_at)
        days.setdefault(key, []).append(each.weekday)
    for (season, first, last, opens, closes), some in days.items():
        yield {
            "season": season, "valid_from": first, "valid_to": last, "opens_at": opens, "closes_at": closes,
            "days": sorted(some),
        }  # fmt: skip


class ChangeForm(forms.Form):
    """Days on which the door keeps other hours, or stays shut."""

    first_day = DayField(label=_("Du"), required=True, error_messages={"required": _("Dites quel jour.")})
    last_day = DayField(label=_("Au"), help_text=_("Laissez vide pour un seul jour."))
    opens_at = ClockField(label=_("Ouvre à"))
    closes_at = ClockField(label=_("Ferme à"))
    reason = forms.CharField(
        label=_("Raison"), max_length=120, required=False, help_text=_("Par exemple : vidange, inventaire, nocturne.")
    )

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        first, last = kept.get("first_day"), kept.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", gettext("La fin vient avant le début."))
        opens, closes = kept.get("opens_at"), kept.get("closes_at")
        if (opens is None) != (closes is None):
            self.add_error("closes_at", gettext("Donnez les deux heures, ou aucune pour un jour fermé."))
        elif opens and closes and closes <= opens:
            self.add_error("closes_at", gettext("La fin vient avant le début."))
        return kept

    @property
    def change(self) -> Change:
        kept = self.cleaned_data
        span = Span(kept["opens_at"], kept["closes_at"]) if kept["opens_at"] else None
        return Change(kept["first_day"], kept["last_day"] or kept["first_day"], span, kept["reason"])


class AccessForm(SeenForm):
    """The questions of acceslibre. What stays empty is left to the registers."""

    told_on = DayField(
        label=_("Constaté sur place le"), required=True,
        error_messages={"required": _("Dites quel jour quelqu’un est allé voir.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, site: Site, today: date) -> None:
        told = {answer.field: answer.value for answer in site.answers.all()}
        initial = {each.name: _typed(each, told.get(each.name)) for each in QUESTIONS}
        super().__init__(data, initial={"seen_version": site.version, "told_on": today, **initial})
        self._today = today
        for question in QUESTIONS:
            self.fields[question.name] = _field(question)

    def clean_told_on(self) -> date:
        day: date = self.cleaned_data["told_on"]
        if day > self._today:
            raise forms.ValidationError(gettext("Ce jour n’est pas encore venu."))
        return day

    @property
    def answers(self) -> dict[str, Any]:
        found = {each.name: _meant(each, self.cleaned_data.get(each.name)) for each in QUESTIONS}
        return {name: value for name, value in found.items() if value is not None}


def _field(question: Question) -> forms.Field:
    label = str(question.ask)
    if question.is_list:
        return forms.MultipleChoiceField(
            label=label, choices=list(question.choices.items()), required=False,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
    if question.choices:
        choices = [("", _("on ne sait pas")), *question.choices.items()]
        return forms.ChoiceField(label=label, choices=choices, required=False)
    if question.number:
        return forms.IntegerField(
            label=label, min_value=0, max_value=999, required=False,
            error_messages={"invalid": _("Écrivez un nombre."), "max_value": _("Ce nombre est trop grand.")},
        )  # fmt: skip
    return forms.ChoiceField(label=label, choices=_TRUTHS, required=False)


def _typed(question: Question, value: Any) -> Any:
    """From what is stored to what the field shows."""
    meant = understood(question, value)
    if isinstance(meant, bool):
        return "oui" if meant else "non"
    return list(meant) if isinstance(meant, tuple) else meant


def _meant(question: Question, typed: Any) -> Any:
    if typed in (None, "", []):
        return None
    return typed if question.choices or question.number else typed == "oui"


class PhotoWordsForm(forms.Form):
    alternative = forms.CharField(
        label=_("Ce que l’on voit"), max_length=240,
        help_text=_("Pour qui ne voit pas l’image : une phrase, par exemple « Le portail vert et la rampe à gauche »."),
        error_messages={"required": _("Dites en une phrase ce que l’on voit.")},
    )  # fmt: skip
    credit = forms.CharField(
        label=_("Auteur de la photo"), max_length=120,
        error_messages={"required": _("Dites qui a pris la photo.")},
    )  # fmt: skip
    licence = forms.CharField(
        label=_("Licence"), max_length=120, required=False, help_text=_("Par exemple : CC BY-SA 4.0, ou droits cédés.")
    )

    @staticmethod
    def of(photo: SitePhoto) -> dict[str, str]:
        return {"alternative": photo.alternative, "credit": photo.credit, "licence": photo.licence}


class PhotoForm(PhotoWordsForm):
    photo = forms.FileField(
        label=_("Photo"), help_text=_("JPEG ou PNG. Le lieu et l’appareil que la photo cache sont effacés."),
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}),
        error_messages={"required": _("Choisissez une photo."), "empty": _("Ce fichier est vide.")},
    )  # fmt: skip
    shows_no_child = forms.BooleanField(
        label=_("J’atteste qu’aucun enfant n’est reconnaissable, ou que ses deux parents ont accepté par écrit."),
        error_messages={"required": _("Sans cette attestation, la photo ne peut pas être montrée.")},
    )
    field_order = ("photo", "alternative", "credit", "licence", "shows_no_child")

    @property
    def facts(self) -> PhotoFacts:
        kept = self.cleaned_data
        return PhotoFacts(kept["alternative"], kept["credit"], kept["licence"], kept["shows_no_child"])
