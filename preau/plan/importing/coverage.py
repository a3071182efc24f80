"""Nothing lost: every word of the document is in the draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from preau.foundation.documents.model import SourceDocument, View
from preau.plan.importing.draft import PlanDraft

_WORD = re.compile(r"\w+")


def unaccounted(document: SourceDocument, draft: PlanDraft) -> list[str]:
    """The words of the source (all views, comments and asides included) that stand nowhere in the draft."""
    wanted = Counter(word for text in _said(document) for word in _WORD.findall(text))
    kept = Counter(word for text in _kept(draft) for word in _WORD.findall(text))
    return sorted((wanted - kept).elements())


def _said(document: SourceDocument) -> Iterator[str]:
    for paragraph in document.paragraphs():
        yield paragraph.text(View.MARKED)
    for comment in document.comments:
        yield comment.text
    for aside in document.asides:
        yield aside.text


def _kept(draft: PlanDraft) -> Iterator[str]:
    for axis in draft.axes:
        yield axis.title
        for general in axis.general_objectives:
            yield general.text
            for row in general.rows:
                for item in (*row.objectives, *row.effects):
                    yield item.text
                    yield from item.children
    for suggestion in draft.suggestions:
        yield suggestion.new
        yield suggestion.old
    for comment in draft.comments:
        yield comment.text
    for leftover in draft.leftovers:
        yield leftover.text
