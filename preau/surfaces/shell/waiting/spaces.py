"""What waits at the gates of the town: words to read, damage to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import ngettext

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.town.spaces.queries import reports_to_answer


def reports_at_gates(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For those who keep the places. Two queries."""
    keepers = Membership.objects.on(on).filter(user__in=people, role=Role.CATALOGUE_AGENT)
    found = list(reports_to_answer())
    if not found:
        return {}
    names = sorted({each.space.site.name for each in found})
    title = ngettext(
        "%(count)d signalement sur un terrain (%(names)s)", "%(count)d signalements sur les terrains (%(names)s)",
        len(found),
    )  # fmt: skip
    waiting = Waiting(
        title=title % {"count": len(found), "names": ", ".join(names[:3])},
        path=reverse("workspace:space_reports"),
        why=ngettext("une personne attend une réponse", "des personnes attendent une réponse", len(found)),
    )
    return {person: [waiting] for person in keepers.values_list("user_id", flat=True)}
