from __future__ import annotations

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation

from .models import ActionSheet, SheetComment
from .telling import tell_comment


@transaction.atomic
def comment(sheet: ActionSheet, text: str, *, hand: Hand, organisation: Organisation | None) -> SheetComment:
    """A remark among those who carry the sheet; it changes nothing of it."""
    said = SheetComment.objects.create(
        sheet=sheet, text=text, by=hand.by, organisation=organisation, written_at=hand.now
    )
    record("sheet.commented", sheet, by=hand.by_id, now=hand.now)
    tell_comment(said, hand=hand)
    return said
