"""An address as it is said at the counter, and the place that it is. Nothing is placed in silence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.search import folded
from preau.people.households.homes import HomeFacts
from preau.people.households.models import Household
from preau.people.organisations.models import Commune
from preau.surfaces.workspace.families.forms.people import AdultForm, ChildForm
from preau.town.addresses.geocoding import Candidate, locate
from preau.town.areas.enums import AreaKind
from preau.town.areas.queries import area_of

AS_WRITTEN = "tel-quel"


class AddressForm(forms.Form):
    """``spot`` is asked only when the register knows several places, or none, for what was typed."""

    address = forms.CharField(
        label=_("Numéro et rue"), max_length=200, error_messages={"required": _("Donnez le numéro et la rue.")}
    )
    postcode = forms.CharField(
        label=_("Code postal"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": _("Donnez le code postal.")},
    )
    city = forms.CharField(label=_("Commune"), max_length=80, error_messages={"required": _("Donnez la commune.")})
    spot = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, commune: Commune, **options: Any) -> None:
        super().__init__(*args, **options)
        self.commune = commune
        self.home_facts: HomeFacts | None = None

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if {"address", "postcode", "city"} & set(self.errors):
            return kept
        here = _plain(kept["city"]) == _plain(self.commune.name)
        written = HomeFacts(kept["address"].strip(), kept["postcode"].strip(), kept["city"].strip(), is_resident=here)
        self.home_facts = self._placed(written, str(self.data.get("spot", ""))) if here else written
        return kept

    def _placed(self, written: HomeFacts, spot: str) -> HomeFacts | None:
        """None, and the choice is asked, when nobody said which place it is."""
        if spot == AS_WRITTEN:
            return written
        found = locate(self.commune, f"{written.address} {written.postcode} {written.city}")
        if found.lon is not None and found.lat is not None:
            return self._at(written, found.label, found.lon, found.lat)
        chosen = next((each for each in found.candidates if each.label == spot), None)
        if chosen is not None:
            return self._at(written, chosen.label, chosen.lon, chosen.lat)
        self._ask(found.candidates)
        return None

    def _ask(self, candidates: tuple[Candidate, ...]) -> None:
        choices = [(each.label, each.label) for each in candidates]
        as_written = gettext("L’adresse telle qu’elle est écrite : elle n’est pas encore au registre")
        field = forms.ChoiceField(
            label=gettext("Quelle adresse est-ce ?"),
            required=False,
            widget=forms.RadioSelect,
            choices=[*choices, (AS_WRITTEN, as_written)],
        )
        self.fields["spot"] = field
        self.add_error(
            "spot",
            gettext("Plusieurs adresses y ressemblent : choisissez la bonne.")
            if candidates
            else gettext("Cette adresse n’est pas au registre de la ville : corrigez-la, ou gardez-la telle quelle."),
        )

    def _at(self, written: HomeFacts, label: str, lon: float, lat: float) -> HomeFacts:
        quarter = area_of(self.commune, lon, lat, AreaKind.QUARTER)
        slug = quarter.official_id[:80] if quarter else ""
        return HomeFacts(label[:200], written.postcode, written.city, "", lon, lat, slug)


class FamilyForm(AddressForm, ChildForm, AdultForm):
    """A whole family at once: who comes, one child, where they live. ``sure``: the look-alikes were seen."""

    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)
    basis = forms.CharField(
        label=_("Papier qui le montre"),
        max_length=200,
        help_text=_("« livret de famille », « acte de naissance »… Vous l’avez vu : il n’est pas gardé."),
        error_messages={"required": _("Dites quel papier vous avez vu.")},
    )
    order = (
        "first_name last_name phone email contact_by language child_first_name child_last_name born_on sex school level"
        " basis address postcode city spot"
    ).split()

    def __init__(self, *args: Any, commune: Commune, **options: Any) -> None:
        super().__init__(*args, commune=commune, **options)
        self.order_fields(self.order)


def home_values(home: Household) -> dict[str, str]:
    return {"address": home.address, "postcode": home.postcode, "city": home.city}


def _plain(name: str) -> str:
    return " ".join(folded(name).replace("-", " ").split())
