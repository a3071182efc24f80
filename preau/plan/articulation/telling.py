"""Telling the people of a side what happened on the other. Titles name things, and quote nobody."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import who_hold
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.organisations.models import Organisation


def tell(
    organisation: Organisation, *, kind: NoticeKind, subject: models.Model, title: str, path: str, hand: Hand
) -> int:
    """Gives how many were told: those who contribute for the organisation that day, but for who did it."""
    people = who_hold(Role.CONTRIBUTOR, timezone.localdate(hand.now), organisation=organisation)
    return notify(people, kind=kind, subject=subject, title=title, path=path, now=hand.now, by=hand.by)
