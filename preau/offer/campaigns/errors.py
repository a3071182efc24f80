from __future__ import annotations


class RulesFixed(Exception):
    """The rules were voted: they no longer change."""


class NotReady(Exception):
    """A step cannot be taken yet. ``sentences`` say each thing that is missing, in French."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class WindowClosed(Exception):
    """Wishes are not taken now: too early, or too late."""


class WrongWish(Exception):
    """A wish that cannot stand. ``sentence`` says why, in French."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ApplicationConflict(Exception):
    """Somebody else saved the same application meanwhile. Carries it as it stands: nothing that was typed is lost."""

    def __init__(self, application: object) -> None:
        super().__init__("saved meanwhile")
        self.application = application
