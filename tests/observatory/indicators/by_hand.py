"""The same figures counted otherwise: rows of the operational tables, sets and loops, no SQL of ours, no facts.

Shares and means are (counted, among); the rest is one number, or None where nobody is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from statistics import mean, median
from typing import Any

from django.utils import timezone

from preau.cooperation.agreements.models import Agreement
from preau.offer.activities.enums import Domain
from preau.offer.activities.models import Activity
from preau.offer.attendance.models import Attendance
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.classes.models import ClassGroup, ClassWish, GroupRecord
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.households.facts import quotient_band
from preau.people.households.models import Child
from preau.people.organisations.models import Organisation
from preau.plan.articulation.models import SitePair
from preau.plan.labels.enums import Applicant
from preau.plan.labels.models import LabelFile, LabelMilestone, LabelScheme
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


def _institution(each: Any) -> Any:
    if isinstance(each, str):
        return each
    if each.kind in ("town_service", "early_years"):
        return "town"
    return "education" if each.kind in ("school", "secondary_school") else each


BY_HAND: dict[str, Callable[[Town], Answer]] = {}


def _of(code: str) -> Callable[[Callable[[Town], Answer]], Callable[[Town], Answer]]:
    def keep(count: Callable[[Town], Answer]) -> Callable[[Town], Answer]:
        BY_HAND[code] = count
        return count

    return keep


def _young(town: Town, child: int) -> bool:
    return child in town.kids and 11 <= town.kids[child].age <= 17


@_of("A1.G1.E1.i1")
def _(town):
    return len([c for c in town.active(town.here) if _young(town, c) and town.kids[c].resident]), None


@_of("A1.G1.E1.i2")
def _(town):
    young = {c for c in town.present if _young(town, c)}
    since = date(town.first.year - 2, town.first.month, town.first.day)
    return len(young - {c for c, *_ in town.came(since, town.first - timedelta(1))}), len(young)


@_of("A1.G1.E1.i3")
def _(town):
    mine = {c for c in town.active(town.here) if c in town.kids and town.kids[c].age <= 16}
    after = town.active(town.came(date(town.year + 1, 9, 1), date(town.year + 2, 8, 31)))
    return len(mine & after), len(mine)


@_of("A1.G1.E2.i1")
def _(town):
    good = [
        row
        for row in town.actions
        if town.is_reviewed(row)
        and len(town.structures(row)) >= 3
        and len({_institution(each) for each in town.structures(row)}) >= 2
    ]
    return len(good), len(town.actions)


@_of("A1.G1.E2.i2")
def _(town):
    return sum(len(town.structures(row)) for row in town.actions), len(town.actions)


@_of("A1.G1.E4.i1")
def _(town):
    kinds = {kind for each in LabelScheme.objects.all() for kind in Applicant(each.applicant).kinds}
    eligible = town.of_kind(*kinds)
    held = {
        f.applicant for f in LabelFile.objects.all() if f.obtained_on and f.obtained_on <= town.until <= f.expires_on
    }
    return len(eligible & held), len(eligible)


@_of("A1.G1.E4.i2")
def _(town):
    due = [m for m in LabelMilestone.objects.all() if town.first <= m.due_on <= town.until]
    return len([m for m in due if m.done_at and timezone.localdate(m.done_at) <= m.due_on]), len(due)


@_of("A1.G1.E5.i1")
def _(town):
    past: dict[int, set[str]] = defaultdict(set)
    for child, activity, *_ in town.earlier:
        past[child].add(activity.domain)
    among = {c for c in town.present if c in past and c in town.kids}
    new = {c for c, activity, *_ in town.here if c in among and activity.domain not in past[c]}
    return len(new), len(among)


@_of("A1.G1.E5.i2")
def _(town):
    tasted: dict[int, set[str]] = defaultdict(set)
    for child, activity, *_ in town.here:
        tasted[child].add(activity.domain)
    low = [len(d) for c, d in tasted.items() if c in town.kids and town.kids[c].band == BANDS[0]]
    high = [len(d) for c, d in tasted.items() if c in town.kids and town.kids[c].band == BANDS[-1]]
    return median(low) - median(high) if low and high else None


@_of("A1.G1.E6.i2")
def _(town):
    digital, other = [], []
    for row in town._attendances:
        if row.state == "expected" or not town.first <= row.session.day <= town.until:
            continue
        codes = set(row.session.activity.objectives.values_list("code", flat=True))
        (digital if "A1.G1.O4" in codes else other).append(row.state in ("present", "left"))
    return 100 * (mean(digital) - mean(other)) if digital and other else None


@_of("A1.G1.E7.i3")
def _(town):
    last: dict[Any, Any] = {}
    for row in town._attendances:
        if town.first <= row.session.day <= town.until:
            last[row.session] = max(last.get(row.session, row.recorded_at), row.recorded_at)
    waits = [max(int((at - session.ends_at).total_seconds() // 60), 0) for session, at in last.items()]
    return median(waits) if waits else None


@_of("A1.G1.E9.i1")
def _(town):
    pairs = SitePair.objects.filter(school_year=town.year)
    agreed = {"co_validated", "scheduled", "running", "reviewed", "archived"}
    linked = [
        pair
        for pair in pairs
        if any(
            joint.sheet.state in agreed and timezone.localdate(joint.sheet.proposed_at) <= town.until
            for joint in pair.joint_sheets.all()
        )
    ]
    return len(linked), len(pairs)


@_of("A1.G1.E12.i2")
def _(town):
    both = 0
    pairs = list(SitePair.objects.filter(school_year=town.year))
    for pair in pairs:
        sides = set()
        for summary in pair.summaries.filter(published_at__isnull=False):
            other = pair.care if summary.side == "school" else pair.school
            if any(s.organisation == other and timezone.localdate(s.at) <= town.until for s in summary.seen.all()):
                sides.add(summary.side)
        both += len(sides) == 2
    return both, len(pairs)


@_of("A1.G1.E10.i1")
def _(town):
    lived = {(a.site_id, s.band, family_of(a.domain)) for _c, a, _d, s in town.here if a.site_id and s.band}
    return len(lived), 4 * len({(site, band) for site, band, _family in lived})


@_of("A1.G1.E10.i2")
def _(town):
    families, bands = defaultdict(set), defaultdict(set)
    for child, activity, _day, session in town.here:
        families[child].add(family_of(activity.domain))
        bands[child] |= {session.band} - {""}
    mine = town.present & set(town.kids)
    return len([c for c in mine if len(families[c]) >= 2 and len(bands[c]) >= 2]), len(mine)


@_of("A1.G1.E11.i1")
def _(town):
    schools = town.of_kind("school")
    busy = set()
    for row in town.actions:
        sides = {row.owner, row.co_owner}
        if town.is_reviewed(row) and any(each.kind in ("town_service", "early_years") for each in sides):
            busy |= sides & schools
    return len(busy), len(schools)


@_of("A1.G2.E2.i1")
def _(town):
    known = set(Organisation.objects.all())
    pairs = set()
    for row in town.actions:
        if len(town.structures(row)) <= 15:
            pairs |= {frozenset(pair) for pair in combinations(town.structures(row) & known, 2)}
    return len(pairs), len(known) * (len(known) - 1) // 2


@_of("A1.G2.E3.i1")
def _(town):
    since = date(town.until.year - 2, town.until.month, min(town.until.day, 28))
    fresh = [each for each in town.in_force() if each.resolution_on > since]
    schools = town.of_kind("school")
    return len(schools & {who for each in fresh for who in town.signers(each)}), len(schools)


@_of("A1.G2.E5.i1")
def _(town):
    expected = [
        each
        for each in Agreement.objects.prefetch_related("steps")
        if timezone.localdate(each.created_at) <= town.until
        and not town.ended(each)
        and (each.ends_on is None or each.ends_on >= town.until)
    ]
    return len(set(expected) & set(town.in_force())), len(expected)


@_of("A1.G2.E7.i1")
def _(town):
    schools = town.of_kind("school")
    sharing = [each for each in town.in_force() if each.kind == "sharing"]
    return len(schools & {who for each in sharing for who in town.signers(each)}), len(schools)


@_of("A1.G2.E8.i1")
def _(town):
    places = town.of_kind("school", "secondary_school", "early_years")
    bridged = set()
    for row in town.actions:
        if town.is_reviewed(row) and "transition" in {each.theme for each in row.themes.all()}:
            bridged |= town.structures(row) & places
    return len(bridged), len(places)


def _shown(town):
    rows = Activity.objects.filter(school_year=town.year).select_related("organisation", "adaptation")
    return [row for row in rows if row.state in ("published", "stale") and row.published_at.date() <= town.until]


def _is_adapted(row):
    """Somebody said something of it."""
    told = getattr(row, "adaptation", None)
    if told is None:
        return False
    words = (told.staff_trained, told.ratio, told.material, told.not_possible)
    lists = (told.sensory, told.communication, told.premises)
    return any(words) or any(lists) or told.companion_is_free or told.has_trial or told.is_specialised


@_of("A2.G1.E2.i1")
def _(town):
    since = date(town.until.year - 1, town.until.month, min(town.until.day, 28))
    shown = _shown(town)
    return len([r for r in shown if _is_adapted(r) and since < r.verified_on <= town.until]), len(shown)


@_of("A2.G1.E5.i1")
def _(town):
    clubs = [row for row in _shown(town) if row.organisation.kind == "association"]
    return len({row.organisation for row in clubs if _is_adapted(row)}), len({row.organisation for row in clubs})


@_of("A2.G2.E2.i1")
def _(town):
    homes = {town.kids[c].home for c in town.present if c in town.kids} - {None}
    since = date(town.first.year - 2, town.first.month, town.first.day)
    lived: dict[int, set[int]] = defaultdict(set)
    for year in range(town.year - 3, town.year + 1):
        for child, kid in Town(year, town.first, town.until).kids.items():
            lived[child].add(kid.home)
    known = {home for c, *_ in town.came(since, town.first - timedelta(1)) for home in lived[c]}
    return len(homes - known), len(homes)


def _rates(town):
    active = town.active(town.here)
    found = defaultdict(list)
    for child, kid in town.kids.items():
        if kid.band and 3 <= kid.age <= 17:
            found[kid.band].append(child in active)
    return found


@_of("A2.G2.E2.i2")
def _(town):
    rates = _rates(town)
    low, high = rates[BANDS[0]], rates[BANDS[-1]]
    return 100 * (mean(low) - mean(high)) if low and high else None


@_of("A2.G2.E2.i3")
def _(town):
    rates, ranks, answers, seen = _rates(town), [], [], 0
    total = sum(len(each) for each in rates.values())
    if not total:
        return None
    for band in BANDS:
        size = len(rates[band])
        ranks += [(seen + size / 2) / total] * size
        answers += rates[band]
        seen += size
    middle, rank = mean(answers), mean(ranks)
    return 8 * mean((a - middle) * (r - rank) for a, r in zip(answers, ranks, strict=True))


@_of("A2.G2.E3.i1")
def _(town):
    live, come = defaultdict(int), defaultdict(int)
    for child, kid in town.kids.items():
        if kid.quarter and kid.resident and 3 <= kid.age <= 17:
            live[kid.quarter] += 1
            come[kid.quarter] += child in town.present
    people, users = sum(live.values()), sum(come.values())
    return 50 * sum(abs(come[q] / users - live[q] / people) for q in live) if users else None


@_of("A2.G2.E3.i2")
def _(town):
    kinds: dict[str, set[int]] = defaultdict(set)
    for child, activity, *_ in town.here:
        if child in town.kids and town.kids[child].sex:
            kinds[family_of(activity.domain)].add(child)
    gaps = [abs(100 * mean(town.kids[c].sex == "girl" for c in kids) - 50) for kids in kinds.values()]
    return mean(gaps) if gaps else None


@_of("A2.G2.E4.i1")
def _(town):
    mine = {c for c in town.present if c in town.kids and 3 <= town.kids[c].age <= 17}
    places = defaultdict(set)
    for child, activity, *_ in town.here:
        if activity.site and activity.site.kind == "culture":
            places[child].add(activity.site_id)
    return len([c for c in mine if len(places[c]) >= 3]), len(mine)


@_of("A3.G1.E3.i1")
def _(town):
    times = defaultdict(int)
    for child, activity, *_ in town.here:
        if "family" in activity.audiences:
            times[child] += 1
    return len([c for c, count in times.items() if count >= 2]), len(times)


@_of("A3.G2.E1.i3")
def _(town):
    opened = [
        each
        for each in AllocationCampaign.objects.filter(school_year=town.year).exclude(state="cancelled")
        if timezone.localdate(each.opens_at) <= town.until
    ]
    early = 0
    for each in opened:
        told = each.steps.filter(to_state="announced").order_by("at").first()
        early += told is not None and (timezone.localdate(each.opens_at) - timezone.localdate(told.at)).days >= 21
    return early, len(opened)


@_of("A3.G2.E4.i1")
def _(town):
    units = [
        unit
        for unit in BookingUnit.objects.filter(activity__school_year=town.year, opens_at__isnull=False)
        if timezone.localdate(unit.opens_at) <= town.until
    ]
    return sum(len(unit.documents) for unit in units), len(units)


def _lists(town):
    return [each for each in Application.objects.select_related("child") if each.child.erased_on is None]


def _between(town, instant):
    return instant is not None and town.first <= timezone.localdate(instant) <= town.until


@_of("A3.G2.E4.i2")
def _(town):
    sent = [a for a in _lists(town) if a.channel == "online" and _between(town, a.sent_at)]
    return median(int((a.sent_at - a.started_at).total_seconds() // 60) for a in sent) if sent else None


@_of("A3.G2.E6.i2")
def _(town):
    last = town.until - timedelta(30)
    begun = [a for a in _lists(town) if town.first <= timezone.localdate(a.started_at) <= last]
    gone = [
        a
        for a in begun
        if a.sent_at is None or (timezone.localdate(a.sent_at) - timezone.localdate(a.started_at)).days > 30
    ]
    return len(gone), len(begun)


@_of("A3.G2.E6.i3")
def _(town):
    helped = [a for a in _lists(town) if a.channel == "counter" and _between(town, a.started_at)]
    same = [a for a in helped if a.sent_at and timezone.localdate(a.sent_at) == timezone.localdate(a.started_at)]
    return len(same), len(helped)


@_of("A3.G2.E5.i1")
def _(town):
    channels = [a.channel for a in _lists(town) if _between(town, a.sent_at)]
    for each in Enrolment.objects.select_related("unit", "child"):
        if each.unit.mode == "direct" and each.child.erased_on is None and _between(town, each.asked_at):
            channels.append(each.channel)
    return channels.count("paper"), len(channels)


@_of("A4.G1.E1.i1")
def _(town):
    schools = town.of_kind("school", "secondary_school")
    held = {
        f.applicant
        for f in LabelFile.objects.select_related("scheme")
        if f.scheme.key.startswith("e3d") and f.obtained_on and f.obtained_on <= town.until <= f.expires_on
    }
    return len(schools & held), len(schools)


@_of("A4.G1.E2.i1")
def _(town):
    schools = town.of_kind("school")
    green = set()
    for row in town.actions:
        if "environment" in {each.theme for each in row.themes.all()}:
            green |= town.structures(row) & schools
    return len(green), len(schools)


@_of("A4.G1.E5.i1")
def _(town):
    coming = [
        wish
        for wish in ClassWish.objects.filter(state__in=("accepted", "done"), planned_on__isnull=False)
        if town.first <= wish.planned_on <= town.until
    ]
    early = 0
    for wish in coming:
        agreed = wish.steps.filter(to_state="accepted").order_by("at").first()
        early += agreed is not None and (wish.planned_on - timezone.localdate(agreed.at)).days >= 42
    return early, len(coming)


@_of("A4.G1.E6.i1")
def _(town):
    levels = {level for group in ClassGroup.objects.filter(school_year=town.year) for level in group.levels}
    met = {
        (record.domain, level)
        for record in GroupRecord.objects.filter(group__school_year=town.year, happened_on__lte=town.until)
        for level in record.group.levels
    }
    return len(met), len(Domain) * len(levels)
