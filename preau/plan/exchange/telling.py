"""Whom a copy that came back concerns, and how they are told."""

from __future__ import annotations

from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import coordinators
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.plan.drafting.models import ReturnedDocument


def tell_of_return(returned: ReturnedDocument, changes: int, *, hand: Hand) -> None:
    """The coordination learns that a copy came back, and how many changes wait in it."""
    sender = returned.organisation or hand.by or "Quelqu’un"
    notify(
        coordinators(timezone.localdate(hand.now)),
        kind=NoticeKind.PROPOSED if changes else NoticeKind.CHANGED,
        subject=returned,
        title=f"{sender} a renvoyé une copie du projet : {_changes(changes)}",
        path=path_of(returned),
        now=hand.now,
        by=hand.by,
    )


def tell_of_discard(returned: ReturnedDocument, *, hand: Hand) -> None:
    if returned.by is not None:
        notify(
            [returned.by],
            kind=NoticeKind.DECIDED,
            subject=returned,
            title="La copie du projet que vous aviez renvoyée est mise de côté",
            path=path_of(returned),
            now=hand.now,
            by=hand.by,
        )


def path_of(returned: ReturnedDocument) -> str:
    return f"/atelier/copies/retours/{returned.pk}/"


def _changes(number: int) -> str:
    if number == 0:
        return "rien n’y change"
    return f"{number} changement{'s' if number > 1 else ''}"
