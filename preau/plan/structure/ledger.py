"""How an item changes: held while it does, and never without a line that says who, when, what and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.errors import EditConflict, PlanAdopted
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan
from preau.plan.structure.state import ItemState, differences

_STEERING = frozenset({ChangeKind.NOTED, ChangeKind.OWNED, ChangeKind.SCHEDULED})
"""What may still change once the plan is adopted: who carries an item, by when, and the notes of those who work."""
_RELATED = ("plan", "parent", "row", "owner")


def hold_plan(plan_id: int, kind: ChangeKind | None = None) -> TerritorialEducationPlan:
    """The plan, locked until the end of the transaction. Raises PlanAdopted when ``kind`` may no longer happen."""
    plan = TerritorialEducationPlan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan_id)
    if plan.is_adopted and kind not in _STEERING:
        raise PlanAdopted
    return plan


@contextmanager
def changing(
    item: PlanItem, kind: ChangeKind, *, hand: Hand, seen_version: int | None = None, reason: str = ""
) -> Iterator[PlanItem]:
    """Gives the item as it stands, locked; keeps what the block changed of it, and nothing if it changed nothing.

    Raises EditConflict when it is no longer at ``seen_version``, PlanAdopted when its text is fixed. Must run inside
    a transaction.
    """
    hold_plan(item.plan_id, kind)
    held = PlanItem.objects.select_for_update(of=("self",), no_key=True).select_related(*_RELATED).get(pk=item.pk)
    if seen_version is not None and held.version != seen_version:
        raise EditConflict(held)
    was, owner = held.state, held.owner
    yield held
    facts = differences(was, held.state)
    if facts:
        held.version += 1
        held.save()
        words = _words(kind, was, held, str(owner or ""))
        write_down(held, kind, hand=hand, reason=reason, facts=facts, before=words[0], after=words[1])


def write_down(
    item: PlanItem,
    kind: ChangeKind,
    *,
    hand: Hand,
    facts: dict[str, list[object]],
    before: str = "",
    after: str = "",
    reason: str = "",
) -> ItemChange:
    """The line of the history and the entry of the journal.

    The journal comes first: it lets one writer through at a time, so that lines are numbered in the order of commit.
    """
    details = {"code": item.code, "version": item.version}
    record(f"plan.item_{kind}", item, by=hand.by_id, now=hand.now, details=details)
    return ItemChange.objects.create(
        item=item,
        kind=kind,
        at=hand.now,
        by=hand.by,
        before=before,
        after=after,
        reason=reason[:300],
        facts=facts,
        version=item.version,
    )


def _words(kind: ChangeKind, was: ItemState, held: PlanItem, owner: str) -> tuple[str, str]:
    """Before and after, as a person reads them."""
    if kind == ChangeKind.OWNED:
        return owner, str(held.owner or "")
    read = _READ.get(kind)
    return (read(was), read(held.state)) if read else ("", "")


_READ: dict[ChangeKind, Callable[[ItemState], str]] = {
    ChangeKind.REWORDED: lambda state: state.text,
    ChangeKind.DETAILED: lambda state: "\n".join(state.sub_points),
    ChangeKind.NOTED: lambda state: state.note,
    ChangeKind.SCHEDULED: lambda state: state.horizon_on,
    ChangeKind.MOVED: lambda state: state.row,
    ChangeKind.REMOVED: lambda state: "" if state.removed else state.text,
    ChangeKind.RESTORED: lambda state: "" if state.removed else state.text,
}
