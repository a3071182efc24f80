"""A request that only names things, as a form sends it: who they are is read with those of everybody else in line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from preau.foundation.prepared import prepared
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.people.households.models import Guardian, Household, Residence

from .asking import Request


@dataclass(frozen=True, slots=True)
class Claim:
    """The account of ``hand`` asks online for the child of that key. ``home`` None: the main one it shares with it."""

    child: UUID
    home: UUID | None
    hand: Hand

    @property
    def today(self) -> date:
        return timezone.localdate(self.hand.now)


type Ask = Request | Claim


def marks(ask: Ask) -> set[object]:
    """What two requests of one transaction must not share: a child, and whoever pays or asks."""
    if isinstance(ask, Claim):
        return {ask.child, ("by", ask.hand.by_id)}
    return {ask.child.key, ("home", ask.household.pk), ("by", ask.asked_by and ask.asked_by.account_id)}


def resolve(asks: Sequence[Ask], on: date) -> list[Request | None]:
    """None where no link of today leads from the account to the child, or no home is theirs both. Two queries."""
    claims = [each for each in asks if isinstance(each, Claim)]
    links = _links(claims, on) if claims else {}
    homes = _homes(links, on) if links else {}
    return [each if isinstance(each, Request) else _request(each, links, homes) for each in asks]


def _request(
    claim: Claim, links: dict[tuple[UUID, int], Guardian], homes: dict[tuple[int, int], list[Household]]
) -> Request | None:
    link = links.get((claim.child, claim.hand.by_id or 0))
    if link is None:
        return None
    shared = homes.get((link.child_id, link.adult_id), [])
    home = next((each for each in shared if claim.home in (None, each.key)), None)
    return Request(link.child, home, link.adult, Channel.ONLINE, claim.hand) if home else None


def _links(claims: Sequence[Claim], on: date) -> dict[tuple[UUID, int], Guardian]:
    children = tuple(sorted({each.child for each in claims}))
    accounts = tuple(sorted({each.hand.by_id for each in claims if each.hand.by_id is not None}))
    rows = _led(children=children, accounts=accounts, on=on)
    return {(each.child.key, each.adult.account_id or 0): each for each in rows}


@prepared
def _led(*, children: tuple[UUID, ...], accounts: tuple[int, ...], on: date) -> QuerySet[Guardian, Guardian]:
    rows = Guardian.objects.on(on).filter(
        child__key__in=children,
        adult__account__pk__in=accounts,
        adult__erased_on__isnull=True,
        child__erased_on__isnull=True,
    )
    return rows.select_related("child", "adult")


def _homes(links: dict[tuple[UUID, int], Guardian], on: date) -> dict[tuple[int, int], list[Household]]:
    """By child and adult, the main home of the child first."""
    children = tuple(sorted({each.child_id for each in links.values()}))
    adults = tuple(sorted({each.adult_id for each in links.values()}))
    found: dict[tuple[int, int], list[Household]] = {}
    for each in _shared(children=children, adults=adults, on=on):
        found.setdefault((each.child_id, each.adult), []).append(each.household)  # type: ignore[attr-defined]
    return found


@prepared
def _shared(*, children: tuple[int, ...], adults: tuple[int, ...], on: date) -> QuerySet[Residence, Residence]:
    member = Q(household__members__from_on__lte=on)
    member &= Q(household__members__until_on__isnull=True) | Q(household__members__until_on__gte=on)
    rows = Residence.objects.on(on).filter(
        member,
        child__pk__in=children,
        household__members__adult__pk__in=adults,
        household__erased_on__isnull=True,
    )
    return rows.annotate(adult=F("household__members__adult")).select_related("household").order_by("-is_main")
