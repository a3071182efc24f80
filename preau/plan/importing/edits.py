"""Corrections made while reviewing an import. Each is a pure function of the draft; none loses a word.

Ids of untouched items do not change during the review, so that links, decisions and other tabs stay true;
``renumber`` gives the final ones when the import is confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from preau.plan.importing.draft import DraftGeneralObjective, DraftItem, DraftRow, ItemKind, Leftover, PlanDraft
from preau.plan.importing.wording import parts_of

DISCARDED = "Écarté à la relecture."


class EditRefused(Exception):
    """A correction that can't be made; ``sentence`` says why, in French."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def edit_text(draft: PlanDraft, item_id: str, text: str) -> PlanDraft:
    """Another wording. What it said before goes to the leftovers, so that the report still holds the source."""
    if not text.strip():
        raise EditRefused("Un point ne peut pas être vide. Pour le retirer, écartez-le.")
    draft = deepcopy(draft)
    item = _find(draft, item_id)[2]
    if item.text != text.strip():
        draft.leftovers.append(Leftover(item.line, item.text, f"Ancien texte de {item_id}, modifié à la relecture."))
        _reword(item, text.strip())
    return draft


def split_item(draft: PlanDraft, item_id: str, at: int) -> PlanDraft:
    """Two items out of one, cut before the character ``at``."""
    draft = deepcopy(draft)
    _, column, item = _find(draft, item_id)
    left, right = item.text[:at].rstrip(), item.text[at:].lstrip()
    if not left or not right:
        raise EditRefused("Choisissez un endroit au milieu du texte : chaque moitié doit garder des mots.")
    second = DraftItem(_fresh_id(draft, item_id), "", item.bulleted, item.line, is_proposed=item.is_proposed)
    second.children, item.children = item.children, []
    offset = len(item.text) - len(right)
    for suggestion in draft.suggestions:
        if suggestion.item == item_id and suggestion.start >= offset:
            suggestion.item, suggestion.start = second.id, suggestion.start - offset
    _reword(item, left)
    _reword(second, right)
    column.insert(column.index(item) + 1, second)
    return draft


def merge_items(draft: PlanDraft, first_id: str, second_id: str) -> PlanDraft:
    """One item out of two of the same kind: the words of the second follow those of the first."""
    if first_id == second_id:
        raise EditRefused("Choisissez deux points différents.")
    draft = deepcopy(draft)
    _, _, first = _find(draft, first_id)
    _, second_column, second = _find(draft, second_id)
    if _letter(first_id) != _letter(second_id):
        raise EditRefused("Un objectif et un effet ne peuvent pas être fusionnés : déplacez d’abord l’un des deux.")
    shift = len(first.text) + 1
    for suggestion in draft.suggestions:
        if suggestion.item == second_id:
            suggestion.item, suggestion.start = first_id, suggestion.start + shift
    _follow(draft, second_id, first_id)
    first.children += second.children
    _reword(first, f"{first.text} {second.text}")
    _take_out(second_column, second)
    return draft


def move_item(draft: PlanDraft, item_id: str, row_id: str, kind: ItemKind, position: int | None = None) -> PlanDraft:
    """To another row or column. In the other column the item gets an id of its own kind."""
    draft = deepcopy(draft)
    _, column, item = _find(draft, item_id)
    target = _row(draft, row_id)
    _take_out(column, item)
    into = target.objectives if kind is ItemKind.OBJECTIVE else target.effects
    into.insert(len(into) if position is None else max(0, min(position, len(into))), item)
    letter = "O" if kind is ItemKind.OBJECTIVE else "E"
    general = row_id.rsplit(".", 1)[0]
    if _letter(item_id) != letter or item_id.rsplit(".", 1)[0] != general:
        item.id = _fresh_id(draft, f"{general}.{letter}0")
        for suggestion in draft.suggestions:
            suggestion.item = item.id if suggestion.item == item_id else suggestion.item
        _follow(draft, item_id, item.id)
    return draft


