"""How a price is computed: terms as they were voted, a household, and a quote whose lines add up to the price.

Money is whole cents everywhere; percentages and rates are decimals; rounding is to the nearest cent, half a cent up.
"""

from .bounds import highest, lowest
from .computing import price
from .household import Household, Line, Quote
from .money import euros
from .storing import as_json, terms_of
from .terms import Aid, Band, Bands, Flat, Free, Linear, Outsiders, SiblingCut, Terms
from .wording import band_words, words

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
    "SiblingCut",
    "Terms",
    "as_json",
    "band_words",
    "euros",
    "highest",
    "lowest",
    "price",
    "terms_of",
    "words",
]
