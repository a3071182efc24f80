"""One form, several facts: what a person changes of an item in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation
from preau.plan.structure.actions import entrust, reword, schedule, write_note
from preau.plan.structure.models import PlanItem


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """What the item should say afterwards; a fact that did not change leaves no trace."""

    text: str
    note: str
    owner: Organisation | None
    horizon_on: date | None


@transaction.atomic
def edit_item(item: PlanItem, edit: ItemEdit, *, seen_version: int, hand: Hand, reason: str = "") -> PlanItem:
    """All of the changes or none. Raises EditConflict if somebody changed the item since ``seen_version``.

    Once the plan is adopted, who carries an item and by when may still change; its text raises PlanAdopted.
    """
    item = write_note(item, edit.note, seen_version=seen_version, hand=hand)
    if edit.text != item.text:
        item = reword(item, edit.text, seen_version=item.version, hand=hand, reason=reason)
    item = entrust(item, edit.owner, seen_version=item.version, hand=hand)
    return schedule(item, edit.horizon_on, seen_version=item.version, hand=hand)
