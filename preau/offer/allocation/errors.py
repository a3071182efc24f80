from __future__ import annotations


class BadFile(Exception):
    """What was handed over cannot be allocated; ``sentence`` says why, in one sentence, and where."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
