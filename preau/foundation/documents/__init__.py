"""Documents as they were written: Word, OpenDocument, plain text, all read into one model."""

from __future__ import annotations

from .errors import UnreadableDocument
from .limits import Limits
from .reading import read
from .rendering import document_text, paragraph_texts

__all__ = ["Limits", "UnreadableDocument", "document_text", "paragraph_texts", "read"]
