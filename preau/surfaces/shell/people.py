"""What is asked of an adult and of a child, wherever it is: the family's space and the counter keep their own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import SchoolLevel
from preau.people.households.enums import ContactBy, Sex
from preau.people.households.models import Adult, Child
from preau.people.households.opening import AdultFacts, ChildFacts
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Organisation

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
"""Names that each reader knows: those in which the town can have a page told."""
SCHOOLS = (OrganisationKind.SCHOOL, OrganisationKind.SECONDARY_SCHOOL)
_OLDEST = 25
_ADULT = ("first_name", "last_name", "email", "phone", "contact_by", "language")
_CHILD = ("born_on", "sex", "school", "level")

type Words = Mapping[str, str | Promise]


class BirthField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "error_messages",
            {
                "required": _("Donnez la date de naissance : elle dit quelles activités sont ouvertes."),
                "invalid": _("Cette date n’est pas complète : jour, mois, année."),
            },
        )
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class SpokenForm(forms.Form):
    """``labels`` and ``helps`` by field: whoever derives a form says the same things in its own words."""

    labels: ClassVar[Words] = {}
    helps: ClassVar[Words] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for part in reversed(type(self).__mro__):
            for name, words in vars(part).get("labels", {}).items():
                self.fields[name].label = words
            for name, words in vars(part).get("helps", {}).items():
                self.fields[name].help_text = words


class NameFields(SpokenForm):
    first_name = forms.CharField(label=_("Prénom"), max_length=80, error_messages={"required": _("Donnez le prénom.")})
    last_name = forms.CharField(
        label=_("Nom de famille"), max_length=80, error_messages={"required": _("Donnez le nom de famille.")}
    )


class AdultFields(NameFields):
    email = forms.EmailField(
        label=_("Adresse électronique"),
        required=False,
        error_messages={"invalid": _("Cette adresse n’est pas complète.")},
    )
    phone = forms.CharField(
        label=_("Téléphone"), required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    contact_by = forms.ChoiceField(
        label=_("Joindre de préférence par"),
        choices=[(value, capfirst(label)) for value, label in ContactBy.choices],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(choices=LANGUAGES)

    def clean(self) -> dict[str, Any]:
        """Whoever is to be reached by mail or by phone gives the one or the other."""
        kept = super().clean() or self.cleaned_data
        if kept.get("contact_by") == ContactBy.MAIL and "email" in kept and not kept["email"]:
            self.add_error("email", gettext("Donnez une adresse, ou choisissez d’être joint autrement."))
        if kept.get("contact_by") == ContactBy.PHONE and not kept.get("phone"):
            self.add_error("phone", gettext("Donnez un numéro, ou choisissez d’être joint autrement."))
        return kept

    @staticmethod
    def of(adult: Adult) -> dict[str, str]:
        return {name: getattr(adult, name) for name in _ADULT}

    @property
    def adult_facts(self) -> AdultFacts:
        return AdultFacts(**{name: self.cleaned_data[name] for name in _ADULT})


class ChildFields(SpokenForm):
    """``names``: under which names the form asks the first and the last name of the child."""

    names: ClassVar[tuple[str, str]] = ("first_name", "last_name")
    too_old: ClassVar[str | Promise] = _("Vérifiez l’année : les dossiers vont jusqu’à 25 ans.")
    born_on = BirthField(label=_("Date de naissance"))
    sex = forms.ChoiceField(label=_("Fille ou garçon"), required=False)
    school = forms.ModelChoiceField(
        label=_("École ou établissement"),
        required=False,
        queryset=Organisation.objects.filter(kind__in=SCHOOLS),
        empty_label=_("Aucun, ou hors de la commune"),
    )
    level = forms.ChoiceField(label=_("Classe"), required=False, choices=[("", _("Aucune")), *SchoolLevel.choices])
    unsaid: ClassVar[str | Promise] = _("Je préfère ne pas le dire")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        sexes = [("", self.unsaid), *((value, capfirst(label)) for value, label in Sex.choices)]
        self.fields["sex"].choices = sexes  # type: ignore[attr-defined]

    def clean_born_on(self) -> date:
        born: date = self.cleaned_data["born_on"]
        if born > self.today:
            raise forms.ValidationError(gettext("Cette date n’est pas encore passée."))
        if self.today.year - born.year > _OLDEST:
            raise forms.ValidationError(str(self.too_old))
        return born

    @classmethod
    def of_child(cls, child: Child) -> dict[str, Any]:
        first, last = cls.names
        told = {first: child.first_name, last: child.last_name, "school": child.school_id}
        return told | {name: getattr(child, name) for name in _CHILD if name != "school"}

    @property
    def child_facts(self) -> ChildFacts:
        kept = self.cleaned_data
        first, last = self.names
        return ChildFacts(kept[first], kept[last], *(kept[name] for name in _CHILD))
