"""What the document says, read by other eyes than the program's."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy

from lxml.etree import _Element as Element

from preau.plan.exchange.marks import uid_of
from preau.plan.structure.snapshot import PlanSnapshot

from .document import TRUTH, Document, W, follows, is_header, level, style, text

type Said = list[tuple[str, list[tuple[str, list]]]]
"""[(axis, [(general objective, rows)])]; rows in any order, each (objectives, effects) of (words, points)."""


def words_of(document: Document, homes: dict[str, str]) -> tuple[Said, dict[str, list]]:
    """And what still stands where its general objective lost its words: {uid of that objective: rows}.

    ``homes`` maps the uid of each item of the plan to that of what it stands under.
    """
    body = deepcopy(document.body)
    _take_changes(body)
    gone = set(homes.values()) - {p.get(TRUTH) for p in body.iter(f"{W}p") if text(p).strip()}
    axes: Said = []
    kept: dict[str, list] = {}
    for block in body:
        if block.tag == f"{W}p" and style(block) == "Heading1" and text(block).strip():
            axes.append((_titled(text(block)), []))
            axis = block.get(TRUTH)
        elif block.tag == f"{W}tbl":
            _rows_said(block, axes[-1][1], homes, {uid for uid in gone if homes.get(uid) == axis}, kept)
    return [
        (title, [(general, sorted(row for row in rows if any(row))) for general, rows in generals])
        for title, generals in axes
    ], {uid: sorted(row for row in rows if any(row)) for uid, rows in kept.items()}


def _rows_said(table: Element, generals: list, homes: dict[str, str], gone: set, kept: dict[str, list]) -> None:
    waiting: list = []
    alive = False
    for row in table.findall(f"{W}tr"):
        if is_header(row):
            continue
        first, objectives, effects = row.findall(f"{W}tc")
        said = (_column(objectives), _column(effects))
        words = "".join(filter(None, (_coded(text(p)) for p in first.findall(f"{W}p"))))
        covered = follows(row) and alive
        alive = covered or row.find(f"{W}tc/{W}tcPr/{W}vMerge") is not None
        if words:
            generals.append((words, waiting))
            waiting = []
        elif not covered and (home := _home(row, homes)) in gone:
            kept.setdefault(home, []).append(said)
            continue
        (generals[-1][1] if generals else waiting).append(said)
    if waiting and any(map(any, waiting)):
        raise Nowhere


class Nowhere(Exception):
    """A row stands under no general objective at all: another test's matter."""


def _home(row: Element, homes: dict[str, str]) -> str:
    votes = Counter(homes[str(uid)] for p in row.iter(f"{W}p") if (uid := p.get(TRUTH)) in homes and text(p).strip())
    return votes.most_common(1)[0][0] if votes else ""


def _column(cell: Element) -> tuple:
    items: list = []
    for paragraph in cell.findall(f"{W}p"):
        words = text(paragraph).strip()
        if not words:
            continue
        marked = any(uid_of(mark.get(f"{W}name")) for mark in paragraph.iter(f"{W}bookmarkStart"))
        if items and (level(paragraph) > 0 or style(paragraph) == "PreauDetail") and not marked:
            items[-1][1].append(key(words))
        else:
            items.append((key(_coded(words)), []))
    return tuple((words, tuple(points)) for words, points in items)


def key(words: str) -> str:
    """The letters and signs alone: typography aside."""
    quotes = {"’": "'", "…": "...", "«": '"', "»": '"'}
    return "".join("".join(quotes.get(letter, letter) for letter in words).split())


def _coded(words: str) -> str:
    return key(re.sub(r"^A\d+\.G\d+(\.[OE]\d+)?\s+", "", words.strip()))


def _titled(words: str) -> str:
    return key(re.sub(r"^Axe \d+ : ", "", words.strip()))


def _take_changes(body: Element) -> None:
    for row in [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]:
        row.getparent().remove(row)
    for removed in [e for e in body.iter(f"{W}del") if e.getparent().tag == f"{W}p"]:
        removed.getparent().remove(removed)
    for paragraph in list(body.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None and paragraph.getnext() is not None:
            after = paragraph.getnext()
            if after.tag != f"{W}p":
                continue
            kept = [child for child in paragraph if child.tag != f"{W}pPr" and text(paragraph).strip()]
            for element in reversed(kept):
                after.insert(1 if after.find(f"{W}pPr") is not None else 0, element)
            paragraph.getparent().remove(paragraph)


def said_by(snapshot: PlanSnapshot) -> Said:
    """The same of a plan."""

    def column(items) -> tuple:
        return tuple((key(item.text), tuple(key(point) for point in item.sub_points)) for item in items)

    return [
        (
            key(axis.item.text),
            [
                (key(branch.item.text), sorted((column(row.objectives), column(row.effects)) for row in branch.rows))
                for branch in axis.branches
            ],
        )
        for axis in snapshot.axes
    ]
