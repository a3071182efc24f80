"""What a family asks, whoever types it: one child, one home that pays, one adult, one door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child, Household


@dataclass(frozen=True, slots=True)
class Request:
    """``asked_by`` is None for a young person who acts alone."""

    child: Child
    household: Household
    asked_by: Adult | None
    channel: Channel
    hand: Hand

    @property
    def today(self) -> date:
        return timezone.localdate(self.hand.now)
