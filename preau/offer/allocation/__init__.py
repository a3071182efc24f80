"""Allocation: ranked wishes, a few published priorities, one draw, a reason for everyone. Pure: no database, no clock.

Nouns: Problem, Offer, Application, Wish, Rules, Draw, Outcome, Case.
"""

from .allocating import Outcome, solve
from .draw import Draw
from .errors import BadFile
from .outcome import Case, ClassCount, CutOff, OfferOutcome, Part, Place, Reason, Result
from .problem import Application, Kind, Offer, Order, Problem, Reserve, Rules, Span, Wish
from .publishing import Difference, publish, published, verify
from .reading import from_json, read
from .writing import fingerprint, to_json

__all__ = [
    "Application",
    "BadFile",
    "Case",
    "ClassCount",
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
    "fingerprint",
    "from_json",
    "publish",
    "published",
    "read",
    "solve",
    "to_json",
    "verify",
]
