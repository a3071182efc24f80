"""Forms of conventions and signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import AgreementKind, DelayKind
from preau.cooperation.agreements.models import Agreement, Party
from preau.cooperation.agreements.rules import in_order
from preau.cooperation.agreements.writing import Seat, Words
from preau.people.accounts.models import Membership
from preau.people.files.enums import FileKind
from preau.people.organisations.models import Organisation
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.workspace.adoption.forms import ScanField, VoteForm
from preau.surfaces.workspace.forms.fields import DayField, SeenForm, lines

ANNEXES = (FileKind.PDF, FileKind.DOCX, FileKind.ODT, FileKind.XLSX, FileKind.ODS, FileKind.PNG, FileKind.JPEG)


class AgreementForm(forms.Form):
    title = forms.CharField(
        label=_("Titre de la convention"),
        max_length=200,
        error_messages={"required": _("Donnez un titre à la convention.")},
    )
    purpose = forms.CharField(label=_("Ce que les signataires veulent faire ensemble"), required=False, widget=lines(3))
    plan = forms.TypedChoiceField(label=_("Projet éducatif"), required=False, empty_value=None)
    starts_on = DayField(label=_("Prend effet le"))
    ends_on = DayField(label=_("S’achève le"))
    terms = forms.CharField(
        label=_("Dispositions particulières"),
        required=False,
        widget=lines(4),
        help_text=_("Elles deviennent un article, avant la durée. Une ligne par paragraphe."),
    )

    def __init__(self, *args: Any, plans: Sequence[TerritorialEducationPlan], **options: Any) -> None:
        super().__init__(*args, **options)
        by_key = {str(plan.pk): plan for plan in plans}
        self.fields["plan"] = forms.TypedChoiceField(
            label=_("Projet éducatif"),
            required=False,
            empty_value=None,
            coerce=by_key.__getitem__,
            choices=[("", _("Aucun")), *((key, plan.title) for key, plan in by_key.items())],
        )

    @staticmethod
    def facts(agreement: Agreement) -> dict[str, Any]:
        names = ("title", "purpose", "terms", "starts_on", "ends_on")
        return {name: getattr(agreement, name) for name in names} | {"plan": str(agreement.plan_id or "")}

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if start and end and end <= start:
            self.add_error("ends_on", gettext("La fin vient après le début."))
        return self.cleaned_data

    @property
    def words(self) -> Words:
        kept = self.cleaned_data
        return Words(kept["title"], kept["purpose"], kept["terms"], kept["plan"], kept["starts_on"], kept["ends_on"])


class NewAgreementForm(AgreementForm):
    kind = forms.ChoiceField(
        label=_("Nature de la convention"),
        choices=[(value, capfirst(label)) for value, label in AgreementKind.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez la nature de la convention.")},
    )

    field_order = ("kind", "title")


class AgreementEditForm(SeenForm, AgreementForm):
    """Carries the revision that was on the screen."""


class PartyForm(forms.Form):
    organisation = forms.TypedChoiceField(label=_("Organisation"), required=False, empty_value=None)
    name = forms.CharField(
        label=_("Nom dans la convention"),
        required=False,
        max_length=160,
        help_text=_("S’il diffère de celui de l’organisation, ou si elle n’est pas dans la plateforme."),
    )
    capacity = forms.CharField(
        label=_("Qualité de la personne qui signe"),
        max_length=160,
        help_text=_("Par exemple : la maire, le préfet, la directrice de la CAF."),
        error_messages={"required": _("Indiquez en quelle qualité on signe.")},
    )
    signatory = forms.TypedChoiceField(label=_("Personne qui peut signer ici"), required=False, empty_value=None)

    def __init__(
        self, *args: Any, organisations: Sequence[Organisation], people: Sequence[Membership], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        by_key = {str(each.pk): each for each in organisations}
        self.fields["organisation"] = forms.TypedChoiceField(
            label=_("Organisation"),
            required=False,
            empty_value=None,
            coerce=by_key.__getitem__,
            choices=[("", _("Hors de la plateforme")), *((key, each.name) for key, each in by_key.items())],
        )
        named = {f"{each.user_id}-{each.organisation_id}": each for each in people}
        self.fields["signatory"] = forms.TypedChoiceField(
            label=_("Personne qui peut signer ici"),
            required=False,
            empty_value=None,
            coerce=named.__getitem__,
            choices=[
                ("", _("Personne : la signature se fera sur papier")),
                *((key, f"{each.user.full_name} ({each.organisation.name})") for key, each in named.items()),
            ],
            help_text=_("Cette personne signe avec son compte, après avoir prouvé de nouveau qui elle est."),
        )

    @staticmethod
    def facts(party: Party) -> dict[str, Any]:
        return {
            "organisation": str(party.organisation_id or ""),
            "name": party.name,
            "capacity": party.capacity,
            "signatory": f"{party.signatory_id}-{party.organisation_id}" if party.signatory_id else "",
        }

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        organisation, named = kept.get("organisation"), kept.get("signatory")
        if not organisation and not kept.get("name"):
            self.add_error("name", gettext("Choisissez une organisation, ou écrivez son nom."))
        if named is not None and (organisation is None or named.organisation_id != organisation.pk):
            self.add_error("signatory", gettext("Cette personne ne représente pas l’organisation choisie."))
        return kept

    @property
    def seat(self) -> Seat:
        kept = self.cleaned_data
        named = kept["signatory"]
        return Seat(kept["capacity"], kept["name"], kept["organisation"], named.user if named else None)


class AnnexForm(forms.Form):
    title = forms.CharField(
        label=_("Intitulé de l’annexe"),
        max_length=160,
        error_messages={"required": _("Donnez un intitulé à l’annexe.")},
    )
    file = ScanField(
        kinds=ANNEXES,
        label=_("Fichier de l’annexe"),
        error_messages={"required": _("Choisissez le fichier à joindre.")},
    )


class AgreementVoteForm(VoteForm):
    understood = forms.BooleanField(
        label=_("J’ai compris que le texte ne changera plus"),
        error_messages={"required": _("Cochez la case pour enregistrer le vote.")},
    )


class ReasonForm(forms.Form):
    """A step that says why, when it must."""

    reason = forms.CharField(label=_("Pourquoi ?"), max_length=300, widget=lines(2))

    def __init__(self, *args: Any, needs_reason: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].error_messages["required"] = gettext("Dites pourquoi, en une phrase.")
        if not needs_reason:
            del self.fields["reason"]


class YearlyReviewForm(forms.Form):
    held_on = DayField(
        label=_("Réunion tenue le"), required=True, error_messages={"required": _("Indiquez le jour de la réunion.")}
    )
    summary = forms.CharField(
        label=_("Ce qui en ressort"),
        widget=lines(5),
        error_messages={"required": _("Écrivez ce qui ressort du bilan, en quelques phrases.")},
    )


class PaperSignatureForm(forms.Form):
    name = forms.CharField(
        label=_("Nom de la personne qui a signé"),
        max_length=160,
        error_messages={"required": _("Indiquez le nom qui figure sous la signature.")},
    )
    office = forms.CharField(
        label=_("Fonction"), max_length=160, error_messages={"required": _("Indiquez la fonction de cette personne.")}
    )
    signed_on = DayField(
        label=_("Signée le"), required=True, error_messages={"required": _("Indiquez la date de la signature.")}
    )
    scan = ScanField(
        label=_("Convention signée, numérisée"),
        help_text=_("PDF ou image, lisible : elle fait preuve."),
        error_messages={"required": _("Joignez la convention signée, numérisée.")},
    )


class SignatureForm(forms.Form):
    """``password`` is asked of those who have one; the others have just logged in again."""

    seen = forms.CharField(widget=forms.HiddenInput)
    office = forms.CharField(
        label=_("Votre fonction"), max_length=160, error_messages={"required": _("Indiquez votre fonction.")}
    )
    password = forms.CharField(
        label=_("Votre mot de passe"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Tapez votre mot de passe : c’est ce qui prouve que c’est bien vous.")},
    )
    agreed = forms.BooleanField(
        label=_("J’ai lu la convention et je la signe"),
        error_messages={"required": _("Cochez la case pour signer.")},
    )

    def __init__(self, *args: Any, needs_password: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not needs_password:
            del self.fields["password"]


class DelayForm(forms.Form):
    kind = forms.ChoiceField(choices=DelayKind.choices, widget=forms.HiddenInput)
    steps = forms.CharField(max_length=60)
    valid_from = DayField(
        label=_("À partir du"), required=True, error_messages={"required": _("Indiquez à partir de quel jour.")}
    )

    def __init__(self, *args: Any, asked: DelayKind, **options: Any) -> None:
        super().__init__(*args, **options)
        is_term = asked == DelayKind.TERM
        self.fields["steps"].label = gettext("Mois avant la fin") if is_term else gettext("Jours après la demande")

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        numbers = [int(each) for each in re.findall(r"\d{1,4}", kept.get("steps", ""))]
        try:
            kept["steps"] = in_order(DelayKind(kept["kind"]), numbers)
        except (KeyError, ValueError):
            sentence = gettext("Écrivez un à six nombres séparés par des virgules : 365 jours ou 36 mois au plus.")
            if "steps" in kept:
                self.add_error("steps", sentence)
        return kept
