"""An address as a family types it, and the place that it is. Nothing is placed in silence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.search import folded
from preau.people.households.homes import HomeFacts
from preau.people.households.models import Household
from preau.people.organisations.models import Commune
from preau.town.addresses.geocoding import Candidate, locate
from preau.town.areas.enums import AreaKind
from preau.town.areas.queries import area_of

AS_WRITTEN = "tel-quel"


class AddressForm(forms.Form):
    """When the register knows several places for what was typed, one is chosen: the form then shows ``spot``."""

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
        self.candidates: tuple[Candidate, ...] = ()

    @staticmethod
    def of(home: Household) -> dict[str, str]:
        return {"address": home.address, "postcode": home.postcode, "city": home.city}

    def clean(self) -> dict[str, Any]:
        """Sets ``home_facts``, or the candidates among which to choose."""
        kept = self.cleaned_data
        if self.errors:
            return kept
        written = HomeFacts(kept["address"].strip(), kept["postcode"].strip(), kept["city"].strip())
        self.home_facts = written
        if folded(written.city).replace("-", " ") != folded(self.commune.name).replace("-", " "):
            self.home_facts = HomeFacts(written.address, written.postcode, written.city, is_resident=False)
            return kept
        found = locate(self.commune, f"{written.address} {written.postcode} {written.city}")
        if found.lon is not None and found.lat is not None:
            self.home_facts = self._placed(written, found.label, found.lon, found.lat)
            return kept
        self._choose(written, found.candidates)
        return kept

    def _choose(self, written: HomeFacts, candidates: tuple[Candidate, ...]) -> None:
        spot = self.data.get("spot", "")
        if spot == AS_WRITTEN:
            return
        chosen = next((each for each in candidates if each.label == spot), None)
        if chosen is not None:
            self.home_facts = self._placed(written, chosen.label, chosen.lon, chosen.lat)
            return
        self.candidates = candidates
        self.add_error(
            "address",
            gettext("Plusieurs adresses y ressemblent : choisissez la vôtre ci-dessous.")
            if candidates
            else gettext(
                "Cette adresse n’est pas dans le registre de la ville : vérifiez-la, ou gardez-la telle quelle."
            ),
        )

    @property
    def asks_to_choose(self) -> bool:
        return bool(self.candidates) or (self.is_bound and "address" in self.errors and bool(self.data.get("address")))

    def _placed(self, written: HomeFacts, label: str, lon: float, lat: float) -> HomeFacts:
        quarter = area_of(self.commune, lon, lat, AreaKind.QUARTER)
        slug = quarter.official_id[:80] if quarter else ""
        return HomeFacts(label, written.postcode, written.city, "", lon, lat, slug)