def discard_item(draft: PlanDraft, item_id: str) -> PlanDraft:
    """Out of the plan, into the leftovers, from where it can come back."""
    draft = deepcopy(draft)
    _, column, item = _find(draft, item_id)
    _take_out(column, item)
    draft.leftovers.append(Leftover(item.line, "\n".join([item.text, *item.children]), DISCARDED))
    for suggestion in [kept for kept in draft.suggestions if kept.item == item_id]:
        draft.suggestions.remove(suggestion)
        words = " → ".join(filter(None, (suggestion.old, suggestion.new)))
        draft.leftovers.append(
            Leftover(item.line, words, f"Modification suivie d’un point écarté ({suggestion.author}).")
        )
    _follow(draft, item_id, "")
    return draft


def restore_leftover(draft: PlanDraft, index: int, row_id: str, kind: ItemKind) -> PlanDraft:
    """Words left outside the plan become an item of a row."""
    draft = deepcopy(draft)
    if not 0 <= index < len(draft.leftovers):
        raise EditRefused("Ce passage n’est plus là : la page a changé entre-temps.")
    target = _row(draft, row_id)
    leftover = draft.leftovers.pop(index)
    letter = "O" if kind is ItemKind.OBJECTIVE else "E"
    item = DraftItem(_fresh_id(draft, f"{row_id.rsplit('.', 1)[0]}.{letter}0"), "", False, leftover.line)
    _reword(item, leftover.text.strip())
    (target.objectives if kind is ItemKind.OBJECTIVE else target.effects).append(item)
    return draft


def add_item(draft: PlanDraft, row_id: str, kind: ItemKind, text: str) -> PlanDraft:
    """Words that the document does not hold."""
    draft = deepcopy(draft)
    draft.leftovers.append(Leftover(0, text, ""))
    return restore_leftover(draft, len(draft.leftovers) - 1, row_id, kind)


def split_row(draft: PlanDraft, row_id: str, first_objective: str, first_effect: str) -> PlanDraft:
    """Two rows out of one: from these two items on, everything goes to a new row."""
    draft = deepcopy(draft)
    row, general = _row(draft, row_id), _general_of(draft, row_id)
    objectives, effects = _from(row.objectives, first_objective), _from(row.effects, first_effect)
    if not (objectives or effects) or (len(objectives) == len(row.objectives) and len(effects) == len(row.effects)):
        raise EditRefused("Une ligne doit garder au moins un point.")
    new = DraftRow(_fresh_row_id(general), objectives, effects)
    row.objectives = [item for item in row.objectives if item not in objectives]
    row.effects = [item for item in row.effects if item not in effects]
    general.rows.insert(general.rows.index(row) + 1, new)
    return draft


def merge_rows(draft: PlanDraft, first_id: str, second_id: str) -> PlanDraft:
    """One row out of two of the same general objective."""
    draft = deepcopy(draft)
    first, second = _row(draft, first_id), _row(draft, second_id)
    general = _general_of(draft, first_id)
    if first is second or second not in general.rows:
        raise EditRefused("Seules deux lignes du même objectif général peuvent être réunies.")
    first.objectives += second.objectives
    first.effects += second.effects
    general.rows.remove(second)
    for suggestion in draft.suggestions:
        suggestion.item = first_id if suggestion.item == second_id else suggestion.item
    return draft


def rename(draft: PlanDraft, id: str, text: str) -> PlanDraft:
    """Another title for an axis, other words for a general objective; the former ones go to the leftovers."""
    if not text.strip():
        raise EditRefused("Un titre ne peut pas être vide.")
    draft = deepcopy(draft)
    for axis in draft.axes:
        if axis.id == id:
            draft.leftovers.append(Leftover(axis.line, axis.title, f"Ancien titre de {id}, modifié à la relecture."))
            axis.title = text.strip()
            return draft
        for general in axis.general_objectives:
            if general.id == id:
                draft.leftovers.append(
                    Leftover(general.line, general.text, f"Ancien texte de {id}, modifié à la relecture.")
                )
                general.text = text.strip()
                return draft
    raise EditRefused("Ce titre n’est plus là : la page a changé entre-temps.")


