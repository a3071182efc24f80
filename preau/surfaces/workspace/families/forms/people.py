"""What an agent types about people. A refusal says how to mend it, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import SchoolLevel
from preau.people.counter.enums import OpeningReason
from preau.people.households.enums import ContactBy, GuardianKind, GuardianRights, Sex
from preau.people.households.guardianship import LinkFacts
from preau.people.households.models import Adult, Child, Guardian
from preau.people.households.opening import AdultFacts, ChildFacts
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Commune, Organisation
from preau.surfaces.workspace.forms.fields import DayField

_SCHOOLS = (OrganisationKind.SCHOOL, OrganisationKind.SECONDARY_SCHOOL)
_OLDEST = 25
LANGUAGES = (
    ("fr", "français"),
    ("en", "English"),
    ("ar", "العربية"),
    ("pt", "português"),
    ("es", "español"),
    ("uk", "українська"),
    ("ta", "தமிழ்"),
    ("zh", "中文"),
    ("so", "Soomaali"),
)


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


class AdultForm(forms.Form):
    first_name = forms.CharField(
        label=_("Prénom de l’adulte"), max_length=80, error_messages={"required": _("Donnez le prénom.")}
    )
    last_name = forms.CharField(
        label=_("Nom de l’adulte"), max_length=80, error_messages={"required": _("Donnez le nom.")}
    )
    phone = forms.CharField(
        label=_("Téléphone"), required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    email = forms.EmailField(
        label=_("Adresse électronique"),
        required=False,
        help_text=_("Elle n’est jamais obligatoire."),
        error_messages={"invalid": _("Cette adresse n’est pas complète.")},
    )
    contact_by = forms.ChoiceField(
        label=_("Joindre de préférence par"),
        choices=[(value, capfirst(label)) for value, label in ContactBy.choices],
        initial=ContactBy.PAPER,
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("Langue dans laquelle la personne préfère lire"), choices=LANGUAGES)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("contact_by") == ContactBy.MAIL and "email" in kept and not kept["email"]:
            self.add_error("email", gettext("Donnez une adresse, ou choisissez d’être joint autrement."))
        if kept.get("contact_by") == ContactBy.PHONE and not kept.get("phone"):
            self.add_error("phone", gettext("Donnez un numéro, ou choisissez d’être joint autrement."))
        return kept

    @property
    def adult_facts(self) -> AdultFacts:
        return AdultFacts(**{name: self.cleaned_data[name] for name in AdultForm.base_fields})


class ChildForm(forms.Form):
    child_first_name = forms.CharField(
        label=_("Prénom de l’enfant"), max_length=80, error_messages={"required": _("Donnez le prénom de l’enfant.")}
    )
    child_last_name = forms.CharField(
        label=_("Nom de l’enfant"), max_length=80, error_messages={"required": _("Donnez le nom de l’enfant.")}
    )
    born_on = DayField(
        label=_("Date de naissance de l’enfant"),
        required=True,
        error_messages={
            "required": _("Donnez la date de naissance : elle dit quelles activités sont ouvertes."),
            "invalid": _("Cette date n’est pas complète : jour, mois, année."),
        },
    )
    sex = forms.ChoiceField(
        label=_("Fille ou garçon"),
        required=False,
        choices=[("", _("La famille préfère ne pas le dire")), *((v, capfirst(label)) for v, label in Sex.choices)],
    )
    school = forms.ModelChoiceField(
        label=_("École ou établissement"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("Aucun, ou hors de la commune"),
    )
    level = forms.ChoiceField(label=_("Classe"), required=False, choices=[("", _("Aucune")), *SchoolLevel.choices])

    def __init__(self, *args: Any, schools: QuerySet[Organisation], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["school"].queryset = schools  # type: ignore[attr-defined]

    def clean_born_on(self) -> date:
        born: date = self.cleaned_data["born_on"]
        if born > self.today:
            raise forms.ValidationError(gettext("Cette date n’est pas encore passée."))
        if self.today.year - born.year > _OLDEST:
            raise forms.ValidationError(gettext("Vérifiez l’année : les dossiers vont jusqu’à 25 ans."))
        return born

    @property
    def child_facts(self) -> ChildFacts:
        kept = self.cleaned_data
        return ChildFacts(
            kept["child_first_name"],
            kept["child_last_name"],
            kept["born_on"],
            kept["sex"],
            kept["school"],
            kept["level"],
        )


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
    return Organisation.objects.filter(commune=commune, kind__in=_SCHOOLS).order_by("name")


def adult_values(adult: Adult) -> dict[str, str]:
    return {name: getattr(adult, name) for name in AdultForm.base_fields}


def link_values(link: Guardian) -> dict[str, str]:
    return {"kind": link.kind, "rights": link.rights, "basis": link.basis}


def child_values(child: Child) -> dict[str, Any]:
    return {
        "child_first_name": child.first_name,
        "child_last_name": child.last_name,
        "born_on": child.born_on,
        "sex": child.sex,
        "school": child.school_id,
        "level": child.level,
    }
