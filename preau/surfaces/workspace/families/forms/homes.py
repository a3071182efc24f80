"""An address as it is said at the counter: the same rules as in the family's space, and the agent's words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Commune
from preau.surfaces.shell.addresses import AS_WRITTEN, AddressFields
from preau.surfaces.workspace.families.forms.people import AdultForm, ChildForm
from preau.town.addresses.geocoding import Candidate


class AddressForm(AddressFields):
    """``spot`` is shown only when the register knows several places, or none, for what was typed."""

    spot = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("address", "postcode", "city"):
            self.fields[name].widget.attrs["autocomplete"] = "off"  # the browser knows the agent's own address

    def ask(self, candidates: tuple[Candidate, ...]) -> None:
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
