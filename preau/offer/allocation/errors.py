from __future__ import annotations

LONGEST = 400


class BadFile(Exception):
    """What was handed over cannot be allocated; ``sentence`` says why, in one sentence, and where."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence.encode("utf-8", "backslashreplace").decode()[:LONGEST]
        super().__init__(self.sentence)
