"""Figures of what adults do and of what is offered, counted by going through its tables."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from statistics import median
from typing import Any

from django.utils import timezone

from preau.cooperation.agreements.models import Agreement
from preau.offer.activities.enums import Domain
from preau.offer.activities.models import Activity
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.classes.models import ClassGroup, ClassWish, GroupRecord
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.organisations.models import Organisation
from preau.plan.articulation.models import SitePair
from preau.plan.labels.enums import Applicant
from preau.plan.labels.models import LabelFile, LabelMilestone, LabelScheme

from .by_hand import of


def _institution(each: Any) -> Any:
    if isinstance(each, str):
        return each
    if each.kind in ("town_service", "early_years"):
        return "town"
    return "education" if each.kind in ("school", "secondary_school") else each


@of("A1.G1.E2.i1")
def _(town):
    good = [
        row
        for row in town.actions
        if town.is_reviewed(row)
        and len(town.structures(row)) >= 3
        and len({_institution(each) for each in town.structures(row)}) >= 2
    ]
    return len(good), len(town.actions)


@of("A1.G1.E2.i2")
def _(town):
    return sum(len(town.structures(row)) for row in town.actions), len(town.actions)


@of("A1.G1.E4.i1")
def _(town):
    kinds = {kind for each in LabelScheme.objects.all() for kind in Applicant(each.applicant).kinds}
    eligible = town.of_kind(*kinds)
    held = {
        f.applicant for f in LabelFile.objects.all() if f.obtained_on and f.obtained_on <= town.until <= f.expires_on
    }
    return len(eligible & held), len(eligible)


@of("A1.G1.E4.i2")
def _(town):
    due = [m for m in LabelMilestone.objects.all() if town.first <= m.due_on <= town.until]
    return len([m for m in due if m.done_at and timezone.localdate(m.done_at) <= m.due_on]), len(due)


@of("A1.G1.E9.i1")
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


@of("A1.G1.E12.i2")
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


@of("A1.G1.E11.i1")
def _(town):
    schools = town.of_kind("school")
    busy = set()
    for row in town.actions:
        sides = {row.owner, row.co_owner}
        if town.is_reviewed(row) and any(each.kind in ("town_service", "early_years") for each in sides):
            busy |= sides & schools
    return len(busy), len(schools)


@of("A1.G2.E2.i1")
def _(town):
    known = set(Organisation.objects.all())
    pairs = set()
    for row in town.actions:
        if len(town.structures(row)) <= 15:
            pairs |= {frozenset(pair) for pair in combinations(town.structures(row) & known, 2)}
    return len(pairs), len(known) * (len(known) - 1) // 2


@of("A1.G2.E3.i1")
def _(town):
    since = date(town.until.year - 2, town.until.month, min(town.until.day, 28))
    fresh = [each for each in town.in_force() if each.resolution_on > since]
    schools = town.of_kind("school")
    return len(schools & {who for each in fresh for who in town.signers(each)}), len(schools)


@of("A1.G2.E5.i1")
def _(town):
    expected = [
        each
        for each in Agreement.objects.prefetch_related("steps")
        if timezone.localdate(each.created_at) <= town.until
        and not town.ended(each)
        and (each.ends_on is None or each.ends_on >= town.until)
    ]
    return len(set(expected) & set(town.in_force())), len(expected)


@of("A1.G2.E7.i1")
def _(town):
    schools = town.of_kind("school")
    sharing = [each for each in town.in_force() if each.kind == "sharing"]
    return len(schools & {who for each in sharing for who in town.signers(each)}), len(schools)


@of("A1.G2.E8.i1")
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


@of("A2.G1.E2.i1")
def _(town):
    since = date(town.until.year - 1, town.until.month, min(town.until.day, 28))
    shown = _shown(town)
    return len([r for r in shown if _is_adapted(r) and since < r.verified_on <= town.until]), len(shown)


@of("A2.G1.E5.i1")
def _(town):
    clubs = [row for row in _shown(town) if row.organisation.kind == "association"]
    return len({row.organisation for row in clubs if _is_adapted(row)}), len({row.organisation for row in clubs})


@of("A3.G2.E1.i3")
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


@of("A3.G2.E4.i1")
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


@of("A3.G2.E4.i2")
def _(town):
    sent = [a for a in _lists(town) if a.channel == "online" and _between(town, a.sent_at)]
    return median(int((a.sent_at - a.started_at).total_seconds() // 60) for a in sent) if sent else None


@of("A3.G2.E6.i2")
def _(town):
    last = town.until - timedelta(30)
    begun = [a for a in _lists(town) if town.first <= timezone.localdate(a.started_at) <= last]
    gone = [
        a
        for a in begun
        if a.sent_at is None or (timezone.localdate(a.sent_at) - timezone.localdate(a.started_at)).days > 30
    ]
    return len(gone), len(begun)


@of("A3.G2.E6.i3")
def _(town):
    helped = [a for a in _lists(town) if a.channel == "counter" and _between(town, a.started_at)]
    same = [a for a in helped if a.sent_at and timezone.localdate(a.sent_at) == timezone.localdate(a.started_at)]
    return len(same), len(helped)


@of("A3.G2.E5.i1")
def _(town):
    channels = [a.channel for a in _lists(town) if _between(town, a.sent_at)]
    for each in Enrolment.objects.select_related("unit", "child"):
        if each.unit.mode == "direct" and each.child.erased_on is None and _between(town, each.asked_at):
            channels.append(each.channel)
    return channels.count("paper"), len(channels)


@of("A4.G1.E1.i1")
def _(town):
    schools = town.of_kind("school", "secondary_school")
    held = {
        f.applicant
        for f in LabelFile.objects.select_related("scheme")
        if f.scheme.key.startswith("e3d") and f.obtained_on and f.obtained_on <= town.until <= f.expires_on
    }
    return len(schools & held), len(schools)


@of("A4.G1.E2.i1")
def _(town):
    schools = town.of_kind("school")
    green = set()
    for row in town.actions:
        if "environment" in {each.theme for each in row.themes.all()}:
            green |= town.structures(row) & schools
    return len(green), len(schools)


@of("A4.G1.E5.i1")
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


@of("A4.G1.E6.i1")
def _(town):
    levels = {level for group in ClassGroup.objects.filter(school_year=town.year) for level in group.levels}
    met = {
        (record.domain, level)
        for record in GroupRecord.objects.filter(group__school_year=town.year, happened_on__lte=town.until)
        for level in record.group.levels
    }
    return len(met), len(Domain) * len(levels)
