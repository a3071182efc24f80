from __future__ import annotations


class ImportMoved(Exception):
    """The import was changed, confirmed or abandoned meanwhile (another tab, another person)."""


class NotAPlan(Exception):
    """A document that was read but holds no plan. ``sentence`` is French: what is wrong and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
