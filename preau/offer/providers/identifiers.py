"""The numbers of associations: RNA (W and nine digits), SIREN (nine digits, checked by Luhn's sum). Pure."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

_RNA = re.compile(r"W\d[0-9A-Z]\d{7}")


def compact(text: str) -> str:
    """Without the blanks, dots and dashes that people put in numbers; capitals."""
    return re.sub(r"[\s.\-\u00a0\u202f]", "", text).upper()


def rna_problem(number: str) -> str | None:
    """Why a compact number is no RNA, None when it is one or is empty."""
    if not number or _RNA.fullmatch(number):
        return None
    return _(
        "Un numéro RNA commence par W, suivi de neuf chiffres : W751234567. Il est sur le récépissé de déclaration."
    )


def siren_problem(number: str) -> str | None:
    """A SIRET is longer: its first nine digits are the SIREN."""
    if not number:
        return None
    if not re.fullmatch(r"\d{9}", number):
        return _("Un numéro SIREN a neuf chiffres. Dans un SIRET, ce sont les neuf premiers.")
    if not luhn_holds(number):
        return _("Ce numéro SIREN n’existe pas : un chiffre est sans doute faux ou inversé.")
    return None


def luhn_holds(digits: str) -> bool:
    """The sum that catches one wrong digit, and nearly every swap of two."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
