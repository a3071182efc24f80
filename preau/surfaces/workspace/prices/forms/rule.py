"""The facts of a price that do not stand in lines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.prices.enums import PriceKind
from preau.people.organisations.models import Organisation
from preau.surfaces.workspace.forms.fields import DayField

from .fields import CentsField, PercentField, RateField

_KINDS = [(kind.value, capfirst(kind.label)) for kind in PriceKind]
_NEEDED: dict[str, tuple[str, ...]] = {
    PriceKind.FLAT: ("cents",),
    PriceKind.BANDS: ("unknown",),
    PriceKind.LINEAR: ("rate", "floor", "ceiling", "unknown"),
}


class RuleForm(forms.Form):
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    owner = forms.TypedChoiceField(label=_("Ce prix est celui de"), required=False, empty_value=None)
    name = forms.CharField(
        label=_("Nom du tarif"), max_length=120, error_messages={"required": _("Donnez un nom à ce tarif.")}
    )
    unit = forms.CharField(
        label=_("Ce que l’on paie"),
        max_length=40,
        required=False,
        help_text=_("« un an », « un trimestre », « une journée, repas compris »…"),
    )
    kind = forms.ChoiceField(
        label=_("Comment le prix est calculé"),
        choices=_KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez comment le prix est calculé.")},
    )
    cents = CentsField(label=_("Prix en euros"))
    rate = RateField(
        label=_("Prix par point de quotient, en euros"), help_text=_("Avec 0,055 €, un quotient de 1 000 paie 55 €.")
    )
    floor = CentsField(label=_("Prix le plus bas, en euros"))
    ceiling = CentsField(label=_("Prix le plus haut, en euros"))
    unknown = CentsField(
        label=_("Prix d’une famille qui n’indique pas son quotient, en euros"),
        help_text=_("Souvent le prix le plus haut. Personne n’est obligé de dire son quotient."),
    )
    at_highest = forms.BooleanField(label=_("Elles paient le prix le plus haut"), required=False)
    own = CentsField(
        label=_("Prix propre, en euros"), help_text=_("Jamais moins que le prix d’une famille de la ville.")
    )
    outside_percent = PercentField(label=_("Supplément en %"), max_value=1000)
    outside_cents = CentsField(label=_("Supplément en euros"))
    minimum = CentsField(
        label=_("Prix sous lequel les réductions s’arrêtent, en euros"),
        help_text=_("Les aides, elles, peuvent aller jusqu’à zéro."),
    )
    valid_from = DayField(
        label=_("À partir du"), required=True, error_messages={"required": _("Dites à partir de quel jour.")}
    )
    valid_to = DayField(label=_("Jusqu’au"))
    decided_by = forms.CharField(
        label=_("Décidé par"),
        max_length=200,
        required=False,
        help_text=_("Le conseil municipal et sa date, ou l’assemblée de l’association. Les familles le lisent."),
    )
    is_confirmed = forms.BooleanField(label=_("Oui, c’est bien ce qui a été décidé."), required=False)

    def __init__(
        self, data: Any = None, *, initial: dict[str, Any], owners: Sequence[tuple[str, Organisation | None]]
    ) -> None:
        super().__init__(data, initial=initial)
        self.owners = dict(owners)
        owner = self.fields["owner"]
        assert isinstance(owner, forms.TypedChoiceField)  # noqa: S101
        owner.choices = [(key, str(each or gettext("la ville"))) for key, each in owners]
        if len(owners) < 2:
            del self.fields["owner"]
        self.fields["kind"].widget.attrs["data-preau-kind"] = ""

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        for name in _NEEDED.get(kept.get("kind", ""), ()):
            if name in kept and kept[name] is None:
                self.add_error(name, gettext("Donnez ce montant."))
        if kept.get("valid_from") and kept.get("valid_to") and kept["valid_to"] < kept["valid_from"]:
            self.add_error("valid_to", gettext("La fin vient avant le début."))
        return kept

    @property
    def organisation(self) -> Organisation | None:
        """The owner chosen, or the only one there is."""
        key = self.cleaned_data.get("owner") or next(iter(self.owners))
        return self.owners[key]

    def amount(self, name: str) -> int:
        return self.cleaned_data[name] or 0

    def decimal(self, name: str) -> Decimal:
        return self.cleaned_data[name] or Decimal(0)