def renumber(draft: PlanDraft) -> tuple[PlanDraft, dict[str, str]]:
    """The draft with its final ids, in reading order, and ``{former id: final id}``. Rows left empty are dropped."""
    draft = deepcopy(draft)
    names: dict[str, str] = {}
    for a, axis in enumerate(draft.axes, 1):
        axis.id = _named(names, axis.id, f"A{a}")
        for g, general in enumerate(axis.general_objectives, 1):
            general.id = _named(names, general.id, f"{axis.id}.G{g}")
            general.rows = [row for row in general.rows if row.objectives or row.effects]
            for r, row in enumerate(general.rows, 1):
                row.id = _named(names, row.id, f"{general.id}.R{r}")
            for letter in "OE":
                items = [i for row in general.rows for i in (row.objectives if letter == "O" else row.effects)]
                for n, item in enumerate(items, 1):
                    item.id = _named(names, item.id, f"{general.id}.{letter}{n}")
    for suggestion in draft.suggestions:
        suggestion.item = names.get(suggestion.item, suggestion.item)
        suggestion.target = names.get(suggestion.target, suggestion.target)
    for comment in draft.comments:
        comment.item = names.get(comment.item, comment.item)
    return draft, names


def _named(names: dict[str, str], former: str, final: str) -> str:
    names[former] = final
    return final


def _reword(item: DraftItem, text: str) -> None:
    """Marks whose words are gone go with them; the others are found again where they now stand."""
    item.text, item.parts = text, parts_of(text)
    item.marks = [mark for mark in item.marks if mark.quote in text]
    for mark in item.marks:
        mark.start = text.find(mark.quote)


def _find(draft: PlanDraft, item_id: str) -> tuple[DraftRow, list[DraftItem], DraftItem]:
    for row in _rows(draft):
        for column in (row.objectives, row.effects):
            for item in column:
                if item.id == item_id:
                    return row, column, item
    raise EditRefused("Ce point n’est plus là : la page a changé entre-temps.")


def _row(draft: PlanDraft, row_id: str) -> DraftRow:
    found = next((row for row in _rows(draft) if row.id == row_id), None)
    if found is None:
        raise EditRefused("Cette ligne n’est plus là : la page a changé entre-temps.")
    return found


def _general_of(draft: PlanDraft, row_id: str) -> DraftGeneralObjective:
    return next(g for axis in draft.axes for g in axis.general_objectives if any(row.id == row_id for row in g.rows))


def _rows(draft: PlanDraft) -> Iterator[DraftRow]:
    for axis in draft.axes:
        for general in axis.general_objectives:
            yield from general.rows


def _take_out(column: list[DraftItem], item: DraftItem) -> None:
    """By identity: two items may say the same."""
    del column[next(index for index, other in enumerate(column) if other is item)]


def _from(column: list[DraftItem], first: str) -> list[DraftItem]:
    index = next((n for n, item in enumerate(column) if item.id == first), len(column))
    return column[index:]


def _follow(draft: PlanDraft, former: str, new: str) -> None:
    for comment in draft.comments:
        comment.item = new if comment.item == former else comment.item
    for suggestion in draft.suggestions:
        suggestion.target = new if suggestion.target == former else suggestion.target


def _letter(item_id: str) -> str:
    return item_id.rsplit(".", 1)[1][0]


def _fresh_id(draft: PlanDraft, like: str) -> str:
    prefix = re.sub(r"\d+$", "", like)
    return prefix + str(
        1 + _highest(prefix, (item.id for row in _rows(draft) for item in (*row.objectives, *row.effects)))
    )


def _fresh_row_id(general: DraftGeneralObjective) -> str:
    prefix = f"{general.id}.R"
    return prefix + str(1 + _highest(prefix, (row.id for row in general.rows)))


def _highest(prefix: str, ids: Iterator[str]) -> int:
    return max((int(id[len(prefix) :]) for id in ids if re.fullmatch(re.escape(prefix) + r"\d+", id)), default=0)
