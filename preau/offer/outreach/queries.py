"""What screens read: the lists of one referent, the lines of a list with whom to call, the follow-up without a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Sum

from preau.people.accounts.models import User
from preau.people.households.enums import ContactBy, GuardianRights
from preau.people.households.models import Adult, Child, Guardian

from .designating import referent_of
from .models import OutreachLine, OutreachList, OutreachReferent, OutreachResult

_REGISTERS = (GuardianRights.FULL, GuardianRights.USUAL_ACTS)


@dataclass(frozen=True, slots=True)
class ToCall:
    """A child of a list, with the adults who may register it: the way each one likes to be reached, and no other."""

    line: OutreachLine
    adults: Sequence[Adult]

    @property
    def child(self) -> Child:
        return self.line.child


def lists_of(user: User | None, on: date) -> QuerySet[OutreachList]:
    """Open ones of somebody who is a referent that day. For everybody else, there is none."""
    referent = referent_of(user, on)
    if referent is None:
        return OutreachList.objects.none()
    return OutreachList.objects.open_on(on).filter(referent=referent)


def lines_of(row: OutreachList, on: date) -> list[ToCall]:
    """Those who wait first, then the others as they were noted. Two queries."""
    lines = list(row.lines.select_related("child").order_by("outcome", "child__last_name", "child__first_name", "pk"))
    adults = _adults([line.child_id for line in lines], on)
    return [ToCall(line, adults[line.child_id]) for line in lines]


def _adults(children: Iterable[int], on: date) -> dict[int, list[Adult]]:
    """Whoever is kept away by one link is not called, even with another one."""
    found: dict[int, list[Adult]] = defaultdict(list)
    links = Guardian.objects.on(on).filter(child__in=list(children), adult__erased_on__isnull=True)
    rows = list(links.select_related("adult").order_by("kind", "from_on", "pk"))
    away = {(link.child_id, link.adult_id) for link in rows if link.rights == GuardianRights.BLOCKED}
    for link in rows:
        if link.rights in _REGISTERS and (link.child_id, link.adult_id) not in away:
            found[link.child_id].append(link.adult)
    return found


def way_to_reach(adult: Adult) -> tuple[str, str]:
    """(how, where): the preferred way when it is known, else the other one; « paper » goes by the desk."""
    known = {ContactBy.PHONE.value: adult.phone, ContactBy.MAIL.value: adult.email, ContactBy.PAPER.value: ""}
    order = [adult.contact_by, ContactBy.PHONE.value, ContactBy.MAIL.value]
    if adult.contact_by == ContactBy.PAPER and adult.phone:
        return ContactBy.PHONE.value, adult.phone
    return next(((way, known[way]) for way in order if known[way]), (ContactBy.PAPER.value, ""))


def referents_of(on: date) -> QuerySet[OutreachReferent]:
    return OutreachReferent.objects.on(on).select_related("user", "designated_by")


def lists_told(school_year: int) -> QuerySet[OutreachList]:
    """Without a child: open ones first, then the last closed."""
    rows = OutreachList.objects.filter(school_year=school_year).select_related("referent__user")
    return rows.order_by("closed_at", "-opened_at")


def results_of(school_year: int) -> dict[str, int]:
    """Children by outcome, over all that is closed that year."""
    rows = OutreachResult.objects.filter(list__school_year=school_year).values("outcome").order_by("outcome")
    return {each["outcome"]: each["number"] for each in rows.annotate(number=Sum("children"))}


def barriers_of(school_year: int) -> dict[str, int]:
    rows = OutreachResult.objects.filter(list__school_year=school_year).exclude(barrier="").values("barrier")
    return {each["barrier"]: each["number"] for each in rows.order_by("barrier").annotate(number=Sum("children"))}
