from __future__ import annotations

from collections.abc import Sequence

from preau.plan.labels.models import Criterion, LabelFile


class WrongApplicant(Exception):
    """That label is not for organisations of this kind."""


class AlreadyOpen(Exception):
    """The organisation has a living file for this label. Carries it."""

    def __init__(self, file: LabelFile) -> None:
        super().__init__(f"file {file.pk} is open")
        self.file = file


class NoVersion(Exception):
    """No version of the label's rules is in force on that day."""


class NotProven(Exception):
    """Compulsory criteria are not proven. Carries them, in order."""

    def __init__(self, missing: Sequence[Criterion]) -> None:
        super().__init__(f"{len(missing)} criteria are not proven")
        self.missing = list(missing)


class NoProof(Exception):
    """A criterion without any proof can't be said proven."""


class EmptyProof(Exception):
    """A proof says something or shows a file."""


class FileClosed(Exception):
    """The file is no longer in preparation: its proofs stand as they were sent."""


class TermMissing(Exception):
    """The rules fix no term: the day on which the label ends must be given."""


class DatesDisagree(Exception):
    """The label would end before it was obtained, or be obtained in the future."""


class VersionTaken(Exception):
    """Another version of the rules begins on that day."""


class NameTaken(Exception):
    """Another label of the town has this name."""
