"""Agreements on the timeline: the plan's own package does not know them, they stand above it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from preau.cooperation.agreements.enums import BEING_WRITTEN
from preau.cooperation.agreements.models import Agreement
from preau.plan.board.timeline import Event, EventKind


def agreement_dates(agreements: QuerySet[Agreement]) -> list[Event]:
    """The vote and the last day of those that were voted. One query."""
    found: list[Event] = []
    for agreement in agreements.exclude(state__in=BEING_WRITTEN):
        path, title = reverse("workspace:agreement", args=[agreement.pk]), {"title": agreement.title}
        if agreement.resolution_on:
            voted = _("Vote : %(title)s") % title
            found.append(Event(EventKind.AGREEMENT, agreement.resolution_on, voted, path, _("vote"), is_done=True))
        if agreement.ends_on:
            found.append(
                Event(EventKind.AGREEMENT, agreement.ends_on, _("Terme : %(title)s") % title, path, _("terme"))
            )
    return found
