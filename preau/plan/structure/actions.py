"""What people do to a plan's wording and to who carries it. Each act is atomic and keeps who, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.errors import CannotUndo
from preau.plan.structure.ledger import changing
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan
from preau.plan.structure.placing import add_item, check_place, move_item, remove_item, restore_item
from preau.plan.structure.state import IDENTITY

__all__ = [
    "Hand",
    "add_item",
    "detail",
    "entrust",
    "hide_from_public",
    "move_item",
    "remove_item",
    "restore_item",
    "reword",
    "schedule",
    "show_to_public",
    "undo_change",
    "write_note",
]


@transaction.atomic
def reword(item: PlanItem, text: str, *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    """Replaces the wording. Raises EditConflict if somebody changed the item since ``seen_version``."""
    with changing(item, ChangeKind.REWORDED, seen_version=seen_version, hand=hand, reason=reason) as held:
        held.text = text
    return held


@transaction.atomic
def detail(item: PlanItem, sub_points: Sequence[str], *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    """Replaces the points of detail under the wording."""
    with changing(item, ChangeKind.DETAILED, seen_version=seen_version, hand=hand, reason=reason) as held:
        held.sub_points = list(sub_points)
    return held


@transaction.atomic
def write_note(item: PlanItem, note: str, *, seen_version: int, hand: Hand) -> PlanItem:
    with changing(item, ChangeKind.NOTED, seen_version=seen_version, hand=hand) as held:
        held.note = note
    return held


@transaction.atomic
def entrust(item: PlanItem, owner: Organisation | None, *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    """Gives the item to an organisation, or to nobody."""
    with changing(item, ChangeKind.OWNED, seen_version=seen_version, hand=hand, reason=reason) as held:
        held.owner = owner
    return held


@transaction.atomic
def schedule(item: PlanItem, horizon_on: date | None, *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    with changing(item, ChangeKind.SCHEDULED, seen_version=seen_version, hand=hand, reason=reason) as held:
        held.horizon_on = horizon_on
    return held


@transaction.atomic
def undo_change(change: ItemChange, *, hand: Hand, reason: str = "") -> PlanItem:
    """Puts back what the change replaced; an item that it brought in is taken out.

    Raises CannotUndo when something of it was changed again since, NoPlace or NotEmpty when the tree forbids it.
    """
    with changing(change.item, ChangeKind.UNDONE, hand=hand, reason=reason) as held:
        if not change.still_stands(held.state):
            raise CannotUndo(held)
        if change.is_arrival:
            check_place(held, removed=True)
            held.removed_at = hand.now
        else:
            _put_back(held, {name: was for name, (was, _) in change.facts.items() if name not in IDENTITY}, hand)
    return held


def _put_back(item: PlanItem, facts: dict[str, object], hand: Hand) -> None:
    """Sets facts of an item, read from their JSON."""
    for name, value in facts.items():
        match name, value:
            case "parent", code:
                item.parent = PlanItem.objects.get(plan=item.plan_id, code=code) if code else None
            case "row", code:
                item.row = item.plan.rows.get(code=code) if code else None
            case "owner", slug:
                item.owner = Organisation.objects.filter(commune=item.plan.commune_id, slug=slug).first()
            case "horizon_on", day:
                item.horizon_on = date.fromisoformat(str(day)) if day else None
            case "removed", removed:
                item.removed_at = hand.now if removed else None
            case _:
                setattr(item, name, value)
    check_place(item, removed=item.removed_at is not None)


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
