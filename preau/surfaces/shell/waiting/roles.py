"""Queues of one role: somebody who does not hold it pays for none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting, WaitingSource, gathered


def held_by(role: Role, *sources: WaitingSource) -> WaitingSource:
    """Who holds the role that day is asked first, in one query."""
    together = gathered(*sources)

    def gather(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
        keys = set(Membership.objects.on(on).filter(user__in=people, role=role).values_list("user_id", flat=True))
        holders = [each for each in people if each.pk in keys]
        return together(holders, on) if holders else {}

    return gather
