"""The health sheet as it is filled in: by the family in its space, by the desk from the family's paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.accounts.hand import Hand
from preau.people.health.care import Care, Contact
from preau.people.health.enums import Allergen, Meal
from preau.people.health.models import HealthSheet
from preau.people.households.consents import give_consent, withdraw_consent
from preau.people.households.enums import Channel, ConsentPurpose
from preau.people.households.models import Adult, Child, Consent

CONTACTS = 2
_SHORT, _WORDS = 120, 200


class HealthForm(forms.Form):
    """Closed lists, and short sentences about what to do: the name of an illness is never asked."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    allergies = forms.MultipleChoiceField(
        label=_("Allergies et intolérances"),
        choices=Allergen.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_allergy = forms.CharField(label=_("Une autre allergie"), max_length=_SHORT, required=False)
    reaction = forms.CharField(
        label=_("Que faire en cas de réaction"),
        max_length=_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Par exemple : où est la trousse, qui appeler d’abord."),
    )
    meal = forms.ChoiceField(label=_("Repas"), choices=Meal.choices, initial=Meal.EVERYTHING)
    on_paper = forms.BooleanField(
        label=_("Un médecin a écrit des consignes, sur papier"),
        required=False,
        help_text=_("Gardez le papier : dites seulement où l’équipe le trouve. Ne le recopiez pas ici."),
    )
    paper_place = forms.CharField(label=_("Où est ce papier"), max_length=_SHORT, required=False)
    helps = forms.CharField(
        label=_("Ce qui aide"),
        max_length=_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ce qui marche au quotidien, sans nom de maladie ni de handicap."),
    )
    avoid = forms.CharField(
        label=_("Ce qu’il faut éviter"), max_length=_WORDS, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    share = forms.BooleanField(
        label=_("L’équipe présente ce jour-là peut lire « ce qui aide » et « ce qu’il faut éviter »"),
        required=False,
        help_text=_(
            "Vous pouvez le retirer quand vous voulez. Les allergies et la conduite à tenir, elles, se lisent toujours."
        ),
    )

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, may_share: bool = True) -> None:
        super().__init__(data, initial=initial)
        if not may_share:
            del self.fields["share"]
        for number in range(1, CONTACTS + 1):
            label = gettext("Personne à prévenir n° %(number)d") % {"number": number}
            self.fields[f"name_{number}"] = forms.CharField(label=label, max_length=_SHORT, required=False)
            self.fields[f"link_{number}"] = forms.CharField(
                label=gettext("Son lien avec l’enfant"), max_length=60, required=False
            )
            self.fields[f"phone_{number}"] = forms.CharField(
                label=gettext("Son téléphone"),
                max_length=40,
                required=False,
                widget=forms.TextInput(attrs={"type": "tel"}),
            )

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        for number in range(1, CONTACTS + 1):
            if kept.get(f"name_{number}") and not kept.get(f"phone_{number}"):
                self.add_error(f"phone_{number}", gettext("Donnez le numéro où joindre cette personne."))
        return kept

    @property
    def care(self) -> Care:
        kept = self.cleaned_data
        contacts = tuple(
            Contact(kept[f"name_{n}"], kept[f"link_{n}"], kept[f"phone_{n}"])
            for n in range(1, CONTACTS + 1)
            if kept[f"name_{n}"]
        )
        names = ("other_allergy", "reaction", "meal", "helps", "avoid", "on_paper", "paper_place")
        return Care(allergies=tuple(kept["allergies"]), contacts=contacts, **{name: kept[name] for name in names})

    @property
    def contacts(self) -> list[tuple[forms.BoundField, ...]]:
        return [tuple(self[f"{part}_{n}"] for part in ("name", "link", "phone")) for n in range(1, CONTACTS + 1)]


def facts_of(sheet: HealthSheet | None) -> dict[str, Any]:
    """What stands, as the form shows it."""
    if sheet is None:
        return {"seen": 0}
    care = sheet.care
    told: dict[str, Any] = {"seen": sheet.number, "allergies": list(care.allergies)}
    for name in ("other_allergy", "reaction", "meal", "helps", "avoid", "on_paper", "paper_place"):
        told[name] = getattr(care, name)
    for number, contact in enumerate(care.contacts, 1):
        told |= {f"name_{number}": contact.name, f"link_{number}": contact.link, f"phone_{number}": contact.phone}
    return told


def sharing_of(child: Child, adult: Adult | None) -> Consent | None:
    """The agreement of this adult that stands."""
    mine = Consent.objects.filter(child=child, adult=adult, purpose=ConsentPurpose.CARE_SHARED)
    return mine.filter(withdrawn_at__isnull=True).first()


def share(child: Child, adult: Adult, *, wants: bool, hand: Hand, channel: Channel = Channel.ONLINE) -> None:
    """Gives the agreement, or takes it back; leaves it where it already is what the adult wants."""
    standing = sharing_of(child, adult)
    if wants and standing is None:
        give_consent(ConsentPurpose.CARE_SHARED, adult=adult, child=child, hand=hand, channel=channel)
    elif not wants and standing is not None:
        withdraw_consent(standing, hand=hand)
