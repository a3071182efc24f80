"""Disclosure: what is published never lets a child be found. Pure: no database, no clock, no framework.

Nouns: Dimension, Cube, Publication, Thresholds; Safe, SafeTable, Figure, Reason.
"""

from .hiding import Effort
from .model import Cube, Dimension, Publication
from .publishing import protect
from .reasons import KEPT, SENTENCES, Reason
from .safe import Figure, Safe, SafeTable, Unsealed
from .thresholds import Thresholds

__all__ = [
    "KEPT",
    "SENTENCES",
    "Cube",
    "Dimension",
    "Effort",
    "Figure",
    "Publication",
    "Reason",
    "Safe",
    "SafeTable",
    "Thresholds",
    "Unsealed",
    "protect",
]
