"""Where an item stands: added, moved, taken out, put back. The tree stays whole whatever the order of the acts.

Whoever changes the tree holds the plan first, so that two people never give the same code or the same place.
"""

from __future__ import annotations

from enum import Enum

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.errors import NoPlace, NotEmpty
from preau.plan.structure.ledger import changing, hold_plan, write_down
from preau.plan.structure.models import PlanItem, PlanRow, TerritorialEducationPlan
from preau.plan.structure.rules import PARENT_OF, next_code, position_after
from preau.plan.structure.state import differences


class Edge(Enum):
    """Where in its column an item goes when it is not set after another one."""

    START = "start"
    END = "end"


type Spot = PlanItem | Edge


@transaction.atomic
def add_item(
    row: PlanRow, kind: ItemKind, text: str, *, hand: Hand, after: Spot = Edge.END, reason: str = ""
) -> PlanItem:
    """A new objective or effect in its column of the row. Raises NoPlace where the row's branch was taken out."""
    hold_plan(row.plan_id)
    return _create(
        PlanItem(plan_id=row.plan_id, kind=kind, parent=row.general_objective, row=row, text=text), after, hand, reason
    )


@transaction.atomic
def add_branch(
    plan: TerritorialEducationPlan,
    parent: PlanItem | None,
    text: str,
    *,
    hand: Hand,
    after: Spot = Edge.END,
    reason: str = "",
) -> PlanItem:
    """A new general objective under an axis; a new axis where there is no parent."""
    hold_plan(plan.pk)
    kind = ItemKind.GENERAL_OBJECTIVE if parent else ItemKind.AXIS
    return _create(PlanItem(plan=plan, kind=kind, parent=parent, text=text, is_bulleted=False), after, hand, reason)


@transaction.atomic
def add_row(general: PlanItem, *, hand: Hand) -> PlanRow:
    """A new row of the table, at the end of its general objective; it shows once something stands in it."""
    plan = hold_plan(general.plan_id)
    rows = list(plan.rows.values_list("code", "position"))
    row = PlanRow.objects.create(
        plan=plan,
        general_objective=general,
        code=next_code(general.code, "R", [code for code, _ in rows]),
        position=max((position for _, position in rows), default=0) + 1,
    )
    record("plan.row_added", row, by=hand.by_id, now=hand.now, details={"code": row.code})
    return row


@transaction.atomic
def move_item(
    item: PlanItem, row: PlanRow, *, seen_version: int, hand: Hand, after: Spot = Edge.END, reason: str = ""
) -> PlanItem:
    """Sets an objective or effect elsewhere in its plan. Its code stays: nothing said of it is lost.

    Raises EditConflict, NoPlace when the row belongs to another plan or to a branch that was taken out.
    """
    with changing(item, ChangeKind.MOVED, seen_version=seen_version, hand=hand, reason=reason) as held:
        if row.plan_id != held.plan_id or held.row_id is None:
            raise NoPlace
        held.row, held.parent = row, row.general_objective
        check_place(held, removed=False)
        held.position = _position(held, after, hand)
    return held


@transaction.atomic
def move_branch(
    item: PlanItem,
    parent: PlanItem | None,
    *,
    seen_version: int,
    hand: Hand,
    after: Spot = Edge.END,
    reason: str = "",
) -> PlanItem:
    """Sets an axis, or a general objective under an axis, elsewhere. Raises EditConflict, NoPlace."""
    with changing(item, ChangeKind.MOVED, seen_version=seen_version, hand=hand, reason=reason) as held:
        if held.row_id is not None or (parent is not None and parent.plan_id != held.plan_id):
            raise NoPlace
        held.parent = parent
        check_place(held, removed=False)
        held.position = _position(held, after, hand)
    return held


@transaction.atomic
def remove_item(item: PlanItem, *, hand: Hand, reason: str = "") -> PlanItem:
    """Takes the item out of sight; its text and history stay, and it can be restored. Raises NotEmpty."""
    with changing(item, ChangeKind.REMOVED, seen_version=item.version, hand=hand, reason=reason) as held:
        check_place(held, removed=True)
        held.removed_at = held.removed_at or hand.now
    return held


@transaction.atomic
def restore_item(item: PlanItem, *, hand: Hand, reason: str = "") -> PlanItem:
    """Brings an item back where it stood. Raises NoPlace when what it stood under was taken out."""
    with changing(item, ChangeKind.RESTORED, seen_version=item.version, hand=hand, reason=reason) as held:
        check_place(held, removed=False)
        held.removed_at = None
    return held


def check_place(item: PlanItem, *, removed: bool) -> None:
    """No present item under one that was taken out. Raises NotEmpty or NoPlace."""
    if removed:
        if PlanItem.objects.present().filter(parent=item).exists():
            raise NotEmpty
        return
    above = item.parent
    wanted = PARENT_OF[ItemKind(item.kind)]
    if (above is None) != (wanted is None) or (above is not None and above.kind != wanted):
        raise NoPlace
    while above is not None:
        if above.removed_at is not None:
            raise NoPlace
        above = above.parent


def _create(item: PlanItem, after: Spot, hand: Hand, reason: str) -> PlanItem:
    kind = ItemKind(item.kind)
    check_place(item, removed=False)
    codes = PlanItem.objects.filter(plan=item.plan_id).values_list("code", flat=True)
    item.code = next_code(item.parent.code if item.parent else "", kind.letter, codes)
    item.position = _position(item, after, hand)
    item.save(force_insert=True)
    facts = differences(None, item.state)
    write_down(item, ChangeKind.ADDED, hand=hand, facts=facts, after=item.text, reason=reason)
    return item


def _position(item: PlanItem, after: Spot, hand: Hand) -> float:
    """Where to stand among those of the same kind in the same place; they are numbered again when room runs out."""
    beside = PlanItem.objects.filter(plan=item.plan_id, kind=item.kind, parent=item.parent, row=item.row)
    others = list(beside.exclude(pk=item.pk).in_order())
    index = {Edge.START: 0, Edge.END: len(others)}.get(after) if isinstance(after, Edge) else _index(others, after)
    if index is None:
        raise NoPlace
    position = position_after([other.position for other in others], index)
    if position is not None:
        return position
    for number, other in enumerate(others):
        with changing(other, ChangeKind.MOVED, hand=hand) as held:
            held.position = float(number + 1 if number < index else number + 2)
    return float(index + 1)


def _index(others: list[PlanItem], after: PlanItem) -> int | None:
    return next((number for number, other in enumerate(others, 1) if other.pk == after.pk), None)
