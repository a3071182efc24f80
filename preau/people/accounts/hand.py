"""Whose hand changes something, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from preau.people.accounts.models import User


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts and when: the pair that every change keeps. ``by`` is None for the program itself."""

    by: User | None
    now: datetime

    @property
    def by_id(self) -> int | None:
        return self.by.pk if self.by else None
