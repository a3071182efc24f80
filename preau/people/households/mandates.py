"""Acting for somebody who asked for it: given to a service, for named procedures, a year at most (brief, j.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.audit.actions import record
from preau.people.files.models import StoredFile
from preau.people.households.enums import IdentityPaper, MandateRefusal, MandateScope
from preau.people.households.models import Adult, AssistanceMandate
from preau.people.organisations.models import Organisation


class WrongMandate(Exception):
    """This mandate can't be recorded. ``reason`` says why, in a sentence."""

    def __init__(self, reason: MandateRefusal) -> None:
        super().__init__(str(reason.value))
        self.reason = reason


class AlreadyRevoked(Exception):
    """It was taken back before."""


@transaction.atomic
def give_mandate(
    *,
    principal: Adult,
    helper: User,
    organisation: Organisation,
    scopes: Iterable[str],
    identity_seen: str,
    from_on: date,
    until_on: date,
    hand: Hand,
    signed_paper: StoredFile | None = None,
) -> AssistanceMandate:
    """Raises WrongMandate. ``helper`` took it down; any agent of the same service may act under it."""
    wanted = [scope for scope in MandateScope.values if scope in set(scopes)]
    today = timezone.localdate(hand.now)
    if (reason := _refusal(helper, organisation, wanted, identity_seen, from_on, until_on, today)) is not None:
        raise WrongMandate(reason)
    mandate = AssistanceMandate.objects.create(
        principal=principal,
        helper=helper,
        organisation=organisation,
        scopes=wanted,
        identity_seen=identity_seen,
        signed_paper=signed_paper,
        from_on=from_on,
        until_on=until_on,
        given_at=hand.now,
    )
    details = {"scopes": wanted, "until": until_on.isoformat()}
    record("mandate.given", mandate, by=hand.by_id, now=hand.now, details=details)
    return mandate


@transaction.atomic
def revoke_mandate(mandate: AssistanceMandate, *, hand: Hand) -> AssistanceMandate:
    """Taken back by who gave it, at once and without a reason. Raises AlreadyRevoked."""
    held = AssistanceMandate.objects.select_for_update(no_key=True).get(pk=mandate.pk)
    if held.revoked_at is not None:
        raise AlreadyRevoked
    held.revoked_at = hand.now
    held.save(update_fields=["revoked_at"])
    record("mandate.revoked", held, by=hand.by_id, now=hand.now)
    return held


def mandates_on(principal: Adult, day: date) -> QuerySet[AssistanceMandate]:
    """Those that hold that day, the last given first."""
    there = AssistanceMandate.objects.filter(principal=principal, from_on__lte=day, until_on__gte=day)
    return there.filter(revoked_at__isnull=True).select_related("helper", "organisation")


def mandate_for(
    principal: Adult, *, organisations: Collection[int], scope: MandateScope, day: date
) -> AssistanceMandate | None:
    """Under which one of these services may do that for this person, that day."""
    held = mandates_on(principal, day).filter(organisation__in=organisations)
    return next((mandate for mandate in held if scope in mandate.scopes), None)


def latest_end(from_on: date) -> date:
    """The last day of the longest mandate that begins that day."""
    try:
        return from_on.replace(year=from_on.year + 1)
    except ValueError:  # 29 February
        return from_on.replace(year=from_on.year + 1, day=28)


def _refusal(
    helper: User,
    organisation: Organisation,
    scopes: list[str],
    identity_seen: str,
    from_on: date,
    until_on: date,
    today: date,
) -> MandateRefusal | None:
    if not _receives(helper, organisation, today):
        return MandateRefusal.NOT_A_HELPER
    if not scopes:
        return MandateRefusal.NO_SCOPE
    if identity_seen not in IdentityPaper.values:
        return MandateRefusal.NO_IDENTITY
    if from_on < today or until_on < from_on:
        return MandateRefusal.DATES
    if identity_seen == IdentityPaper.ANSWERS and until_on > from_on:
        return MandateRefusal.ONE_CALL
    if until_on > latest_end(from_on):
        return MandateRefusal.TOO_LONG
    return None


def _receives(helper: User, organisation: Organisation, day: date) -> bool:
    """A professional of the desk: never a volunteer, an elected member or somebody of the family (brief, j.4)."""
    held = Membership.objects.on(day).filter(role=Role.FAMILY_AGENT, user=helper, organisation=organisation)
    return helper.is_active and held.exists()
