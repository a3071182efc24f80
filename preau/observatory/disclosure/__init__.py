"""Disclosure: what is published never lets a child be found. Pure: no database, no clock, no framework.

Nouns: Dimension, Cube, Publication, Thresholds; Safe, SafeTable, Figure, Reason.
"""

from .dominance import Amounts, protect_amounts
from .hiding import Effort
from .model import Cube, Dimension, Publication
from .publishing import protect
from .rates import Rate, rates
from .reasons import KEPT, SENTENCES, Reason
from .rounding import rounded
from .safe import Figure, Safe, SafeTable, Unsealed, renamed
from .squares import grouped, spread
from .thresholds import Thresholds

__all__ = [
    "KEPT",
    "SENTENCES",
    "Amounts",
    "Cube",
    "Dimension",
    "Effort",
    "Figure",
    "Publication",
    "Rate",
    "Reason",
    "Safe",
    "SafeTable",
    "Thresholds",
    "Unsealed",
    "grouped",
    "protect",
    "protect_amounts",
    "rates",
    "renamed",
    "rounded",
    "spread",
]
