"""What a reader hands over, before the document gets its name, its fingerprint and the quotes of its comments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from .model import Aside, Block, Comment, Paragraph, SourceDocument


@dataclass(frozen=True, slots=True)
class Contents:
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()
    pictures: int = 0
    encoding: str = ""


def with_quotes(document: SourceDocument) -> SourceDocument:
    """The same document, each comment with the words it was attached to; a line break between paragraphs."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for paragraph in document.paragraphs():
        for comment, text in _commented(paragraph).items():
            words[comment].append(text)
    comments = tuple(replace(comment, quote="\n".join(words[comment.id])) for comment in document.comments)
    return replace(document, comments=comments)


def _commented(paragraph: Paragraph) -> dict[str, str]:
    texts: defaultdict[str, str] = defaultdict(str)
    for run in paragraph.runs:
        for comment in run.comment_ids:
            texts[comment] += run.text
    return texts
