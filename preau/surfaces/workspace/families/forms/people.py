"""What an agent types about people. A refusal says how to mend it, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from preau.people.counter.enums import OpeningReason
from preau.people.households.enums import ContactBy, GuardianKind, GuardianRights
from preau.people.households.guardianship import LinkFacts
from preau.people.households.models import Guardian
from preau.people.organisations.models import Commune, Organisation
from preau.surfaces.shell.people import SCHOOLS, AdultFields, ChildFields


class SearchForm(forms.Form):
    TOO_VAGUE = _(
        "Donnez au moins deux lettres d’un nom, une date de naissance entière ou six chiffres d’un téléphone."
    )
    asked = forms.CharField(
        label=_("Un nom, une date de naissance ou un téléphone"),
        max_length=120,
        error_messages={"required": TOO_VAGUE},
        help_text=_("Comme vous l’entendez : « traore mariam », « 22/01/2019 », « 06 12 34 56 78 »."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True, "type": "search"}),
    )


class OpeningForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Pourquoi ouvrez-vous ce dossier ?"),
        choices=[(value, capfirst(label)) for value, label in OpeningReason.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites pourquoi : la famille peut le demander.")},
    )


class AdultForm(AdultFields):
    labels = {
        "first_name": _("Prénom de l’adulte"),
        "last_name": _("Nom de l’adulte"),
        "language": _("Langue dans laquelle la personne préfère lire"),
    }
    helps = {"email": _("Elle n’est jamais obligatoire.")}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["contact_by"].initial = ContactBy.PAPER
        self.order_fields(("first_name", "last_name", "phone", "email"))


class ChildForm(ChildFields):
    """Its names say whose they are: the form of a whole family asks those of an adult too."""

    names = ("child_first_name", "child_last_name")
    labels = {"born_on": _("Date de naissance de l’enfant")}
    unsaid = _("La famille préfère ne pas le dire")
    child_first_name = forms.CharField(
        label=_("Prénom de l’enfant"), max_length=80, error_messages={"required": _("Donnez le prénom de l’enfant.")}
    )
    child_last_name = forms.CharField(
        label=_("Nom de l’enfant"), max_length=80, error_messages={"required": _("Donnez le nom de l’enfant.")}
    )

    def __init__(self, *args: Any, schools: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["school"].queryset = schools  # type: ignore[attr-defined]
        self.order_fields(self.names)


class LinkForm(forms.Form):
    """What an adult may do for a child, and on what it rests: the paper was seen, only its nature is kept."""

    kind = forms.ChoiceField(
        label=_("Cette personne est"), choices=[(value, capfirst(label)) for value, label in GuardianKind.choices]
    )
    rights = forms.ChoiceField(
        label=_("Elle peut"),
        widget=forms.RadioSelect,
        choices=[
            (GuardianRights.FULL, _("tout décider : autorité parentale")),
            (GuardianRights.USUAL_ACTS, _("faire les actes usuels : inscrire, annuler, prévenir")),
            (GuardianRights.INFORMED, _("être informée, sans rien changer")),
            (GuardianRights.BLOCKED, _("rien : ne rien lui dire et ne rien lui remettre")),
        ],
        error_messages={"required": _("Dites ce que cette personne peut faire.")},
    )
    basis = forms.CharField(
        label=_("Papier montré"),
        max_length=200,
        help_text=_("« acte de naissance », « jugement du 3 mars 2026 »… Vous l’avez vu : il n’est pas gardé."),
        error_messages={"required": _("Dites quel papier vous avez vu.")},
    )

    @property
    def link_facts(self) -> LinkFacts:
        kept = self.cleaned_data
        return LinkFacts(GuardianKind(kept["kind"]), GuardianRights(kept["rights"]), kept["basis"])


class LinkChangeForm(LinkForm):
    reason = forms.CharField(
        label=_("Pourquoi ce changement"),
        max_length=200,
        required=False,
        help_text=_("Nécessaire quand plus personne n’aurait l’autorité parentale."),
    )


class NewGuardianForm(AdultForm, LinkForm):
    """Somebody whom the town does not know yet, and what they may do."""


def schools_of(commune: Commune) -> QuerySet[Organisation]:
    return Organisation.objects.filter(commune=commune, kind__in=SCHOOLS).order_by("name")


def link_values(link: Guardian) -> dict[str, str]:
    return {"kind": link.kind, "rights": link.rights, "basis": link.basis}
