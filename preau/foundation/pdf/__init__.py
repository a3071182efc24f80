"""Tagged PDF (PDF/UA-1, ISO 14289-1), typeset by Typst from data: what people wrote is never read as markup."""

from .typesetting import MissingLetters, typeset

__all__ = ["MissingLetters", "typeset"]
