"""An address as it is typed or said, and the place that it is. Nothing is placed in silence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.search import folded
from preau.people.households.homes import HomeFacts
from preau.people.households.models import Household
from preau.people.organisations.models import Commune
from preau.town.addresses.geocoding import Candidate, locate
from preau.town.areas.enums import AreaKind
from preau.town.areas.quarters import slug_of
from preau.town.areas.queries import area_of

AS_WRITTEN = "tel-quel"


class AddressFields(forms.Form):
    """``spot`` chooses among the places that the register knows for what was typed, or keeps it as it is written."""

    address = forms.CharField(
        label=_("Numéro et rue"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        error_messages={"required": _("Donnez le numéro et la rue.")},
    )
    postcode = forms.CharField(
        label=_("Code postal"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
        error_messages={"required": _("Donnez le code postal.")},
    )
    city = forms.CharField(
        label=_("Commune"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
        error_messages={"required": _("Donnez la commune.")},
    )

    def __init__(self, *args: Any, commune: Commune, **options: Any) -> None:
        super().__init__(*args, **options)
        self.commune = commune
        self.home_facts: HomeFacts | None = None

    @staticmethod
    def of_home(home: Household) -> dict[str, str]:
        return {"address": home.address, "postcode": home.postcode, "city": home.city}

    def ask(self, candidates: tuple[Candidate, ...]) -> None:
        """Says that a place is to be chosen, or the address to be kept as it is: in the words of whoever asks."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Sets ``home_facts``, or asks."""
        kept = super().clean() or self.cleaned_data
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
        self.ask(found.candidates)
        return None

    def _at(self, written: HomeFacts, label: str, lon: float, lat: float) -> HomeFacts:
        quarter = area_of(self.commune, lon, lat, AreaKind.QUARTER)
        slug = slug_of(quarter) if quarter else ""
        return HomeFacts(label[:200], written.postcode, written.city, "", lon, lat, slug)


def _plain(name: str) -> str:
    return " ".join(folded(name).replace("-", " ").split())
