"""What the desk that receives families owes them today: letters and calls, absences to understand, wishes half-way.

One line for each queue, for every agent: two queries each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.attendance.models import FollowUp
from preau.offer.campaigns.enums import ApplicationState, CampaignState
from preau.offer.campaigns.models import Application
from preau.offer.enrolment.telling import to_do
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting

_BEFORE = timedelta(days=5)
"""Wishes that stopped half-way are called about in the last days of the window, once (brief, f.2)."""


def letters_and_calls(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """A family without mail knows nothing of its place until somebody writes or calls."""
    agents = _agents(people, on)
    rows = to_do().order_by() if agents else None
    told = rows.aggregate(count=Count("pk"), first=Min("step__enrolment__offered_until")) if rows is not None else {}
    if not told.get("count"):
        return {}
    title = ngettext(
        "%(number)d famille à prévenir par courrier ou téléphone",
        "%(number)d familles à prévenir par courrier ou téléphone",
        told["count"],
    ) % {"number": told["count"]}
    due = timezone.localdate(told["first"]) if told["first"] else None
    why = _("une place est gardée jusqu’à sa réponse") if due else _("elle n’a pas de courriel")
    thing = Waiting(title, reverse("workspace:enrolment_messages"), due_on=due, why=why)
    return {key: [thing] for key in agents}


def families_to_call(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    agents = _agents(people, on)
    number = FollowUp.objects.filter(closed_at__isnull=True).count() if agents else 0
    if not number:
        return {}
    title = ngettext("%(number)d famille à rappeler", "%(number)d familles à rappeler", number) % {"number": number}
    thing = Waiting(title, reverse("workspace:follow_ups"), why=_("un enfant ne vient plus, sans un mot"))
    return {key: [thing] for key in agents}


def wishes_half_way(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """By campaign that closes soon: those whom nobody has called yet."""
    agents = _agents(people, on)
    if not agents:
        return {}
    drafts = Application.objects.filter(
        state=ApplicationState.DRAFT,
        reminded_at__isnull=True,
        campaign__state=CampaignState.OPEN,
        campaign__closes_at__date__lte=on + _BEFORE,
    ).order_by()
    things = []
    for slug, name, number, closes in drafts.values_list("campaign__slug", "campaign__title").annotate(
        Count("pk"), Max("campaign__closes_at")
    ):
        title = ngettext(
            "%(number)d famille s’est arrêtée avant d’envoyer ses vœux : %(what)s",
            "%(number)d familles se sont arrêtées avant d’envoyer leurs vœux : %(what)s",
            number,
        ) % {"number": number, "what": name}
        path = reverse("workspace:campaign", args=[slug])
        things.append(Waiting(title, path, due_on=timezone.localdate(closes), why=_("un appel suffit souvent")))
    return dict.fromkeys(agents, things) if things else {}


def _agents(people: Sequence[User], on: date) -> set[int]:
    held = Membership.objects.on(on).filter(user__in=people, role=Role.FAMILY_AGENT)
    return set(held.values_list("user_id", flat=True))
