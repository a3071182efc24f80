"""Doors held open for one person: a link by mail, or a code said aloud. Never by a name and a birth date."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.households.enums import GuardianKind, GuardianRights, InvitationKind
from preau.people.households.errors import AccountTaken, InvitationOver, LinkTaken, NotYetOfAge
from preau.people.households.guardianship import LinkFacts, set_link
from preau.people.households.hearing import tell_desk
from preau.people.households.letters import send_invitation
from preau.people.households.models import Adult, Child, Guardian, Invitation
from preau.people.households.opening import open_login
from preau.people.households.rights import alone_from

VALID = timedelta(days=14)
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for one another when read aloud."""
_LENGTH = 12


@transaction.atomic
def invite_adult(adult: Adult, email: str, *, hand: Hand) -> Invitation:
    """A mail with a link to whoever has a file and no account yet."""
    token = secrets.token_urlsafe(32)
    made = _make(InvitationKind.ACCOUNT, token, hand, adult=adult, email=email)
    send_invitation(made, token)
    return made


@transaction.atomic
def invite_guardian(
    child: Child, *, link: GuardianKind, rights: GuardianRights, hand: Hand, email: str = ""
) -> tuple[Invitation, str]:
    """Gives the code, shown once, that another adult types once logged in. By mail too, when an address is given."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    made = _make(InvitationKind.GUARDIAN, code, hand, child=child, link=link, rights=rights, email=email)
    if email:
        send_invitation(made, spelt(code))
    return made, spelt(code)


@transaction.atomic
def invite_young(child: Child, email: str, *, hand: Hand) -> Invitation:
    """A mail with a link to a young person old enough for an account of their own. Raises NotYetOfAge."""
    today = timezone.localdate(hand.now)
    if child.age_on(today) < alone_from(today):
        raise NotYetOfAge
    token = secrets.token_urlsafe(32)
    made = _make(InvitationKind.YOUNG, token, hand, child=child, email=email)
    send_invitation(made, token)
    return made


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, hand: Hand) -> None:
    held = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if held.used_at is None and held.withdrawn_at is None:
        held.withdrawn_at = hand.now
        held.save(update_fields=["withdrawn_at"])
        record("invitation.withdrawn", _whose(held), by=hand.by_id, now=hand.now)


def invitation_for(token: str, now: datetime) -> Invitation | None:
    """The one that a link opens, while it is open."""
    found = Invitation.objects.select_related("child", "adult").filter(token_hash=_print(token)).first()
    return found if found is not None and found.is_open(now) else None


@transaction.atomic
def open_invited(token: str, *, now: datetime) -> User:
    """The link of a mail opens the account it was sent to. Raises InvitationOver, AccountTaken."""
    held = _hold(token, now)
    if held.kind == InvitationKind.GUARDIAN:
        raise InvitationOver
    hand = Hand(None, now)
    if held.kind == InvitationKind.YOUNG:
        user = _open_young(held, hand)
    else:
        assert held.adult is not None  # noqa: S101  the database says so
        user = open_login(held.adult, held.email, hand=hand)
    _use(held, hand)
    return user


@transaction.atomic
def follow_by_code(code: str, *, adult: Adult, hand: Hand) -> Guardian:
    """The adult becomes a guardian with what the code says; desk and guardians hear of it.

    Raises InvitationOver; LinkTaken when the two are linked already, even by a link that blocks.
    """
    held = _hold(code, hand.now)
    if held.kind != InvitationKind.GUARDIAN or held.child is None:
        raise InvitationOver
    if Guardian.objects.filter(child=held.child, adult=adult, until_on__isnull=True).exists():
        raise LinkTaken
    facts = LinkFacts(GuardianKind(held.link), GuardianRights(held.rights), _("invitation d’un autre responsable"))
    link = set_link(held.child, adult, facts, hand=hand)
    _use(held, hand)
    tell_desk(held.child, _("Un responsable a été ajouté sur invitation : à vérifier"), hand=hand)
    return link


def spelt(code: str) -> str:
    """« ABCD-EFGH-JKLM »: easier to read aloud."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _make(kind: InvitationKind, token: str, hand: Hand, **fields: object) -> Invitation:
    """An earlier one of the same kind for the same person closes: one door at a time."""
    whose = {name: fields.get(name) for name in ("child", "adult", "email")}
    Invitation.objects.filter(kind=kind, used_at__isnull=True, withdrawn_at__isnull=True, **whose).update(
        withdrawn_at=hand.now
    )
    made = Invitation.objects.create(
        kind=kind, token_hash=_print(token), sent_by=hand.by, sent_at=hand.now, valid_until=hand.now + VALID, **fields
    )
    record("invitation.sent", _whose(made), by=hand.by_id, now=hand.now, details={"kind": str(kind)})
    return made


def _hold(token: str, now: datetime) -> Invitation:
    held = Invitation.objects.select_for_update(no_key=True).filter(token_hash=_print(token)).first()
    if held is None or not held.is_open(now):
        raise InvitationOver
    return held


def _open_young(invitation: Invitation, hand: Hand) -> User:
    child = Child.objects.select_for_update(no_key=True).get(invitations=invitation)
    if child.account is not None:
        return child.account
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise AccountTaken
    user = User.objects.create_user(invitation.email, full_name=str(child))
    child.account = user
    child.save(update_fields=["account"])
    record("account.opened", user, by=None, now=hand.now, details={"role": "young"})
    return user


def _use(invitation: Invitation, hand: Hand) -> None:
    invitation.used_at = hand.now
    invitation.email = ""  # the account keeps it, or nobody needs it any more
    invitation.save(update_fields=["used_at", "email"])
    record("invitation.used", _whose(invitation), by=hand.by_id, now=hand.now, details={"kind": invitation.kind})


def _whose(invitation: Invitation) -> Child | Adult:
    someone = invitation.child or invitation.adult
    assert someone is not None  # noqa: S101  the database says so
    return someone


def _print(token: str) -> str:
    """However a code is typed: dashes, spaces and small letters count for nothing. A link's token has its own case."""
    bare = token.replace("-", "").replace(" ", "")
    compact = bare.upper() if len(bare) == _LENGTH else token
    return hashlib.sha256(compact.encode()).hexdigest()
