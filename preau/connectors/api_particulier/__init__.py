"""API Particulier, version 3 (DINUM): the family quotient of the CAF and of the MSA, read once the family agrees.

The endpoints about disability allowances give health data: they are never called, not even for a positive answer.
"""

from .client import ApiParticulier
from .setup import quotient_provider

__all__ = ["ApiParticulier", "quotient_provider"]
