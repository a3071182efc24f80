"""The same figures counted otherwise: rows of the operational tables, sets and loops, no SQL of ours, no facts.

Shares and means are (counted, among); the rest is one number, or None where nobody is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone

from preau.cooperation.agreements.models import Agreement
from preau.offer.activities.models import Activity
from preau.offer.attendance.models import Attendance
from preau.people.households.facts import quotient_band
from preau.people.households.models import Child
from preau.people.organisations.models import Organisation
from preau.plan.sheets.models import ActionSheet

FAMILIES = {
    "sport": {"ball_games", "water", "combat", "motion"},
    "arts": {"music", "dance", "stage", "visual"},
    "knowledge": {"reading", "science", "nature"},
    "together": {"play", "citizenship", "support"},
}
BANDS = ["under_400", "400_599", "600_799", "800_1199", "1200_1799", "from_1800"]
type Answer = tuple[float, float | None] | float | None


def family_of(domain: str) -> str:
    return next(name for name, domains in FAMILIES.items() if domain in domains)


@dataclass(frozen=True)
class Kid:
    age: int
    sex: str
    home: int | None
    quarter: str
    band: str
    resident: bool


class Town:
    """``year`` from ``first`` to ``until``. Children who asked to be erased are not there."""

    def __init__(self, year: int, first: date, until: date, presences: int = 3) -> None:
        self.year, self.first, self.until, self.presences = year, first, until, presences

    def came(self, first: date, last: date) -> list[tuple[int, Activity, date, Any]]:
        return [
            (row.child_id, row.session.activity, row.session.day, row.session)
            for row in self._attendances
            if row.state in ("present", "left") and first <= row.session.day <= last
        ]

    @cached_property
    def _attendances(self) -> list[Attendance]:
        rows = Attendance.objects.select_related("session__activity__site", "child")
        return [row for row in rows if row.child.erased_on is None]

    @cached_property
    def here(self) -> list[tuple[int, Activity, date, Any]]:
        return self.came(self.first, self.until)

    @cached_property
    def earlier(self) -> list[tuple[int, Activity, date, Any]]:
        return self.came(date(1900, 1, 1), self.first - timedelta(1))

    def active(self, rows: Iterable[tuple[int, Activity, date, Any]]) -> set[int]:
        times: dict[int, int] = defaultdict(int)
        once = set()
        for child, activity, _day, _session in rows:
            times[child] += 1
            if activity.starts_on == activity.ends_on:
                once.add(child)
        return {child for child, count in times.items() if count >= self.presences} | once

    @cached_property
    def kids(self) -> dict[int, Kid]:
        found = {}
        for child in Child.objects.filter(erased_on=None).prefetch_related("residences__household__quotients"):
            if child.born_on > date(self.year + 1, 8, 31):
                continue
            homes = [
                row
                for row in child.residences.all()
                if row.from_on <= date(self.year + 1, 8, 31)
                and (row.until_on is None or row.until_on >= date(self.year, 9, 1))
            ]
            created = child.created_at.date()
            if not homes and (created.year if created.month >= 9 else created.year - 1) > self.year:
                continue
            homes.sort(key=lambda row: (row.is_main, row.from_on, row.pk))
            home = homes[-1].household if homes else None
            found[child.pk] = Kid(
                self.year - child.born_on.year,
                child.sex,
                home.pk if home else None,
                home.quarter if home else "",
                self._band(home) if home else "",
                bool(home and home.is_resident),
            )
        return found

    def _band(self, home: Any) -> str:
        held = [
            row
            for row in home.quotients.all()
            if row.valid_from <= date(self.year + 1, 8, 31) and row.valid_until >= date(self.year, 9, 1)
        ]
        held.sort(key=lambda row: (row.month, row.recorded_at, row.pk))
        return quotient_band(held[-1].value) if held else ""

    @cached_property
    def present(self) -> set[int]:
        return {child for child, *_ in self.here}

    # Adults -----------------------------------------------------------------------------------------------------

    @cached_property
    def actions(self) -> list[ActionSheet]:
        rows = ActionSheet.objects.filter(school_year=self.year).select_related("owner", "co_owner", "review")
        return [
            row
            for row in rows.prefetch_related("partners__organisation", "themes")
            if row.state in ("scheduled", "running", "reviewed", "archived")
            and timezone.localdate(row.proposed_at) <= self.until
        ]

    def is_reviewed(self, row: ActionSheet) -> bool:
        return row.review is not None and timezone.localdate(row.review.written_at) <= self.until

    def structures(self, row: ActionSheet) -> set[Any]:
        partners = {part.organisation or f"line {part.pk}" for part in row.partners.all()}
        return {row.owner, row.co_owner} | partners

    def of_kind(self, *kinds: str) -> set[Organisation]:
        return {each for each in Organisation.objects.all() if each.kind in kinds}

    def in_force(self) -> list[Agreement]:
        return [
            each
            for each in Agreement.objects.prefetch_related("parties__organisation", "parties__signatures", "steps")
            if each.state not in ("draft", "reviewed", "adopted")
            and each.starts_on <= self.until <= each.ends_on
            and not self.ended(each)
        ]

    def ended(self, each: Agreement) -> bool:
        if each.state not in ("renewed", "expired", "terminated"):
            return False
        last = max((step.at for step in each.steps.all() if step.target == each.state), default=None)
        return last is not None and timezone.localdate(last) <= self.until

    def signers(self, each: Agreement) -> set[Organisation]:
        return {
            party.organisation
            for party in each.parties.all()
            if any(sign.cancelled_at is None and sign.signed_on <= self.until for sign in party.signatures.all())
        }


BY_HAND: dict[str, Callable[[Town], Answer]] = {}


def of(code: str) -> Callable[[Callable[[Town], Answer]], Callable[[Town], Answer]]:
    def keep(count: Callable[[Town], Answer]) -> Callable[[Town], Answer]:
        BY_HAND[code] = count
        return count

    return keep
