"""The administration names a referent among those who receive families already: nobody new reads a file."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.accounts.queries import who_hold
from preau.people.audit.actions import record
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.organisations.models import Commune

from .errors import WrongReferent
from .models import OutreachReferent


def may_be_designated(on: date, by: User | None) -> QuerySet[User]:
    """Whoever receives families and is not designated yet; nobody designates themselves."""
    held = OutreachReferent.objects.on(on).filter(user__isnull=False).values("user")
    return who_hold(Role.FAMILY_AGENT, on).exclude(pk__in=held).exclude(pk__in=[by.pk] if by else [])


def referent_of(user: User | None, on: date) -> OutreachReferent | None:
    """The designation that holds that day, for somebody who still receives families."""
    if user is None or not who_hold(Role.FAMILY_AGENT, on).filter(pk=user.pk).exists():
        return None
    return OutreachReferent.objects.on(on).filter(user=user).first()


@transaction.atomic
def designate(user: User, *, basis: str, ends_on: date | None, commune: Commune, hand: Hand) -> OutreachReferent:
    """From today. Raises WrongReferent for somebody who may not be, or a day that has passed."""
    today = timezone.localdate(hand.now)
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not may_be_designated(today, hand.by).filter(pk=user.pk).exists() or (ends_on and ends_on < today):
        raise WrongReferent
    row = OutreachReferent.objects.create(
        commune=commune,
        user=user,
        basis=basis,
        starts_on=today,
        ends_on=ends_on,
        designated_by=hand.by,
        designated_at=hand.now,
    )
    details = {"user": user.pk, "until": ends_on.isoformat() if ends_on else ""}
    record("outreach.referent_designated", row, by=hand.by_id, now=hand.now, details=details)
    title = _("Vous êtes désigné référent de l’aller vers")
    path = reverse("workspace:outreach")
    notify([user], kind=NoticeKind.ENTRUSTED, subject=row, title=title, path=path, now=hand.now, by=hand.by)
    return row


@transaction.atomic
def end_designation(referent: OutreachReferent, *, hand: Hand) -> OutreachReferent:
    """From today: the lists close at once. Twice changes nothing."""
    from .closing import close_all_of

    held = OutreachReferent.objects.select_for_update(no_key=True).get(pk=referent.pk)
    today = timezone.localdate(hand.now)
    if held.ends_on is None or held.ends_on > today:
        held.ends_on = today
        held.save(update_fields=["ends_on"])
        record("outreach.referent_ended", held, by=hand.by_id, now=hand.now)
    close_all_of(held, hand=hand)
    return held
