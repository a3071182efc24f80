"""From a paragraph to the words of an item, and from its tracked changes to suggestions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from preau.foundation.documents.model import Paragraph, Revision, RevisionKind, Run, View
from preau.plan.importing.draft import DraftSuggestion, SuggestionKind

_BULLET = re.compile(r"\s*(?:[·•▪◦‣●○■□–—*-]|\uf0b7|\uf0a7|o(?=\s))\s+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀÂÉÈÊÎÔÙÛÇ«(])")


@dataclass(frozen=True, slots=True)
class Words:
    """``text``: what the item says before anybody's changes, or the proposed words where all of it is proposed."""

    text: str
    is_bulleted: bool
    is_proposed: bool
    start: int  # where the text begins in the paragraph's rejected (or accepted, when proposed) view


def words_of(paragraph: Paragraph) -> Words:
    before = paragraph.text(View.REJECTED)
    is_proposed = not before.strip()
    whole = paragraph.text(View.ACCEPTED) if is_proposed else before
    match = _BULLET.match(whole) if paragraph.bullet or _BULLET.match(whole) else None
    start = match.end() if match else len(whole) - len(whole.lstrip())
    text = whole[start:].rstrip()
    return Words(text, bool(match) or paragraph.list_level is not None, is_proposed, start)


def parts_of(text: str) -> list[str]:
    """The sentences that share an item, when there are several of them."""
    parts = [part.strip() for part in _SENTENCE.split(text)]
    return parts if len(parts) > 1 and all(len(part.split()) >= 3 for part in parts) else []


def is_moved_here(paragraph: Paragraph) -> bool:
    """Whether all that the paragraph holds was moved to this place from another one."""
    revised = [run for run in paragraph.runs if run.text.strip()]
    return bool(revised) and all(any(r.kind is RevisionKind.MOVE_TO for r in run.revisions) for run in revised)


def suggestions_of(paragraph: Paragraph, item: str, words: Words) -> list[DraftSuggestion]:
    """One suggestion per stretch of changes by one person; struck and added side by side are one replacement."""
    if words.is_proposed:
        revision = next((r for run in paragraph.runs for r in run.revisions), paragraph.mark_revision)
        return [_suggestion(item, "", words.text, revision, 0)] if revision else []
    found: list[DraftSuggestion] = []
    offset, stretch = 0, _Stretch(item)
    for run in paragraph.runs:
        revision = _deciding(run)
        if revision is None or not stretch.accepts(revision):
            stretch.close(found)
        if revision is not None and run.text:
            stretch.add(run, revision, max(0, offset - words.start))
        if run.is_in(View.REJECTED):
            offset += len(run.text)
    stretch.close(found)
    return found


class _Stretch:
    """Neighbouring changes of one person, until plain text or somebody else's change."""

    def __init__(self, item: str) -> None:
        self.item = item
        self._empty()

    def _empty(self) -> None:
        self.old, self.new, self.start = "", "", 0
        self.revision: Revision | None = None

    def accepts(self, revision: Revision) -> bool:
        if self.revision is None:
            return True
        moves = (RevisionKind.MOVE_FROM, RevisionKind.MOVE_TO)
        return self.revision.author == revision.author and (self.revision.kind in moves) == (revision.kind in moves)

    def add(self, run: Run, revision: Revision, start: int) -> None:
        if self.revision is None:
            self.revision, self.start = revision, start
        if revision.kind in (RevisionKind.INSERTION, RevisionKind.MOVE_TO):
            self.new += run.text
        else:
            self.old += run.text

    def close(self, found: list[DraftSuggestion]) -> None:
        if self.revision is not None and (self.old or self.new):
            found.append(_suggestion(self.item, self.old, self.new, self.revision, self.start))
        self._empty()


def _deciding(run: Run) -> Revision | None:
    """Of two revisions on the same words (added by one, struck by another), the last one is what is proposed now."""
    return run.revisions[-1] if run.revisions else None


def _suggestion(item: str, old: str, new: str, revision: Revision, start: int) -> DraftSuggestion:
    if revision.kind in (RevisionKind.MOVE_FROM, RevisionKind.MOVE_TO):
        kind = SuggestionKind.MOVE
    elif old and new:
        kind = SuggestionKind.REPLACEMENT
    else:
        kind = SuggestionKind.DELETION if old else SuggestionKind.INSERTION
    return DraftSuggestion(item, kind, old, new, revision.author, revision.at, start)
