"""The form that any page may carry to be asked about « près de chez moi »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Commune
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site

_SCHOOLS = (SiteKind.SCHOOL, SiteKind.SECONDARY, SiteKind.EARLY_YEARS)


class NearForm(forms.Form):
    """An address or a school; ``suite`` is the page of ours that asked, with its filters."""

    adresse = forms.CharField(
        label=_("Votre adresse"),
        required=False,
        max_length=200,
        help_text=_("Comme vous l’écririez : « 12 r. des Tilleuls ». Elle n’est ni gardée ni montrée."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address", "data-preau-addresses": ""}),
    )
    ecole = forms.ChoiceField(label=_("Ou près d’un établissement"), required=False)
    suite = forms.CharField(required=False, max_length=600, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, schools: Sequence[Site], suite: str = "") -> None:
        super().__init__(data, initial={"suite": suite})
        self.schools = {site.slug: site for site in schools}
        choices = [("", _("Choisir"))] + [(site.slug, site.name) for site in schools]
        self.fields["ecole"].choices = choices  # type: ignore[attr-defined]
        if not schools:
            del self.fields["ecole"]

    @property
    def school(self) -> Site | None:
        return self.schools.get(self.cleaned_data.get("ecole", ""))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not (told.get("adresse") or told.get("ecole")) and not self.errors:
            self.add_error("adresse", gettext("Écrivez une adresse de la ville, ou choisissez un établissement."))
        return told


def near_form(commune: Commune, *, suite: str, data: Any = None) -> NearForm:
    """One query. ``suite``: the path and query of the page to come back to."""
    schools = Site.objects.filter(
        commune=commune, kind__in=_SCHOOLS, is_public=True, closed_on__isnull=True, lon__isnull=False, part_of=None
    )
    return NearForm(data, schools=list(schools.order_by("name")), suite=suite)
