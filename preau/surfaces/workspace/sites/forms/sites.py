"""Forms about a site and the hours of its week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Organisation
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, SeenForm, TwoSidesForm
from preau.town.calendar.enums import TimeBand, WeekSeason
from preau.town.calendar.models import WeekPattern
from preau.town.calendar.queries import as_week
from preau.town.calendar.rules import Hours, Line, Week, hours_of, lines_of, overlap
from preau.town.calendar.wording import overlap_sentence
from preau.town.places.actions import SiteFacts
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site

_DEGREES = re.compile(r"\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*")
_TEACHING = (OrganisationKind.SCHOOL, OrganisationKind.SECONDARY_SCHOOL, OrganisationKind.EARLY_YEARS)


class PointField(forms.CharField):
    """A point as maps give it to copy: latitude, longitude. Cleans to (longitude, latitude), None when empty."""

    default_error_messages = {
        "point": _("Copiez la latitude puis la longitude, par exemple : 48.9443, 2.1642."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Position sur la carte"))
        options.setdefault("help_text", _("Latitude, longitude. Par exemple : 48.9443, 2.1642."))
        super().__init__(required=False, max_length=60, **options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value[1]:.5f}, {value[0]:.5f}" if isinstance(value, tuple) else value

    def clean(self, value: Any) -> tuple[float, float] | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = _DEGREES.fullmatch(typed)
        if found is None:
            raise forms.ValidationError(self.error_messages["point"], code="point")
        lat, lon = (float(each.replace(",", ".")) for each in found.groups())
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise forms.ValidationError(self.error_messages["point"], code="point")
        return lon, lat


class SiteForm(TwoSidesForm, SeenForm):
    name = forms.CharField(
        label=_("Nom du lieu"), max_length=160, error_messages={"required": _("Donnez un nom à ce lieu.")}
    )
    kind = forms.ChoiceField(label=_("Nature"), choices=SiteKind.choices)
    address = forms.CharField(label=_("Adresse"), max_length=240, required=False)
    point = PointField()
    part_of = forms.TypedChoiceField(label=_("Salle de"), required=False, empty_value=None)
    is_public = forms.BooleanField(label=_("Montrer ce lieu aux familles"), required=False, initial=True)
    school = OwnerField(label=_("Côté école"))
    care = OwnerField(label=_("Côté accueil"))

    def __init__(
        self,
        data: Any = None,
        *,
        organisations: Sequence[Organisation],
        buildings: Sequence[Site] = (),
        site: Site | None = None,
    ) -> None:
        super().__init__(data, initial=self.facts_of(site))
        by_key = {str(each.pk): each for each in buildings if site is None or each.pk != site.pk}
        self.fields["part_of"] = forms.TypedChoiceField(
            label=_("Salle de"),
            choices=[("", _("Ce n’est pas une salle")), *((key, each.name) for key, each in by_key.items())],
            coerce=by_key.__getitem__,
            empty_value=None,
            required=False,
            help_text=_("Une salle se lit sur la page de son bâtiment."),
        )
        teaching = [each for each in organisations if each.kind in _TEACHING]
        self.fields["school"] = OwnerField(
            teaching, label=_("Côté école"), help_text=_("L’école, le collège ou la crèche qui occupe ce lieu.")
        )
        self.fields["care"] = OwnerField(
            organisations, label=_("Côté accueil"), help_text=_("Qui répond des enfants en dehors de la classe.")
        )

    @staticmethod
    def facts_of(site: Site | None) -> dict[str, Any]:
        if site is None:
            return {"seen_version": 0, "kind": SiteKind.SCHOOL.value, "is_public": True}
        return {
            "seen_version": site.version,
            "name": site.name,
            "kind": site.kind,
            "address": site.address,
            "school": str(site.school_id or ""),
            "care": str(site.care_id or ""),
            "point": site.point,
            "part_of": str(site.part_of_id or ""),
            "is_public": site.is_public,
        }

    @property
    def facts(self) -> SiteFacts:
        kept = self.cleaned_data
        lon, lat = kept["point"] or (None, None)
        return SiteFacts(
            name=kept["name"],
            kind=SiteKind(kept["kind"]),
            address=kept["address"],
            school=kept["school"],
            care=kept["care"],
            lon=lon,
            lat=lat,
            part_of=kept["part_of"],
            is_public=kept["is_public"],
        )


class WeekForm(SeenForm):
    """Since when, until when, decided by whom. The hours themselves are lines (``HoursLines``)."""

    name = forms.CharField(
        label=_("Nom de cette semaine"),
        max_length=80,
        help_text=_("Par exemple : 4 jours, 4 jours et demi, accueil de loisirs."),
        error_messages={"required": _("Donnez un nom à cette semaine, par exemple : 4 jours.")},
    )
    season = forms.ChoiceField(
        label=_("Quelles semaines"),
        choices=[(value, capfirst(name)) for value, name in WeekSeason.choices],
        widget=forms.RadioSelect,
        initial=WeekSeason.SCHOOL,
    )
    valid_from = DayField(
        label=_("À partir du"), required=True, error_messages={"required": _("Dites à partir de quel jour.")}
    )
    valid_to = DayField(label=_("Jusqu’au"), help_text=_("Laissez vide si la fin n’est pas décidée."))
    decided_by = forms.CharField(
        label=_("Décision"),
        max_length=200,
        required=False,
        help_text=_("Par exemple : conseil municipal du 12 mai, accord de l’Éducation nationale."),
    )
    ends_previous = forms.BooleanField(
        label=_("Terminer la veille la semaine qui vaut ce jour-là"), required=False, initial=True
    )

    def __init__(
        self,
        data: Any = None,
        *,
        pattern: WeekPattern | None,
        is_new: bool,
        season: WeekSeason = WeekSeason.SCHOOL,
    ) -> None:
        super().__init__(data, initial=self.facts_of(pattern, is_new, season))
        if not is_new:
            del self.fields["ends_previous"]

    @staticmethod
    def facts_of(pattern: WeekPattern | None, is_new: bool, season: WeekSeason) -> dict[str, Any]:
        if pattern is None or is_new:
            return {"seen_version": 0, "season": season}
        return {
            "seen_version": pattern.version,
            "name": pattern.name,
            "season": pattern.season,
            "valid_from": pattern.valid_from,
            "valid_to": pattern.valid_to,
            "decided_by": pattern.decided_by,
        }

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("valid_from") and kept.get("valid_to") and kept["valid_to"] < kept["valid_from"]:
            self.add_error("valid_to", gettext("La fin vient avant le début."))
        return kept

    def week(self, hours: tuple[Hours, ...]) -> Week:
        kept = self.cleaned_data
        return Week(kept["valid_from"], kept["valid_to"], hours, kept["name"], WeekSeason(kept["season"]))


class ClockField(forms.TimeField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(widget=widget, required=False, **options)


class LineForm(forms.Form):
    """One line of hours; a line left empty, or without a day, is not kept."""

    band = forms.ChoiceField(label=_("Temps"), choices=[("", _("choisir")), *TimeBand.choices], required=False)
    starts_at = ClockField(label=_("De"))
    ends_at = ClockField(label=_("À"))
    days = forms.TypedMultipleChoiceField(
        label=_("Jours"),
        coerce=int,
        required=False,
        choices=[(str(day), name) for day, name in WEEKDAYS_ABBR.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if not kept.get("days"):
            return kept
        if not kept.get("band"):
            self.add_error("band", gettext("Choisissez le temps de l’enfant."))
        for name in ("starts_at", "ends_at"):
            if name in kept and kept[name] is None:
                self.add_error(name, gettext("Donnez une heure, par exemple 16:30."))
        if kept.get("starts_at") and kept.get("ends_at") and kept["ends_at"] <= kept["starts_at"]:
            self.add_error("ends_at", gettext("La fin vient avant le début."))
        return kept

    @property
    def line(self) -> Line | None:
        kept = self.cleaned_data
        if not kept.get("days"):
            return None
        return Line(TimeBand(kept["band"]), kept["starts_at"], kept["ends_at"], tuple(kept["days"]))


class HoursLines(forms.BaseFormSet):
    """The lines of a week. Two of them that claim the same minute are refused in one sentence."""

    def clean(self) -> None:
        if any(self.errors):
            return
        hours = self.hours
        if not hours:
            raise forms.ValidationError(gettext("Remplissez au moins une ligne, avec ses jours."), code="empty")
        if (pair := overlap(hours)) is not None:
            raise forms.ValidationError(overlap_sentence(*pair), code="overlap")

    @property
    def hours(self) -> tuple[Hours, ...]:
        return hours_of(line for form in self.forms if (line := form.line) is not None)


def lines_form(data: Any = None, *, pattern: WeekPattern | None, blank: int = 3) -> HoursLines:
    """The lines of a pattern and some empty ones after them.

    What was typed is read by itself: beside what a colleague wrote meanwhile, a line could seem unchanged and be lost.
    """
    factory = forms.formset_factory(LineForm, formset=HoursLines, extra=blank, max_num=40, absolute_max=60)
    initial = (
        None
        if data
        else [
            {"band": line.band.value, "starts_at": line.starts_at, "ends_at": line.ends_at, "days": list(line.days)}
            for line in (lines_of(as_week(pattern).hours) if pattern else [])
        ]
    )
    return cast(HoursLines, factory(data, initial=initial, prefix="lignes"))
