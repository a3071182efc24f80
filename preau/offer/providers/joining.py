"""An association asks to join; the town answers. Each act is atomic and keeps who and when."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from preau.foundation.text.addresses import address_of, first_free
from preau.people.accounts.actions import open_account
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.audit.actions import record
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Commune, Organisation

from .enums import JoinRefusal, JoinState
from .errors import AlreadyAnswered, AlreadyAsked, AlreadyPartner, Dissolved, LinkExpired
from .letters import send_acceptance, send_confirmation, send_refusal
from .models import AssociationRecord, JoinRequest
from .telling import tell_request

CONFIRM_WITHIN = timedelta(days=3)
KEPT_UNCONFIRMED = timedelta(days=7)
KEPT_REFUSED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class JoinFacts:
    """What a person says of their association. ``rna`` and ``siren`` compact, one of them at least."""

    name: str
    purpose: str
    person: str
    email: str
    rna: str = ""
    siren: str = ""
    job_title: str = ""
    phone: str = ""


@transaction.atomic
def ask_to_join(commune: Commune, facts: JoinFacts, *, now: datetime) -> JoinRequest:
    """Keeps the request and mails a link to its author. Raises AlreadyAsked, AlreadyPartner, Dissolved.

    Asked again by the same address before it was confirmed, the last words stand and a new link leaves.
    """
    _check(commune, facts)
    token = secrets.token_urlsafe(32)
    told = {
        "name": facts.name,
        "purpose": facts.purpose,
        "person": facts.person,
        "job_title": facts.job_title,
        "phone": facts.phone,
        "token_hash": fingerprint(token),
        "asked_at": now,
        "confirm_before": now + CONFIRM_WITHIN,
    }
    same = {"commune": commune, "email": facts.email.lower(), "rna": facts.rna, "siren": facts.siren}
    waiting = JoinRequest.objects.select_for_update(no_key=True).filter(**same, state=JoinState.SENT).first()
    request = waiting or JoinRequest(**same)
    for name, value in told.items():
        setattr(request, name, value)
    request.save()
    record("join.asked", request, by=None, now=now)
    send_confirmation(request, token)
    return request


def waiting_for(token: str) -> JoinRequest | None:
    """The request that the link of a mail speaks of, whatever its state."""
    return JoinRequest.objects.filter(token_hash=fingerprint(token)).first()


@transaction.atomic
def confirm(token: str, *, now: datetime) -> JoinRequest:
    """The address is theirs: the town is told. Again, nothing changes. Raises LinkExpired, AlreadyAsked."""
    held = JoinRequest.objects.select_for_update(no_key=True).filter(token_hash=fingerprint(token)).first()
    if held is None or held.is_too_late(now):
        raise LinkExpired
    if held.state != JoinState.SENT:
        return held
    if _open(held.commune, held.rna, held.siren).exists():
        raise AlreadyAsked
    held.state, held.confirmed_at = JoinState.CONFIRMED, now
    try:
        with transaction.atomic():
            held.save(update_fields=["state", "confirmed_at"])
    except IntegrityError as taken:  # two people of one association, in the same second
        raise AlreadyAsked from taken
    record("join.confirmed", held, by=None, now=now)
    tell_request(held, now=now)
    return held


@transaction.atomic
def accept(request: JoinRequest, *, organisation: Organisation | None, hand: Hand) -> JoinRequest:
    """Makes the association a partner (or links the one given) and opens the account of its author.

    Whoever has an account already gains the role in it. Raises AlreadyAnswered.
    """
    held = _hold(request)
    partner = organisation or _new_partner(held)
    held.organisation, held.state = partner, JoinState.ACCEPTED
    held.answered_at, held.answered_by = hand.now, hand.by
    held.save()
    _open_door(held, partner, hand)
    for known in _records(held.commune, held.rna, held.siren).filter(organisation__isnull=True):
        known.organisation = partner
        known.save(update_fields=["organisation"])
    record("join.accepted", held, by=hand.by_id, now=hand.now, details={"organisation": partner.slug})
    send_acceptance(held)
    return held


@transaction.atomic
def refuse(request: JoinRequest, *, cause: JoinRefusal, answer: str, hand: Hand) -> JoinRequest:
    """Raises AlreadyAnswered."""
    held = _hold(request)
    held.state, held.cause, held.answer = JoinState.REFUSED, cause, answer
    held.answered_at, held.answered_by = hand.now, hand.by
    held.save()
    record("join.refused", held, by=hand.by_id, now=hand.now, details={"cause": str(cause)})
    send_refusal(held)
    return held


def forget(*, now: datetime) -> int:
    """Requests that nobody confirmed go after a week, refused ones after a year."""
    old = Q(state=JoinState.SENT, asked_at__lt=now - KEPT_UNCONFIRMED) | Q(
        state=JoinState.REFUSED, answered_at__lt=now - KEPT_REFUSED
    )
    gone, _ = JoinRequest.objects.filter(old).delete()
    return gone


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def in_register(request: JoinRequest) -> AssociationRecord | None:
    """What the national register says of it, where it was imported."""
    return _records(request.commune, request.rna, request.siren).first()


def _check(commune: Commune, facts: JoinFacts) -> None:
    if _open(commune, facts.rna, facts.siren).exists():
        raise AlreadyAsked
    for known in _records(commune, facts.rna, facts.siren).select_related("organisation"):
        if known.organisation is not None and known.organisation.memberships.exists():
            raise AlreadyPartner(known.organisation)
        if not known.is_active or known.dissolved_on is not None:
            raise Dissolved(known.name, known.dissolved_on)


def _open(commune: Commune, rna: str, siren: str) -> QuerySet[JoinRequest]:
    return JoinRequest.objects.filter(_numbers(rna, siren), commune=commune, state=JoinState.CONFIRMED)


def _records(commune: Commune, rna: str, siren: str) -> QuerySet[AssociationRecord]:
    return AssociationRecord.objects.filter(_numbers(rna, siren), commune=commune)


def _numbers(rna: str, siren: str) -> Q:
    return (Q(rna=rna) if rna else Q(pk__in=[])) | (Q(siren=siren) if siren else Q(pk__in=[]))


def _hold(request: JoinRequest) -> JoinRequest:
    held = JoinRequest.objects.select_for_update(no_key=True).get(pk=request.pk)
    if held.state != JoinState.CONFIRMED:
        raise AlreadyAnswered
    return held


def _new_partner(request: JoinRequest) -> Organisation:
    Commune.objects.select_for_update(no_key=True).get(pk=request.commune_id)
    first = address_of(request.name, longest=70, otherwise="association")
    known = Organisation.objects.filter(commune=request.commune, slug__startswith=first)
    return Organisation.objects.create(
        commune=request.commune,
        name=request.name,
        slug=first_free(first, set(known.values_list("slug", flat=True))),
        kind=OrganisationKind.ASSOCIATION,
        description=request.purpose,
    )


def _open_door(request: JoinRequest, partner: Organisation, hand: Hand) -> None:
    known = User.objects.filter(email__iexact=request.email).first()
    if known is None:
        open_account(
            email=request.email,
            full_name=request.person,
            role=Role.PROVIDER,
            organisation=partner,
            job_title=request.job_title,
            by=hand.by,
            now=hand.now,
        )
        return
    today = timezone.localdate(hand.now)
    if not known.memberships.on(today).filter(organisation=partner, role=Role.PROVIDER).exists():
        Membership.objects.create(
            user=known, organisation=partner, role=Role.PROVIDER, job_title=request.job_title, starts_on=today
        )
        record("account.role_given", known, by=hand.by_id, now=hand.now, details={"role": Role.PROVIDER.value})
