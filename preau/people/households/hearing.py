"""Who hears of what changes in a child's file: every guardian who may read it, and nobody else."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.accounts.queries import who_hold
from preau.people.households.models import Adult, Child, Guardian, Household, Residence
from preau.people.households.rights import RIGHTS, Act
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind


def guardians_of(child: Child, hand: Hand, act: Act = Act.READ) -> QuerySet[User]:
    """Accounts that may do the act for the child that day. Whoever is blocked by one link is left out altogether."""
    links = Guardian.objects.on(timezone.localdate(hand.now)).filter(child=child, adult__account__is_active=True)
    blocked = links.filter(rights="blocked").values("adult")
    heard = links.filter(rights__in=RIGHTS[act]).exclude(adult__in=blocked)
    return User.objects.filter(pk__in=heard.values("adult__account"))


def tell_guardians(child: Child, title: str, *, hand: Hand, kind: NoticeKind = NoticeKind.CHANGED) -> int:
    """``title`` may hold ``%(name)s``, the child's first name. It says what changed, never an address."""
    path = reverse("portal:child", args=[child.key])
    said = title % {"name": child.first_name}
    return notify(guardians_of(child, hand), kind=kind, subject=child, title=said, path=path, now=hand.now, by=hand.by)


def tell_home(home: Household, title: str, *, hand: Hand, kind: NoticeKind = NoticeKind.CHANGED) -> int:
    """The adults who live there: what happens in one home is not told in the other."""
    people = User.objects.filter(as_adult__homes__household=home, as_adult__homes__until_on__isnull=True)
    path = reverse("portal:home_page", args=[home.key])
    return notify(people.distinct(), kind=kind, subject=home, title=title, path=path, now=hand.now, by=hand.by)


def tell_desk(subject: Child | Adult, title: str, *, hand: Hand) -> int:
    """Whoever receives families."""
    people = who_hold(Role.FAMILY_AGENT, timezone.localdate(hand.now))
    path = reverse("workspace:home")
    return notify(people, kind=NoticeKind.ASKED, subject=subject, title=title, path=path, now=hand.now, by=hand.by)


def tell_of_move(home: Household, *, hand: Hand) -> None:
    """Guardians who live elsewhere learn that something changed in the file, and not where the home is."""
    tell_home(home, _("L’adresse de votre foyer a changé"), hand=hand)
    open_ones = Residence.objects.filter(household=home, until_on__isnull=True).select_related("child")
    for residence in open_ones:
        tell_guardians(residence.child, _("Un foyer de %(name)s a changé d’adresse"), hand=hand)
