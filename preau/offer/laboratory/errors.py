from __future__ import annotations


class StudyRefused(Exception):
    """A study that cannot be made. ``sentences`` say each thing that is wrong, in French."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class StudyStopped(Exception):
    """Somebody cancelled the study while it was computed."""
