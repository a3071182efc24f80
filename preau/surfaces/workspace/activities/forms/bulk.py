"""One change for many entries: what is to change, then the facts that go with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.models import Activity
from preau.offer.prices.models import PriceRule
from preau.offer.publishing.bulk import Bulk
from preau.people.organisations.models import Commune
from preau.surfaces.workspace.forms.fields import DayField
from preau.town.places.models import Site

WHAT: dict[str, Promise] = {
    "lieu": _("Le lieu"),
    "tarif": _("Le tarif"),
    "contact": _("La personne à joindre"),
    "dates": _("Les dates"),
    "verification": _("Confirmer que tout est juste"),
}


class BulkForm(forms.Form):
    """``facts``: what is given to each entry."""

    facts: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, commune: Commune, entries: Sequence[Activity]) -> None:
        super().__init__(data)
        self.commune, self.entries = commune, entries

    @property
    def bulk(self) -> Bulk:
        return Bulk(facts={name: self.cleaned_data[name] for name in self.facts})


class BulkPlaceForm(BulkForm):
    facts = ("site", "meeting_point")

    site = forms.ModelChoiceField(
        label=_("Nouveau lieu"),
        queryset=Site.objects.none(),
        required=False,
        empty_label=_("Pas un lieu de cette liste"),
    )
    meeting_point = forms.CharField(label=_("Point de rendez-vous"), required=False, max_length=200)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        found = Site.objects.filter(commune=self.commune, closed_on__isnull=True)
        self.fields["site"].queryset = found  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("site") and not self.cleaned_data.get("meeting_point"):
            self.add_error("site", gettext("Choisissez un lieu, ou écrivez un point de rendez-vous."))
        return self.cleaned_data


class BulkPriceForm(BulkForm):
    facts = ("price_rule", "price_words")

    price_rule = forms.ModelChoiceField(
        label=_("Nouveau tarif"),
        queryset=PriceRule.objects.none(),
        required=False,
        empty_label=_("Aucun de ces tarifs"),
    )
    price_words = forms.CharField(label=_("Précision sur le tarif"), required=False, max_length=200)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        owners = {each.organisation_id for each in self.entries}
        mine = Q(organisation__isnull=True) | (Q(organisation__in=owners) if len(owners) == 1 else Q(pk__in=[]))
        found = PriceRule.objects.filter(mine, commune=self.commune).order_by("name", "-valid_from")
        self.fields["price_rule"].queryset = found  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("price_rule") and not self.cleaned_data.get("price_words"):
            self.add_error("price_rule", gettext("Choisissez un tarif, ou écrivez-le."))
        return self.cleaned_data


class BulkContactForm(BulkForm):
    facts = ("contact_name", "contact_phone", "contact_email")

    contact_name = forms.CharField(label=_("Personne à joindre"), max_length=120, required=False)
    contact_phone = forms.CharField(label=_("Téléphone"), max_length=40, required=False)
    contact_email = forms.EmailField(label=_("Adresse électronique"), required=False)

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("contact_phone") and not self.cleaned_data.get("contact_email"):
            self.add_error("contact_phone", gettext("Donnez un téléphone ou une adresse électronique."))
        return self.cleaned_data


class BulkDatesForm(BulkForm):
    facts = ("starts_on", "ends_on")

    starts_on = DayField(label=_("Premier jour"), required=True)
    ends_on = DayField(label=_("Dernier jour"), required=True)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("Le dernier jour doit être après le premier."))
        return self.cleaned_data


class BulkVerifyForm(BulkForm):
    @property
    def bulk(self) -> Bulk:
        return Bulk(verifies=True)


FORMS: dict[str, type[BulkForm]] = {
    "lieu": BulkPlaceForm,
    "tarif": BulkPriceForm,
    "contact": BulkContactForm,
    "dates": BulkDatesForm,
    "verification": BulkVerifyForm,
}
