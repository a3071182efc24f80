"""What stands in lines in a price: bands, reductions for siblings, aids. A line left empty is not kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.prices.rules import Aid, Band, SiblingCut
from preau.offer.prices.rules.faults import MOST_BANDS
from preau.surfaces.workspace.forms.fields import DayField

from .fields import CentsField, PercentField

_HIGHEST_QUOTIENT = 99_999


class LineForm(forms.Form):
    use_required_attribute = False

    @property
    def is_empty(self) -> bool:
        return not any(value not in (None, "") for value in self.cleaned_data.values())


class BandForm(LineForm):
    up_to = forms.IntegerField(
        label=_("Jusqu’au quotient"),
        required=False,
        min_value=1,
        max_value=_HIGHEST_QUOTIENT,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": _("Écrivez un quotient sans virgule, comme 700."),
            "min_value": _("Une tranche va jusqu’à 1 au moins."),
            "max_value": _("Ce quotient est trop grand."),
        },
    )
    cents = CentsField(label=_("Prix en euros"))

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("up_to") is not None and "cents" in kept and kept["cents"] is None:
            self.add_error("cents", gettext("Donnez le prix de cette tranche."))
        return kept

    @property
    def told(self) -> Band:
        return Band(self.cleaned_data["up_to"], self.cleaned_data["cents"])


class CutForm(LineForm):
    from_child = forms.TypedChoiceField(
        label=_("À partir du"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("choisir")), *((str(n), _("%(rank)de enfant") % {"rank": n}) for n in range(2, 7))],
    )
    percent = PercentField(label=_("Réduction en %"))
    cents = CentsField(label=_("Réduction en euros"))

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("from_child") is None and (kept.get("percent") or kept.get("cents")):
            self.add_error("from_child", gettext("Dites à partir de quel enfant."))
        if kept.get("from_child") and not self.errors and not (kept.get("percent") or kept.get("cents")):
            self.add_error("percent", gettext("Dites de combien est la réduction."))
        return kept

    @property
    def told(self) -> SiblingCut:
        kept = self.cleaned_data
        return SiblingCut(kept["from_child"], kept["percent"] or Decimal(0), kept["cents"] or 0)


class AidForm(LineForm):
    name = forms.CharField(label=_("Nom de l’aide"), max_length=80, required=False)
    cents = CentsField(label=_("Montant en euros"))
    valid_from = DayField(label=_("À partir du"))
    valid_to = DayField(label=_("Jusqu’au"))
    condition = forms.CharField(label=_("Qui y a droit"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if self.is_empty:
            return kept
        if not kept.get("name"):
            self.add_error("name", gettext("Donnez le nom de l’aide."))
        if "cents" in kept and not kept["cents"]:
            self.add_error("cents", gettext("Donnez le montant de l’aide."))
        return kept

    @property
    def told(self) -> Aid:
        kept = self.cleaned_data
        return Aid(kept["name"], kept["cents"], kept["valid_from"], kept["valid_to"], kept["condition"])


class Lines(forms.BaseFormSet):
    """The lines of one kind; ``told`` gives those that were filled."""

    @property
    def told(self) -> tuple[Any, ...]:
        return tuple(form.told for form in self.forms if not form.is_empty)


def lines(
    kind: type[LineForm], prefix: str, known: list[dict[str, Any]], *, data: Any, blank: int, plus: str = ""
) -> Lines:
    """Known lines then some empty ones. ``plus``: the person asks for more lines under this prefix.

    What was typed is read by itself, so that nothing typed is ever taken for « unchanged ».
    """
    factory = forms.formset_factory(kind, formset=Lines, extra=blank, max_num=MOST_BANDS, absolute_max=60)
    if data is not None and plus == prefix:
        data = data.copy()
        total = data.get(f"{prefix}-TOTAL_FORMS", "")
        known_lines = int(total) if total.isdecimal() and len(total) < 4 else 0
        data[f"{prefix}-TOTAL_FORMS"] = str(min(known_lines, MOST_BANDS - blank) + blank)
    return cast(Lines, factory(data, initial=None if data is not None else known, prefix=prefix))
