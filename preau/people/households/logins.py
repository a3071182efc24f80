"""An adult of a family and the login of the State by which they also enter: linked by a proven mail."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from preau.foundation.text.search import folded
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.households.models import Adult, OutsideLogin
from preau.people.households.opening import open_login
from preau.people.organisations.models import Commune


class NotLinkable(Exception):
    """Nobody, or more than one adult, answers to this mail and these names; or somebody who is not only a parent."""


def known_by(provider: str, subject: str) -> Adult | None:
    """Who was linked to this login before."""
    found = OutsideLogin.objects.filter(provider=provider, subject=subject, adult__erased_on__isnull=True)
    link = found.select_related("adult__account").first()
    return link.adult if link else None


def who_answers_to(commune: Commune, email: str, *, given: Iterable[str], family: Iterable[str]) -> Adult:
    """The one adult with this mail whose first name and name are among those given. Raises NotLinkable.

    Two parents may share a mailbox: the names say which of them enters. They never suffice: the mail is proven after.
    """
    firsts = [word for name in given for word in _words(name)]
    lasts = [_words(name) for name in family if name]
    rows = Adult.objects.filter(commune=commune, email__iexact=email, erased_on__isnull=True).select_related("account")
    fit = [adult for adult in rows if _words(adult.last_name) in lasts and _shares(adult.first_name, firsts)]
    if not email or len(fit) != 1 or not _may_enter(fit[0].account):
        raise NotLinkable
    return fit[0]


@transaction.atomic
def link_login(adult: Adult, *, provider: str, subject: str, hand: Hand) -> User:
    """Keeps the link and gives the account to enter with, opened now for who had none. Raises NotLinkable."""
    held = Adult.objects.select_for_update(of=("self",), no_key=True).select_related("account").get(pk=adult.pk)
    if held.erased_on is not None or not _may_enter(held.account):
        raise NotLinkable
    if OutsideLogin.objects.filter(provider=provider, subject=subject).exclude(adult=held).exists():
        raise NotLinkable
    account = held.account or _opened(held, hand)
    OutsideLogin.objects.update_or_create(
        adult=held, provider=provider, defaults={"subject": subject, "linked_at": hand.now}
    )
    record("login.linked", held, by=account.pk, now=hand.now, details={"provider": provider})
    return account


@transaction.atomic
def unlink_login(adult: Adult, *, provider: str, hand: Hand) -> bool:
    """The account stays; this way in closes. False when there was none."""
    gone, _ = OutsideLogin.objects.filter(adult=adult, provider=provider).delete()
    if gone:
        record("login.unlinked", adult, by=hand.by_id, now=hand.now, details={"provider": provider})
    return bool(gone)


def _opened(adult: Adult, hand: Hand) -> User:
    """Raises NotLinkable when the mail already opens somebody else's account."""
    if User.objects.filter(email__iexact=adult.email).exists():
        raise NotLinkable
    return open_login(adult, adult.email, hand=hand)


def _may_enter(account: User | None) -> bool:
    """Professionals have a door of their own, with the protections that their role asks for."""
    return account is None or (account.is_active and not account.memberships.exists())


def _shares(first_name: str, given: list[str]) -> bool:
    """« Jean-Michel » is in « Paul Jean Michel »; each of several first names may be the usual one."""
    wanted = _words(first_name)
    return any(given[start : start + len(wanted)] == wanted for start in range(len(given))) if wanted else False


def _words(name: str) -> list[str]:
    return folded(name).replace("-", " ").split()
