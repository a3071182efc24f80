"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\s+|\w+(?:[’'\-]\w+)*[’']?|[^\w\s]")
_LONGEST = 1_500
"""Words beyond which two texts are not compared in detail: the comparison is quadratic."""


class PieceKind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    kind: PieceKind
    text: str


def word_differences(before: str, after: str) -> list[Piece]:
    """The two texts as one: what stays, what goes, what comes, blanks included.

    Joining the pieces that are not added gives ``before``; joining those that are not removed gives ``after``.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    pieces: list[Piece] = []
    for what, i, j, k, m in _steps(old, new):
        if what == "equal":
            _add(pieces, PieceKind.SAME, old[i:j])
        else:
            _add(pieces, PieceKind.REMOVED, old[i:j])
            _add(pieces, PieceKind.ADDED, new[k:m])
    return _without_islands(pieces)


def _steps(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if max(len(old), len(new)) <= _LONGEST:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    stop, halt = len(old) - end, len(new) - end
    return [
        ("equal", 0, start, 0, start),
        ("replace", start, stop, start, halt),
        ("equal", stop, len(old), halt, len(new)),
    ]


def _shared(old: list[str], new: list[str]) -> int:
    """How many tokens both start with."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _add(pieces: list[Piece], kind: PieceKind, tokens: list[str]) -> None:
    if tokens:
        pieces.append(Piece(kind, "".join(tokens)))


def _without_islands(pieces: list[Piece]) -> list[Piece]:
    """A lone blank between two changes is no landmark: it joins them, so that phrases read as phrases."""
    merged: list[Piece] = []
    removed = added = ""
    for index, piece in enumerate(pieces):
        inner = 0 < index < len(pieces) - 1
        if piece.kind is PieceKind.REMOVED:
            removed += piece.text
        elif piece.kind is PieceKind.ADDED:
            added += piece.text
        elif inner and not piece.text.strip():
            removed, added = removed + piece.text, added + piece.text
        else:
            _flush(merged, removed, added)
            removed = added = ""
            merged.append(piece)
    _flush(merged, removed, added)
    return merged


def _flush(pieces: list[Piece], removed: str, added: str) -> None:
    _add(pieces, PieceKind.REMOVED, [removed] if removed else [])
    _add(pieces, PieceKind.ADDED, [added] if added else [])
