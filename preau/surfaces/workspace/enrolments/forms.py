"""Forms about groups open to registration, and what the desk types for a family."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.offer.enrolment.enums import Mode
from preau.offer.enrolment.models import BookingUnit
from preau.offer.enrolment.opening import UnitFacts
from preau.offer.enrolment.reasons import BY_AN_AGENT, PUBLISHED
from preau.people.households.enums import DocumentKind
from preau.surfaces.workspace.forms.fields import SeenForm


class MomentField(forms.DateTimeField):
    """A day and an hour, typed in the browser's own field."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, required=False, **options)


class TermsForm(forms.Form):
    capacity = forms.IntegerField(label=_("Places"), min_value=1, max_value=999)
    mode = forms.ChoiceField(
        label=_("Comment les places sont données"),
        choices=Mode.choices,
        widget=forms.RadioSelect,
        initial=Mode.DIRECT,
        help_text=_("Directement s’il y a de la place pour tous ; sur vœux et tirage au sort sinon."),
    )
    opens_at = MomentField(
        label=_("Ouverture"), help_text=_("Laissez vide : le groupe se voit, et n’ouvre pas encore.")
    )
    closes_at = MomentField(label=_("Fermeture"), help_text=_("Laissez vide : jusqu’à la fin de l’activité."))
    documents = forms.MultipleChoiceField(
        label=_("Pièces demandées"),
        choices=DocumentKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Seulement ce qui est nécessaire : une pièce demandée écarte des familles."),
    )
    release_days = forms.IntegerField(
        label=_("Jours avant le début pour rendre une place sans rien devoir"), min_value=0, max_value=60, initial=2
    )

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("opens_at") and kept.get("closes_at") and kept["closes_at"] <= kept["opens_at"]:
            self.add_error("closes_at", _("La fermeture doit venir après l’ouverture."))
        return kept

    @property
    def facts(self) -> UnitFacts:
        kept = self.cleaned_data
        return UnitFacts(
            kept["capacity"],
            kept["mode"],
            kept["opens_at"],
            kept["closes_at"],
            tuple(kept["documents"]),
            kept["release_days"],
        )


class OpeningForm(TermsForm):
    """The groups of an entry, all ticked: most of the time they open together."""

    groups = forms.MultipleChoiceField(
        label=_("Groupes et dates à ouvrir"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins un groupe ou une date.")},
    )
    field_order = ("groups",)

    def __init__(self, data: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        groups = self.fields["groups"]
        assert isinstance(groups, forms.MultipleChoiceField)  # noqa: S101
        groups.choices = choices


class UnitForm(SeenForm, TermsForm):
    @staticmethod
    def facts_of(unit: BookingUnit) -> dict[str, Any]:
        names = ("capacity", "mode", "opens_at", "closes_at", "documents", "release_days")
        return {name: getattr(unit, name) for name in names} | {"seen_version": unit.version}


class RefusalForm(forms.Form):
    """One of the published reasons, and no other."""

    reason = forms.ChoiceField(
        label=_("Motif publié"),
        choices=[(each.value, PUBLISHED[each].sentence) for each in BY_AN_AGENT],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez un motif.")},
    )
