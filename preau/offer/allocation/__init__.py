"""Allocation: ranked wishes, a few published priorities, one draw, a reason for everyone. Pure: no database, no clock.

Nouns: Problem, Offer, Application, Wish, Rules, Draw, Outcome, Case.
"""

from .allocating import Outcome, solve
from .draw import Draw
from .errors import BadFile
from .outcome import Case, ClassCount, CutOff, OfferOutcome, Part, Place, Reason, Result
from .problem import Application, Kind, Offer, Order, Problem, Reserve, Rules, Span, Wish

__all__ = [
    "Application",
    "BadFile",
    "Case",
    "ClassCount",
    "CutOff",
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
    "solve",
]
