from .terms import SmallNumberTerms

__all__ = ["SmallNumberTerms"]
