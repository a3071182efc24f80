"""Sessions follow the calendar, and those who keep the catalogue are told how many moved."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from preau.offer.activities.sessions import Refreshed, refresh_from
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import coordinators, who_hold
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.organisations.models import Commune
from preau.town.calendar.models import Closure

PAGE = "/atelier/calendrier/"


@transaction.atomic
def follow_calendar(commune: Commune, *, now: datetime, hand: Hand | None = None) -> int:
    """Works out the sessions to come, and tells agents and coordination when some moved. Gives how many."""
    today = timezone.localdate(now)
    done = refresh_from(commune, today, hand=hand or Hand(None, now))
    if done.total:
        words = ngettext(
            "Le calendrier a changé : %(count)d séance a suivi",
            "Le calendrier a changé : %(count)d séances ont suivi",
            done.total,
        )
        told = {*who_hold(Role.CATALOGUE_AGENT, today), *coordinators(today)}
        title = words % {"count": done.total}
        notify(
            told,
            kind=NoticeKind.CHANGED,
            subject=commune,
            title=title,
            path=PAGE,
            now=now,
            by=hand.by if hand else None,
        )
    return done.total


def follow_closure(commune: Commune, closures: list[Closure], *, hand: Hand) -> Refreshed:
    """After a closure was added, changed (as it was and as it is) or removed: only what it can touch is worked out."""
    today = timezone.localdate(hand.now)
    first = max(today, min(each.first_day for each in closures))
    last = max(each.last_day for each in closures)
    if last < today:
        return Refreshed()
    sites = [each.site_id for each in closures if each.site_id is not None]
    everywhere = len(sites) < len(closures)
    return refresh_from(commune, first, hand=hand, last_day=last, sites=None if everywhere else sites)
