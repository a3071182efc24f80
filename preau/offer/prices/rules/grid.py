"""The price of the base as a table that families read: a row for each band, or for some quotients of a linear price."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from preau.foundation.text.money import whole_words

from .computing import price
from .household import Household
from .terms import Bands, Flat, Free, Linear, Terms
from .wording import band_words

SHOWN_QUOTIENTS = (300, 600, 900, 1200, 1500, 2000)


class Row(NamedTuple):
    label: str
    cents: int


def rows(terms: Terms) -> list[Row]:
    """None for a price that is the same for everybody."""
    match terms.base:
        case Free() | Flat():
            return []
        case Bands(bands, unknown) as grid:
            told = [Row(band_words(grid, index), band.cents) for index, band in enumerate(bands)]
        case Linear(_rate, _floor, _ceiling, unknown):
            alone = Terms(terms.base)
            told = [Row(whole_words(q), price(alone, Household(q)).cents) for q in SHOWN_QUOTIENTS]
    return [*told, Row(_("non indiqué"), unknown)]
