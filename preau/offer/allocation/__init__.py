"""Allocation: ranked wishes, a few published priorities, one draw, a reason for everyone. Pure: no database, no clock.

Nouns: Problem, Offer, Application, Wish, Rules, Draw, Outcome, Case.
"""

from .allocating import Outcome, solve
from .contrast import Contrast, contrast
from .draw import Draw
from .errors import BadFile
from .outcome import Case, ClassCount, CutOff, OfferOutcome, Part, Place, Reason, Result
from .problem import Application, Kind, Offer, Order, Problem, Reserve, Rules, Span, Wish
from .publishing import Difference, demand_of, publish, published, verify
from .reading import from_json, read, read_rules
from .writing import fingerprint, to_json

__all__ = [
    "Application",
    "BadFile",
    "Case",
    "ClassCount",
    "Contrast",
    "CutOff",
    "Difference",
    "Draw",
    "Kind",
    "Offer",
    "OfferOutcome",
    "Order",
    "Outcome",
    "Part",
    "Place",
    "Problem",
    "Reason",
    "Reserve",
    "Result",
    "Rules",
    "Span",
    "Wish",
    "contrast",
    "demand_of",
    "fingerprint",
    "from_json",
    "publish",
    "published",
    "read",
    "read_rules",
    "solve",
    "to_json",
    "verify",
]
