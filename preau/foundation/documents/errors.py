"""Why a document could not be read, in words for the person who sent it."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """A document that can't be taken in.

    ``code`` is stable and English (for tests and logs); ``sentence`` is French: what is wrong and what to do.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
