from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.offer.outreach.enums import Barrier, Outcome
from preau.offer.outreach.groups import Group, Means, Stage
from preau.offer.outreach.opening import Purpose
from preau.people.accounts.models import User


class OpeningForm(forms.Form):
    quartier = forms.ChoiceField(label=_("Quartier"), required=False)
    age = forms.ChoiceField(label=_("Âge"), choices=[("", _("tous les âges")), *Stage.choices], required=False)
    quotient = forms.ChoiceField(
        label=_("Quotient familial"),
        choices=[("", _("tous, connus ou non")), *Means.choices],
        required=False,
        help_text=_("« Inconnu » n’est pas « bas » : beaucoup de familles n’ont simplement rien donné."),
    )
    offre = forms.CharField(
        label=_("Ce que vous allez proposer"),
        max_length=200,
        help_text=_("Une activité qui existe, avec de la place : on n’appelle pas pour rien."),
        error_messages={"required": _("Dites ce que vous allez proposer à ces familles.")},
    )
    raison = forms.CharField(
        label=_("Pourquoi ce groupe"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Gardée avec la liste : le délégué à la protection des données la relit."),
        error_messages={"required": _("Écrivez la raison : sans elle, aucune liste ne s’ouvre.")},
    )

    def __init__(self, quarters: Mapping[str, str], data: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        field = self.fields["quartier"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [("", _("toute la ville")), *quarters.items()]

    @property
    def group(self) -> Group:
        kept = self.cleaned_data
        return Group(kept["quartier"], kept["age"], kept["quotient"])

    @property
    def purpose(self) -> Purpose:
        return Purpose(self.cleaned_data["offre"], self.cleaned_data["raison"])


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Suite"), choices=Outcome.choices, error_messages={"required": _("Choisissez la suite de cet appel.")}
    )
    barrier = forms.ChoiceField(
        label=_("Ce qui retenait"), choices=[("", _("pas demandé")), *Barrier.choices], required=False
    )


class ReferentForm(forms.Form):
    person = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Qui"),
        empty_label=_("choisir…"),
        help_text=_("Parmi ceux qui reçoivent déjà les familles : personne de plus ne lira un dossier."),
        error_messages={"required": _("Choisissez une personne.")},
    )
    basis = forms.CharField(
        label=_("Fondée sur"),
        max_length=200,
        help_text=_("Une note, un arrêté, un avis : ce qu’on relira un jour."),
        error_messages={"required": _("Dites sur quoi repose cette désignation.")},
    )
    ends_on = forms.DateField(
        label=_("Jusqu’au"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Vide : jusqu’à ce que vous y mettiez fin."),
    )
