from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from preau.plan.sheets.models import ActionSheet

    from .models import ProjectSummary, SitePair, WeekEntry


class PairPresent(Exception):
    """The site has its pair for that year. Carries it."""

    def __init__(self, pair: SitePair) -> None:
        super().__init__(f"pair {pair.pk} is there")
        self.pair = pair


class SideHasWritten(Exception):
    """A side that has written something is not exchanged for another: what it wrote is its own."""


class SummaryChanged(Exception):
    """A colleague changed the draft meanwhile. Carries it as it stands; the caller keeps what was typed."""

    def __init__(self, current: ProjectSummary | None) -> None:
        super().__init__("the draft has changed")
        self.current = current


class NothingToPublish(Exception):
    """There is no draft: what was written is published already."""


class NotReady(Exception):
    """Something is missing before the other side can use the summary. ``sentences`` say what, to people."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class CrossingGone(Exception):
    """The two projects no longer cross there: one of them was published anew, or somebody set it aside."""


class AlreadyJoined(Exception):
    """A joint sheet carries that crossing already. Carries the sheet."""

    def __init__(self, sheet: ActionSheet) -> None:
        super().__init__(f"sheet {sheet.pk} carries it")
        self.sheet = sheet


class EntryChanged(Exception):
    """Somebody changed the entry meanwhile. Carries it as it stands, None when it was taken out."""

    def __init__(self, current: WeekEntry | None) -> None:
        super().__init__("the entry has changed")
        self.current = current
