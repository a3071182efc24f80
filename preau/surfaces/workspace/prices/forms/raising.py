"""How much more than this year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.money import euros
from preau.offer.prices.raising import STEPS

from .fields import PercentField


class RaiseForm(forms.Form):
    """``?hausse=2&arrondi=10``; an answer that makes no sense raises nothing."""

    hausse = PercentField(label=_("Partir des montants actuels, augmentés de (%)"), min_value=-50)
    arrondi = forms.TypedChoiceField(label=_("Arrondis à"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="%s")
        step = self.fields["arrondi"]
        assert isinstance(step, forms.TypedChoiceField)  # noqa: S101
        step.choices = [(str(cents), euros(cents)) for cents in STEPS]

    @property
    def told(self) -> tuple[Decimal | None, int]:
        """(percent or None, cents to which amounts are rounded)."""
        if not self.is_valid():
            return None, 1
        return self.cleaned_data["hausse"], self.cleaned_data["arrondi"] or 1
