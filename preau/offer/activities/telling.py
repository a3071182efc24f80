"""Who is told of what happens to an entry: those who wrote it, those who read it for the town."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.accounts.queries import who_hold
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

from .models import Activity


def address(activity: Activity) -> str:
    return reverse("workspace:activity", args=[activity.slug])


def authors(organisation: int, on: date) -> list[User]:
    """Those who write for an organisation."""
    held = Membership.objects.on(on).filter(organisation=organisation, role__in=(Role.PROVIDER, Role.CONTRIBUTOR))
    return list(User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("pk"))


def agents(on: date) -> list[User]:
    """Those who keep the catalogue; the coordination stands in where nobody does."""
    return list(who_hold(Role.CATALOGUE_AGENT, on)) or list(who_hold(Role.PLAN_COORDINATOR, on))


def tell_agents(activity: Activity, kind: NoticeKind, title: str, *, hand: Hand) -> None:
    _tell(agents(timezone.localdate(hand.now)), activity, kind, title, hand=hand)


def tell_authors(activity: Activity, kind: NoticeKind, title: str, *, hand: Hand, due_on: date | None = None) -> None:
    people = authors(activity.organisation_id, timezone.localdate(hand.now))
    _tell(people, activity, kind, title, hand=hand, due_on=due_on)


def tell_change(activity: Activity, *, hand: Hand) -> None:
    """What families read has changed, and no agent has read it yet."""
    tell_agents(activity, NoticeKind.CHANGED, _("« %(title)s » a changé depuis votre lecture"), hand=hand)


def _tell(
    people: list[User],
    activity: Activity,
    kind: NoticeKind,
    title: str,
    *,
    hand: Hand,
    due_on: date | None = None,
) -> None:
    said = title % {"title": activity.title}
    path = address(activity)
    notify(people, kind=kind, subject=activity, title=said, path=path, now=hand.now, by=hand.by, due_on=due_on)
