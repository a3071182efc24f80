"""Two people changed the same text: one text with both changes, where their words don't touch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from preau.foundation.text.differences import PieceKind, word_differences


@dataclass(frozen=True, slots=True)
class _Edit:
    """``text`` replaces the stretch from ``start`` to ``end`` of the common ancestor."""

    start: int
    end: int
    text: str


def merge_wordings(base: str, ours: str, theirs: str) -> str | None:
    """The three-way merge, word by word; None when both changed the same words, or words that touch."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    edits = sorted({*_edits(base, ours), *_edits(base, theirs)}, key=lambda edit: (edit.start, edit.end))
    if any(one.end >= other.start for one, other in pairwise(edits)):
        return None
    merged, at = "", 0
    for edit in edits:
        merged += base[at : edit.start] + edit.text
        at = edit.end
    return merged + base[at:]


def _edits(base: str, changed: str) -> list[_Edit]:
    edits: list[_Edit] = []
    at = 0
    start, text = -1, ""
    for piece in word_differences(base, changed):
        if piece.kind is PieceKind.SAME:
            if start >= 0:
                edits.append(_Edit(start, at, text))
            start, text = -1, ""
            at += len(piece.text)
            continue
        start = at if start < 0 else start
        if piece.kind is PieceKind.REMOVED:
            at += len(piece.text)
        else:
            text += piece.text
    if start >= 0:
        edits.append(_Edit(start, at, text))
    return edits
