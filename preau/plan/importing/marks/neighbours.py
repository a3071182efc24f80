"""Items against each other: two that overlap side by side, the same effect twice in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from preau.plan.importing.draft import ItemKind

from .seen import Finding, Seen

_EMPTY = frozenset("des les une aux pour par sur avec dans plus sans entre leur leurs autour dont".split())
_NEAR = 72


def folded(text: str) -> str:
    """The words that carry the meaning, lower case, singular."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return " ".join(word.rstrip("s") for word in words if len(word) > 2 and word not in _EMPTY)


def overlapping_items(seen: Seen) -> Iterator[Finding]:
    """Flags both of two neighbours, so that neither hides the other."""
    for other in (seen.previous, seen.following):
        if other and _overlaps(seen.text, other):
            yield Finding(
                seen.text.rstrip("."),
                f"Ce point en recouvre un autre (« {other[:70]} ») : fusionnez-les ou distinguez-les.",
            )
            return


def duplicate_effect(seen: Seen) -> Iterator[Finding]:
    if seen.kind is ItemKind.EFFECT and (seen.elsewhere or {}).get(folded(seen.text), 0) > 1:
        yield Finding(
            seen.text.rstrip("."), "Le même effet est écrit ailleurs dans le projet : dites si c’est bien le même."
        )


def _overlaps(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    if min(len(first.split()), len(second.split())) < 2 or max(len(first.split()), len(second.split())) > 9:
        return False
    return first == second or (
        token_set_ratio(_stemmed(first), _stemmed(second)) >= _NEAR and first.split()[:2] == second.split()[:2]
    )


def _stemmed(text: str) -> str:
    """The first letters of a word, so that « citoyenneté » is near « écocitoyenneté » only by its own word."""
    return " ".join(word[:7] for word in text.split())
