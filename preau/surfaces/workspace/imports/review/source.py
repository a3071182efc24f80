"""Which lines of the document stand behind each row: the page shows them beside what was understood."""

from __future__ import annotations

from bisect import bisect_right

from preau.plan.importing.draft import PlanDraft
from preau.surfaces.workspace.imports.review.sections import items_of

type Lines = list[tuple[int, str]]


def source_by_owner(draft: PlanDraft, source: list[list[int | str]]) -> dict[str, Lines]:
    """``{row, general objective or axis id: its lines}``, blank lines left out.

    An item owns the lines from its own up to the next item's; what was moved keeps its lines with it.
    """
    owners = _owners(draft)
    starts = sorted(owners)
    found: dict[str, Lines] = {}
    for number, text in ((int(line), str(words)) for line, words in source):
        at = bisect_right(starts, number) - 1
        if at >= 0 and text.strip():
            for owner in owners[starts[at]]:
                found.setdefault(owner, []).append((number, text.strip()))
    return found


def _owners(draft: PlanDraft) -> dict[int, set[str]]:
    """Who stands at each line: several where an item was split. A leftover owns its line too, for nobody."""
    owners: dict[int, set[str]] = {leftover.line: set() for leftover in draft.leftovers if leftover.line}
    for axis in draft.axes:
        _stand(owners, axis.line, axis.id)
        for general in axis.general_objectives:
            _stand(owners, general.line, general.id)
            for row in general.rows:
                for item in items_of(row):
                    _stand(owners, item.line, row.id)
    return owners


def _stand(owners: dict[int, set[str]], line: int, owner: str) -> None:
    if line:
        owners.setdefault(line, set()).add(owner)
