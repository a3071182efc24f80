"""Dated terms: what law or town may change one day. Each app declares its own in ``dated.py``, in one place.

A value that changes is another row from a day on; the past is never written over, so that any old answer can still be
explained. What is not yet in force may be corrected.
"""

from .deciding import TermRefused
from .declaring import Case, DatedTerm, Decision, Given, Theme
from .voted import VotedTerms

__all__ = ["Case", "DatedTerm", "Decision", "Given", "TermRefused", "Theme", "VotedTerms"]
