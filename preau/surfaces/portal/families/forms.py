"""What families type. Every refusal is a sentence that says how to mend it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import (
    DocumentKind,
    GuardianKind,
    GuardianRights,
)
from preau.people.households.pickups import PickupFacts
from preau.surfaces.shell.people import AdultFields, ChildFields, NameFields


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("error_messages", {"invalid": _("Cette date n’est pas complète : jour, mois, année.")})
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class AdultForm(AdultFields):
    labels = {
        "email": _("Adresse électronique pour nos messages"),
        "contact_by": _("Vous joindre de préférence par"),
        "language": _("Langue dans laquelle vous préférez lire"),
    }
    helps = {"phone": _("Pour vous prévenir vite : un enfant malade, une séance annulée.")}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"


class ChildForm(ChildFields, NameFields):
    helps = {"sex": _("Sert seulement à savoir si les places vont autant aux filles qu’aux garçons.")}
    too_old = _("Vérifiez l’année : l’espace famille va jusqu’à 25 ans.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_fields(self.names)


class PickupForm(forms.Form):
    name = forms.CharField(
        label=_("Prénom et nom"),
        max_length=120,
        error_messages={"required": _("Donnez le prénom et le nom : une pièce d’identité peut être demandée.")},
    )
    link = forms.CharField(
        label=_("Qui est-ce pour l’enfant ?"), required=False, max_length=60, help_text=_("Grand-mère, voisin…")
    )
    phone = forms.CharField(
        label=_("Son téléphone"), required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    until_on = DayField(label=_("Jusqu’au"), required=False, help_text=_("Laissez vide si c’est sans limite."))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_until_on(self) -> date | None:
        until: date | None = self.cleaned_data["until_on"]
        if until is not None and until < self.today:
            raise forms.ValidationError(gettext("Ce jour est déjà passé."))
        return until

    @property
    def facts(self) -> PickupFacts:
        return PickupFacts(**self.cleaned_data)


class PaperForm(forms.Form):
    """``owner`` is « foyer:<key> » or « enfant:<key> », among those that the account may give for."""

    kind = forms.ChoiceField(
        label=_("Quelle pièce ?"), choices=[(value, capfirst(label)) for value, label in DocumentKind.choices]
    )
    owner = forms.ChoiceField(
        label=_("Pour qui ?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Dites pour qui est cette pièce."),
            "invalid_choice": _("Dites pour qui est cette pièce."),
        },
    )
    document = forms.FileField(
        label=_("Photo ou document"),
        help_text=_("PDF, JPEG ou PNG. Une photo nette prise avec votre téléphone suffit."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={
            "required": _("Choisissez le fichier à envoyer."),
            "empty": _("Ce fichier est vide. Choisissez-en un autre."),
            "missing": _("Choisissez le fichier à envoyer."),
        },
    )

    def __init__(self, *args: Any, owners: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]


class InvitationForm(forms.Form):
    """Who is invited to follow a child. A step-parent does what is usual; a parent decides as much as you do."""

    who = forms.ChoiceField(
        label=_("Cette personne est"),
        widget=forms.RadioSelect,
        choices=[
            ("parent", _("l’autre parent, qui a l’autorité parentale")),
            ("usual", _("une personne de confiance : elle inscrit, prévient d’une absence, ne décide pas du reste")),
            ("informed", _("quelqu’un qui suit de loin : elle lit, sans rien changer")),
        ],
        error_messages={"required": _("Dites qui est cette personne pour l’enfant.")},
    )
    email = forms.EmailField(
        label=_("Son adresse électronique"),
        required=False,
        help_text=_("Nous lui envoyons le code. Laissez vide pour le lui donner vous-même."),
        error_messages={"invalid": _("Cette adresse n’est pas complète.")},
    )

    @property
    def terms(self) -> tuple[GuardianKind, GuardianRights]:
        return {
            "parent": (GuardianKind.PARENT, GuardianRights.FULL),
            "usual": (GuardianKind.GUARDIAN, GuardianRights.USUAL_ACTS),
            "informed": (GuardianKind.GUARDIAN, GuardianRights.INFORMED),
        }[self.cleaned_data["who"]]


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=_("Adresse électronique"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Donnez une adresse électronique."),
            "invalid": _("Cette adresse n’est pas complète."),
        },
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
        error_messages={"required": _("Tapez le code que vous avez reçu.")},
    )
