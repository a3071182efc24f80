"""One item as a version had it: its words, its points of detail, its place. Who carries it and by when stay."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.structure.actions import detail, reword
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.errors import EditConflict, NoPlace
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import PlanItem
from preau.plan.structure.placing import Edge, Spot, move_branch, move_item, remove_item, restore_item
from preau.plan.structure.state import ItemState
from preau.plan.versions.errors import NothingToRestore, NotInVersion
from preau.plan.versions.models import PlanVersion


@dataclass(frozen=True, slots=True)
class Restoring:
    """What going back would do: ``was`` is what the version says, None where it did not know the item."""

    was: ItemState | None
    now: ItemState

    @property
    def takes_out(self) -> bool:
        return self.was is None and not self.now.removed

    @property
    def brings_back(self) -> bool:
        return self.was is not None and self.now.removed

    @property
    def rewords(self) -> bool:
        return self.was is not None and self.was.text != self.now.text

    @property
    def details(self) -> bool:
        return self.was is not None and self.was.sub_points != self.now.sub_points

    @property
    def moves(self) -> bool:
        return self.was is not None and (self.was.parent, self.was.row) != (self.now.parent, self.now.row)

    @property
    def is_needed(self) -> bool:
        return self.takes_out or self.brings_back or self.rewords or self.details or self.moves


def restoring(version: PlanVersion, item: PlanItem) -> Restoring:
    """Raises NotInVersion for an item of another plan."""
    if item.plan_id != version.plan_id:
        raise NotInVersion
    return Restoring(version.snapshot.by_uid.get(item.uid.hex), item.state)


@transaction.atomic
def restore_from(version: PlanVersion, item: PlanItem, *, seen_version: int, hand: Hand) -> PlanItem:
    """All of it or nothing: back in the plan, in its words, with its points, in its place; out if it came later.

    Raises EditConflict if somebody changed the item since ``seen_version``, NothingToRestore, NoPlace when the row or
    what it stood under is gone, NotEmpty when it came later and holds something, PlanAdopted.
    """
    hold_plan(version.plan_id)
    held = PlanItem.objects.select_for_update(of=("self",), no_key=True).select_related(
        "plan", "parent", "row", "owner"
    )
    item = held.get(pk=item.pk)
    if item.version != seen_version:
        raise EditConflict(item)
    wanted = restoring(version, item)
    if not wanted.is_needed:
        raise NothingToRestore
    reason = reason_of(version)
    if wanted.was is None:
        item = remove_item(item, hand=hand, reason=reason)
    else:
        item = _back(version, wanted, wanted.was, item, hand, reason)
    details = {"code": item.code, "number": version.number}
    record("version.item_restored", item, by=hand.by_id, now=hand.now, details=details)
    return item


def reason_of(version: PlanVersion) -> str:
    """What the history says: it is kept in the language of the plan."""
    return f"Rétabli depuis la version {version.number}, « {version.name} »."


def _back(version: PlanVersion, wanted: Restoring, was: ItemState, item: PlanItem, hand: Hand, reason: str) -> PlanItem:
    """The place comes first: an item can't come back under something that was taken out, but may stand elsewhere."""
    if wanted.moves:
        item = _to_its_place(version, was, item, hand, reason)
    if wanted.brings_back:
        item = restore_item(item, hand=hand, reason=reason)
    if wanted.rewords:
        item = reword(item, was.text, seen_version=item.version, hand=hand, reason=reason)
    if wanted.details:
        item = detail(item, was.sub_points, seen_version=item.version, hand=hand, reason=reason)
    return item


def _to_its_place(version: PlanVersion, was: ItemState, item: PlanItem, hand: Hand, reason: str) -> PlanItem:
    if was.row:
        row = item.plan.rows.select_related("general_objective__parent").filter(code=was.row).first()
        if row is None:
            raise NoPlace
        column = PlanItem.objects.present().filter(row=row, kind=item.kind)
        after = _spot(version, was, {each.uid.hex: each for each in column})
        return move_item(item, row, seen_version=item.version, hand=hand, after=after, reason=reason)
    parent = item.plan.items.filter(code=was.parent).first() if was.parent else None
    if parent is None and was.kind != ItemKind.AXIS:
        raise NoPlace
    beside = PlanItem.objects.present().filter(plan=item.plan_id, parent=parent, kind=item.kind)
    after = _spot(version, was, {each.uid.hex: each for each in beside})
    return move_branch(item, parent, seen_version=item.version, hand=hand, after=after, reason=reason)


def _spot(version: PlanVersion, was: ItemState, present: dict[str, PlanItem]) -> Spot:
    """Behind the nearest one that stood before it in the version and still stands there."""
    before: Spot = Edge.START
    for other in version.snapshot.items:
        if other.uid == was.uid:
            return before
        if (other.kind, other.parent, other.row) == (was.kind, was.parent, was.row) and other.uid in present:
            before = present[other.uid]
    return before
