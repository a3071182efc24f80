from __future__ import annotations

from preau.offer.providers.enums import PaperKind


class PapersMissing(Exception):
    """Families may not see an entry whose organisation lacks these papers, or whose papers no longer hold."""

    def __init__(self, kinds: list[PaperKind]) -> None:
        super().__init__(", ".join(kinds))
        self.kinds = kinds

    @property
    def words(self) -> str:
        return ", ".join(str(kind.label) for kind in self.kinds)


class AlreadyCopied(Exception):
    """Every entry that was ticked has its copy for that year already."""


class NothingChanges(Exception):
    """What was asked is what stands."""
