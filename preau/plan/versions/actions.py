"""Fixing the text of a plan under a name, adopting it, starting the next plan from it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import ItemChange, PlanItem, PlanRow, TerritorialEducationPlan
from preau.plan.structure.replay import moment_of, snapshot_of
from preau.plan.structure.state import differences
from preau.plan.versions.enums import VersionKind
from preau.plan.versions.errors import AlreadyAdopted, NameTaken
from preau.plan.versions.models import PlanVersion

_BATCH = 500


@transaction.atomic
def name_version(plan: TerritorialEducationPlan, name: str, *, hand: Hand, note: str = "") -> PlanVersion:
    """Keeps the text as it stands under a name. Raises NameTaken."""
    hold_plan(plan.pk, ChangeKind.NOTED)
    return _keep(plan, name, VersionKind.NAMED, hand, note)


@transaction.atomic
def adopt(plan: TerritorialEducationPlan, name: str, *, adopted_on: date, hand: Hand, note: str = "") -> PlanVersion:
    """Fixes the text for good and opens it to the public. Raises AlreadyAdopted.

    Whether the plan is ready is for the caller to check first: see the checklist of adoption. Work notes are no part
    of what is adopted: anybody may have its JSON and take its fingerprint again.
    """
    held = hold_plan(plan.pk, ChangeKind.NOTED)
    if held.is_adopted:
        raise AlreadyAdopted
    version = _keep(held, name, VersionKind.ADOPTED, hand, note)
    held.adopted_on, held.shown_at = adopted_on, held.shown_at or hand.now
    held.save(update_fields=["adopted_on", "shown_at"])
    record("plan.adopted", held, by=hand.by_id, now=hand.now, details={"fingerprint": version.fingerprint})
    return version


@transaction.atomic
def start_next(plan: TerritorialEducationPlan, title: str, *, hand: Hand) -> TerritorialEducationPlan:
    """The next plan, as a draft: the same items and codes, each knowing the one it comes from; no dates, no notes."""
    following = TerritorialEducationPlan.objects.create(
        commune=plan.commune,
        title=title,
        introduction=plan.introduction,
        easy_read=plan.easy_read,
        created_at=hand.now,
        follows=plan,
    )
    items = list(plan.items.present().select_related("owner", "row").order_by("pk"))
    copies: dict[int, PlanItem] = {}
    rows: dict[int, PlanRow] = {}
    for depth in range(3):
        level = [item for item in items if item.code.count(".") == depth]
        made = PlanItem.objects.bulk_create([_copy(item, following, copies, rows) for item in level], batch_size=_BATCH)
        copies |= {item.pk: copy for item, copy in zip(level, made, strict=True)}
        if depth == 1:
            rows = _copy_rows(plan, following, copies)
    ItemChange.objects.bulk_create(
        [
            ItemChange(
                item=copy,
                kind=ChangeKind.IMPORTED,
                at=hand.now,
                by=hand.by,
                after=copy.text,
                facts=differences(None, copy.state),
            )
            for copy in copies.values()
        ],
        batch_size=_BATCH,
    )
    details = {"follows": plan.pk, "items": len(copies)}
    record("plan.started_from", following, by=hand.by_id, now=hand.now, details=details)
    return following


def _copy(
    item: PlanItem, plan: TerritorialEducationPlan, copies: dict[int, PlanItem], rows: dict[int, PlanRow]
) -> PlanItem:
    return PlanItem(
        plan=plan,
        kind=item.kind,
        code=item.code,
        parent=copies[item.parent_id] if item.parent_id else None,
        row=rows[item.row_id] if item.row_id else None,
        position=item.position,
        text=item.text,
        sub_points=item.sub_points,
        summary=item.summary,
        owner=item.owner,
        is_bulleted=item.is_bulleted,
        predecessor=item,
    )


def _copy_rows(
    plan: TerritorialEducationPlan, following: TerritorialEducationPlan, copies: dict[int, PlanItem]
) -> dict[int, PlanRow]:
    rows = [row for row in plan.rows.order_by("pk") if row.general_objective_id in copies]
    made = PlanRow.objects.bulk_create(
        [
            PlanRow(
                plan=following,
                general_objective=copies[row.general_objective_id],
                code=row.code,
                position=row.position,
            )
            for row in rows
        ],
        batch_size=_BATCH,
    )
    return {row.pk: copy for row, copy in zip(rows, made, strict=True)}


def _keep(plan: TerritorialEducationPlan, name: str, kind: VersionKind, hand: Hand, note: str) -> PlanVersion:
    if name.casefold() in {other.casefold() for other in plan.versions.values_list("name", flat=True)}:
        raise NameTaken
    snapshot = snapshot_of(plan)
    if kind == VersionKind.ADOPTED:
        snapshot = snapshot.without_notes
    last = plan.versions.order_by("-number").values_list("number", flat=True).first() or 0
    version = PlanVersion.objects.create(
        plan=plan,
        number=last + 1,
        kind=kind,
        name=name,
        note=note,
        moment=moment_of(plan),
        content=snapshot.as_data(),
        fingerprint=snapshot.fingerprint,
        made_at=hand.now,
        made_by=hand.by,
    )
    details = {"number": version.number, "fingerprint": version.fingerprint}
    record(f"version.{kind}", version, by=hand.by_id, now=hand.now, details=details)
    return version
