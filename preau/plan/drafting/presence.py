"""Who is writing in which item, right now. Not in the journal: it is forgotten within minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from preau.people.accounts.models import User
from preau.plan.drafting.models import EditingPresence
from preau.plan.structure.models import PlanItem

FORGOTTEN_AFTER = timedelta(minutes=2)
"""A browser says every twenty seconds that its form is open: after two minutes of silence, nobody is there."""


@transaction.atomic
def be_there(item: PlanItem, user: User, *, now: datetime) -> EditingPresence:
    """Opens, or prolongs. Somebody who comes back after having been forgotten starts anew."""
    presence, is_new = EditingPresence.objects.get_or_create(
        item=item, user=user, defaults={"since": now, "seen_at": now}
    )
    if not is_new:
        presence.since = presence.since if now - presence.seen_at <= FORGOTTEN_AFTER else now
        presence.seen_at = now
        presence.save(update_fields=["since", "seen_at"])
    return presence


def leave(item: PlanItem, user: User) -> None:
    EditingPresence.objects.filter(item=item, user=user).delete()


def others_in(item: PlanItem, user: User | None, *, now: datetime) -> QuerySet[EditingPresence]:
    """The others who have the form of the item open, the first come first."""
    present = EditingPresence.objects.filter(item=item, seen_at__gte=now - FORGOTTEN_AFTER)
    return present.exclude(user=user).select_related("user")


def forget_presences(*, now: datetime) -> int:
    return EditingPresence.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()[0]
