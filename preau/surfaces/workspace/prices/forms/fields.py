"""Amounts, percents and rates, typed the way French people type them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_BLANKS = {ord(blank): None for blank in " \u00a0\u202f€%"}


class DecimalField(forms.DecimalField):
    """``12,5`` as well as ``12.5``; the sign of the unit may stay."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("min_value", 0)
        super().__init__(localize=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.translate(_BLANKS).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """A price already known is shown with a comma; what somebody typed is shown as typed."""
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class CentsField(DecimalField):
    """Euros for the person, whole cents for the program."""

    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": _("Écrivez un montant en euros, comme 12,40."),
            "max_decimal_places": _("Un montant s’arrête aux centimes, comme 12,40."),
            "min_value": _("Un prix ne peut pas être négatif."),
            "max_digits": _("Ce montant est trop grand."),
            "max_whole_digits": _("Ce montant est trop grand."),
            "required": _("Écrivez un montant en euros, comme 12,40."),
        }
        options.setdefault("error_messages", messages)
        super().__init__(max_digits=9, decimal_places=2, **options)

    def clean(self, value: Any) -> int | None:
        euros = super().clean(value)
        return None if euros is None else int(euros * 100)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        whole, rest = divmod(value, 100)
        return f"{whole},{rest:02d}" if rest else str(whole)


class PercentField(DecimalField):
    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": _("Écrivez un pourcentage, comme 10 ou 12,5."),
            "min_value": _("Un pourcentage ne peut pas être négatif."),
            "max_value": _("Ce pourcentage est trop grand."),
            "max_decimal_places": _("Deux chiffres après la virgule suffisent."),
        }
        options.setdefault("error_messages", messages)
        options.setdefault("max_value", 100)
        super().__init__(decimal_places=2, **options)


class RateField(DecimalField):
    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": _("Écrivez un montant en euros, comme 0,055."),
            "min_value": _("Un prix ne peut pas être négatif."),
            "max_value": _("Plus de 10 € par point de quotient : vérifiez ce montant."),
            "max_decimal_places": _("Cinq chiffres après la virgule suffisent."),
        }
        super().__init__(decimal_places=5, max_value=10, error_messages=messages, **options)
