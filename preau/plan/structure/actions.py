"""What people do to a plan. Each act is atomic, keeps who, when, before and after, and writes in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.errors import EditConflict
from preau.plan.structure.models import ItemChange, PlanItem, PlanRow, TerritorialEducationPlan
from preau.plan.structure.rules import next_code


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts and when: the pair that every change keeps. ``by`` is None for the program itself."""

    by: User | None
    now: datetime

    @property
    def by_id(self) -> int | None:
        return self.by.pk if self.by else None


@transaction.atomic
def reword(item: PlanItem, text: str, *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    """Replaces the wording. Raises EditConflict if somebody changed the item since ``seen_version``."""
    item = _hold(item, seen_version)
    if text == item.text:
        return item
    before, item.text = item.text, text
    return _keep(item, ChangeKind.REWORDED, before, text, hand, reason)


@transaction.atomic
def write_note(item: PlanItem, note: str, *, seen_version: int, hand: Hand) -> PlanItem:
    item = _hold(item, seen_version)
    if note == item.note:
        return item
    before, item.note = item.note, note
    return _keep(item, ChangeKind.NOTED, before, note, hand)


@transaction.atomic
def entrust(item: PlanItem, owner: Organisation | None, *, seen_version: int, hand: Hand) -> PlanItem:
    """Gives the item to an organisation, or to nobody."""
    item = _hold(item, seen_version)
    if owner == item.owner:
        return item
    before, item.owner = str(item.owner or ""), owner
    return _keep(item, ChangeKind.OWNED, before, str(owner or ""), hand)


@transaction.atomic
def schedule(item: PlanItem, horizon_on: date | None, *, seen_version: int, hand: Hand) -> PlanItem:
    item = _hold(item, seen_version)
    if horizon_on == item.horizon_on:
        return item
    before, item.horizon_on = item.horizon_on, horizon_on
    return _keep(item, ChangeKind.SCHEDULED, str(before or ""), str(horizon_on or ""), hand)


@transaction.atomic
def add_item(row: PlanRow, kind: ItemKind, text: str, *, hand: Hand) -> PlanItem:
    """A new objective or effect at the end of its column in the row."""
    codes = set(PlanItem.objects.filter(plan=row.plan_id).values_list("code", flat=True))
    general = row.general_objective
    last = PlanItem.objects.filter(plan=row.plan_id, row=row, kind=kind).order_by("-position").first()
    item = PlanItem.objects.create(
        plan_id=row.plan_id,
        kind=kind,
        code=next_code(general.code, kind, codes),
        parent=general,
        row=row,
        position=last.position + 1 if last else 1,
        text=text,
    )
    return _log(item, ChangeKind.ADDED, "", text, hand)


@transaction.atomic
def move_item(item: PlanItem, row: PlanRow, *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    """Sets an objective or effect in another row of its plan. Its code stays: nothing said of it is lost."""
    item = _hold(item, seen_version)
    if row.plan_id != item.plan_id:
        raise ValueError("the row belongs to another plan")
    before = item.row.code if item.row else ""
    item.row, item.parent_id = row, row.general_objective_id
    item.position = 1 + max([0, *row.items.filter(kind=item.kind).values_list("position", flat=True)])
    return _keep(item, ChangeKind.MOVED, before, row.code, hand, reason)


@transaction.atomic
def remove_item(item: PlanItem, *, hand: Hand, reason: str = "") -> PlanItem:
    """Takes the item out of sight; its text and history stay, and it can be restored."""
    item = _hold(item, item.version)
    item.removed_at = hand.now
    return _keep(item, ChangeKind.REMOVED, item.text, "", hand, reason)


@transaction.atomic
def restore_item(item: PlanItem, *, hand: Hand) -> PlanItem:
    item = _hold(item, item.version)
    item.removed_at = None
    return _keep(item, ChangeKind.RESTORED, "", item.text, hand)


@transaction.atomic
def show_to_public(plan: TerritorialEducationPlan, *, hand: Hand) -> None:
    """From now on the public reads this plan, without its open points."""
    plan.shown_at = hand.now
    plan.save(update_fields=["shown_at"])
    record("plan.shown", plan, by=hand.by_id, now=hand.now)


@transaction.atomic
def hide_from_public(plan: TerritorialEducationPlan, *, hand: Hand) -> None:
    plan.shown_at = None
    plan.save(update_fields=["shown_at"])
    record("plan.hidden", plan, by=hand.by_id, now=hand.now)


def _hold(item: PlanItem, seen_version: int) -> PlanItem:
    """The item as it stands, locked until the end of the transaction."""
    current = PlanItem.objects.select_for_update(of=("self",)).select_related("owner", "row").get(pk=item.pk)
    if current.version != seen_version:
        raise EditConflict(current)
    return current


def _keep(item: PlanItem, kind: ChangeKind, before: str, after: str, hand: Hand, reason: str = "") -> PlanItem:
    item.version += 1
    item.save()
    return _log(item, kind, before, after, hand, reason)


def _log(item: PlanItem, kind: ChangeKind, before: str, after: str, hand: Hand, reason: str = "") -> PlanItem:
    ItemChange.objects.create(item=item, kind=kind, at=hand.now, by=hand.by, before=before, after=after, reason=reason)
    details = {"code": item.code, "version": item.version}
    record(f"plan.item_{kind}", item, by=hand.by_id, now=hand.now, details=details)
    return item
