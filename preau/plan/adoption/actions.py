"""What leads a plan to its adoption, and on to the next one. Nobody goes round the checklist: it is read again here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.models import StoredFile
from preau.plan.adoption.errors import NotAdopted, NotReady, ScanPresent, WrongDay
from preau.plan.adoption.models import CouncilResolution
from preau.plan.adoption.queries import checklist_for
from preau.plan.adoption.rules import fault_of_day
from preau.plan.structure.actions import show_to_public
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.versions.actions import adopt, start_next
from preau.plan.versions.errors import AlreadyAdopted


@dataclass(frozen=True, slots=True)
class Vote:
    """What the council's act says; ``scan`` is the act itself, when it is at hand."""

    number: str
    decided_on: date
    scan: StoredFile | None = None


@transaction.atomic
def prepare(
    plan: TerritorialEducationPlan,
    *,
    starts_on: date | None,
    ends_on: date | None,
    introduction: str,
    hand: Hand,
) -> TerritorialEducationPlan:
    """Sets the dates of the plan and how it presents itself. Raises PlanAdopted."""
    held = hold_plan(plan.pk)
    held.starts_on, held.ends_on, held.introduction = starts_on, ends_on, introduction
    held.save(update_fields=["starts_on", "ends_on", "introduction"])
    details = {"starts_on": str(starts_on or ""), "ends_on": str(ends_on or "")}
    record("plan.prepared", held, by=hand.by_id, now=hand.now, details=details)
    return held


@transaction.atomic
def adopt_plan(plan: TerritorialEducationPlan, vote: Vote, *, hand: Hand) -> CouncilResolution:
    """Fixes the text for good and opens it to the public. Raises AlreadyAdopted, NotReady, WrongDay.

    The plan is held first and the checklist read after: every act that could undo a line of it holds the plan too,
    so that it waits for the end of this one, and is then told that the text is fixed.
    """
    held = hold_plan(plan.pk, ChangeKind.NOTED)
    if held.is_adopted:
        raise AlreadyAdopted
    fault = fault_of_day(
        vote.decided_on,
        today=timezone.localdate(hand.now),
        previous_on=held.follows.adopted_on if held.follows else None,
        ends_on=held.ends_on,
    )
    if fault is not None:
        raise WrongDay(fault)
    checklist = checklist_for(held)
    if not checklist.is_ready:
        raise NotReady(checklist)
    version = adopt(
        held, _free_name(held, f"Adopté, délibération {vote.number}"), adopted_on=vote.decided_on, hand=hand
    )
    resolution = CouncilResolution.objects.create(
        plan=held,
        version=version,
        number=vote.number,
        decided_on=vote.decided_on,
        scan=vote.scan,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )
    details = {"number": vote.number, "decided_on": vote.decided_on.isoformat()}
    record("plan.resolution_recorded", resolution, by=hand.by_id, now=hand.now, details=details)
    held.refresh_from_db()
    if TerritorialEducationPlan.objects.on_display() != held:
        show_to_public(held, hand=hand)
    return resolution


@transaction.atomic
def join_scan(resolution: CouncilResolution, scan: StoredFile, *, hand: Hand) -> CouncilResolution:
    """Adds the act of the council once it comes back from the prefecture. Raises ScanPresent."""
    held = CouncilResolution.objects.select_for_update(of=("self",), no_key=True).get(pk=resolution.pk)
    if held.scan_id is not None:
        raise ScanPresent
    held.scan = scan
    held.save(update_fields=["scan"])
    record("plan.resolution_scanned", held, by=hand.by_id, now=hand.now, details={"sha256": scan.sha256})
    return held


@transaction.atomic
def start_following(plan: TerritorialEducationPlan, title: str, *, hand: Hand) -> TerritorialEducationPlan:
    """The next plan, as a draft that starts from the adopted one; asked twice, it gives the one that is there.

    Raises NotAdopted.
    """
    held = hold_plan(plan.pk, ChangeKind.NOTED)
    if not held.is_adopted:
        raise NotAdopted
    present = following(held)
    return present or start_next(held, title, hand=hand)


def following(plan: TerritorialEducationPlan) -> TerritorialEducationPlan | None:
    """The plan that was started from this one."""
    return plan.followers.filter(discarded_at__isnull=True).order_by("pk").first()


def _free_name(plan: TerritorialEducationPlan, wanted: str) -> str:
    """Somebody may have named a version so before the vote."""
    taken = {name.lower() for name in plan.versions.values_list("name", flat=True)}
    names = [wanted[:110], *(f"{wanted[:110]} ({number})" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name.lower() not in taken)
