"""A partner who edits the Word file in every way that people do, and what the file then says."""

from . import axes, items, rows, typing  # each adds its edits to the book
from .book import EDITS
from .document import Document, W, is_header, plain, runs, say, text, unmarked
from .oracle import Nowhere, key, said_by, words_of

__all__ = [
    "EDITS",
    "Document",
    "Nowhere",
    "W",
    "axes",
    "is_header",
    "items",
    "key",
    "plain",
    "rows",
    "runs",
    "said_by",
    "say",
    "text",
    "typing",
    "unmarked",
    "words_of",
]
