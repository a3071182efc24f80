from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.providers.identifiers import compact, rna_problem, siren_problem
from preau.offer.providers.joining import JoinFacts


class JoinForm(forms.Form):
    """``surname`` is a trap for programs: nobody sees it, whoever fills it in is no person."""

    name = forms.CharField(
        label=_("Nom de l’association"),
        max_length=160,
        error_messages={"required": _("Donnez le nom de l’association.")},
    )
    rna = forms.CharField(
        label=_("Numéro RNA"),
        required=False,
        max_length=20,
        help_text=_("W et neuf chiffres : il est sur le récépissé de déclaration."),
    )
    siren = forms.CharField(
        label=_("Numéro SIREN ou SIRET"),
        required=False,
        max_length=24,
        help_text=_("Si l’association en a un. L’un des deux numéros suffit."),
    )
    purpose = forms.CharField(
        label=_("Ce que fait l’association"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Pour quels enfants, quels jeunes ou quelles familles, et où."),
        error_messages={"required": _("Dites en quelques phrases ce que fait l’association.")},
    )
    person = forms.CharField(
        label=_("Votre prénom et votre nom"),
        max_length=160,
        error_messages={"required": _("Donnez votre nom : la ville saura à qui elle répond.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    job_title = forms.CharField(
        label=_("Votre rôle dans l’association"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    email = forms.EmailField(
        label=_("Votre adresse électronique"),
        help_text=_("Nous y envoyons un lien pour confirmer, puis la réponse."),
        error_messages={
            "required": _("Donnez une adresse : c’est là que la réponse arrivera."),
            "invalid": _("Cette adresse n’est pas complète."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Votre téléphone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    surname = forms.CharField(
        label=_("Laissez cette case vide"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_rna(self) -> str:
        number = compact(self.cleaned_data["rna"])
        if sentence := rna_problem(number):
            raise forms.ValidationError(sentence)
        return number

    def clean_siren(self) -> str:
        number = compact(self.cleaned_data["siren"])
        siren = number[:9] if len(number) == 14 else number
        if sentence := siren_problem(siren):
            raise forms.ValidationError(sentence)
        return siren

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        is_named = "rna" in kept and "siren" in kept
        if is_named and not kept["rna"] and not kept["siren"]:
            self.add_error("rna", gettext("Donnez le numéro RNA ou le numéro SIREN de l’association."))
        return kept

    @property
    def is_a_program(self) -> bool:
        return bool(self.data.get("surname"))

    @property
    def facts(self) -> JoinFacts:
        kept = self.cleaned_data
        names = ("name", "purpose", "person", "email", "rna", "siren", "job_title", "phone")
        return JoinFacts(**{name: kept[name] for name in names})
