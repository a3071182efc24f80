"""How a price is computed: terms as they were voted, a household, and a quote whose lines add up to the price.

Money is whole cents everywhere; percentages and rates are decimals; rounding is to the nearest cent, half a cent up.
"""

from .bounds import highest, lowest
from .computing import price
from .grid import Row, rows
from .household import Household, Line, Quote
from .storing import as_json, terms_of
from .terms import Aid, Band, Bands, Flat, Free, Linear, Outsiders, SiblingCut, Terms
from .wording import band_words, conditions, words

__all__ = [
    "Aid",
    "Band",
    "Bands",
    "Flat",
    "Free",
    "Household",
    "Line",
    "Linear",
    "Outsiders",
    "Quote",
    "Row",
    "SiblingCut",
    "Terms",
    "as_json",
    "band_words",
    "conditions",
    "highest",
    "lowest",
    "price",
    "rows",
    "terms_of",
    "words",
]
