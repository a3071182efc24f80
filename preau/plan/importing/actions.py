"""From a document that somebody sends to a plan in the database, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from preau.foundation.documents import read
from preau.foundation.documents.model import Paragraph, View
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.plan.importing.draft import PlanDraft
from preau.plan.importing.edits import renumber
from preau.plan.importing.enums import ImportState
from preau.plan.importing.errors import ImportMoved
from preau.plan.importing.models import PlanImport
from preau.plan.importing.storage import draft_to_data
from preau.plan.importing.understanding import understand
from preau.plan.importing.writing import write_plan
from preau.plan.structure.actions import show_to_public
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import TerritorialEducationPlan


def receive(data: bytes, name: str, *, commune: Commune, hand: Hand) -> PlanImport:
    """Reads and understands a document, and keeps what was understood for review. The file is not kept.

    Raises UnreadableDocument or NotAPlan, each with a sentence for the sender; then nothing is left behind.
    """
    document = read(data, name)
    draft = understand(document, today=hand.now.date())
    lines = [[paragraph.line, _as_it_stands(paragraph)] for paragraph in document.paragraphs()]
    understood = draft_to_data(draft)
    with transaction.atomic():
        received = PlanImport.objects.create(
            commune=commune,
            title=draft.title[:200],
            file_name=name[:255],
            file_format=document.format,
            file_size=len(data),
            sha256=document.sha256,
            by=hand.by,
            started_at=hand.now,
            draft_data=understood,
            first_draft_data=understood,
            source=lines,
        )
        details = {"sha256": document.sha256, "format": document.format}
        record("import.received", received, by=hand.by_id, now=hand.now, details=details)
    return received


@transaction.atomic
def correct(
    plan_import: PlanImport, change: Callable[[PlanDraft], PlanDraft], *, seen_version: int, hand: Hand
) -> PlanImport:
    """Applies one correction of ``edits.py``. Raises EditRefused (nothing changes) or ImportMoved."""
    held = _hold(plan_import, seen_version)
    held.draft = change(held.draft)
    return _save(held)


@transaction.atomic
def settle_mark(plan_import: PlanImport, decision: dict[str, Any], *, seen_version: int, hand: Hand) -> PlanImport:
    """Keeps what was decided about a drafting mark before the plan exists; it becomes a settled or entrusted point.

    ``decision``: {item, type, quote, outcome ("" while open), decision, owner (id or None), due_on (ISO or "")}.
    """
    held = _hold(plan_import, seen_version)
    key = (decision["item"], decision["type"], decision["quote"])
    others = [kept for kept in held.decisions if (kept["item"], kept["type"], kept["quote"]) != key]
    held.decisions = [*others, decision]
    return _save(held)


@transaction.atomic
def rename_import(plan_import: PlanImport, title: str, *, seen_version: int) -> PlanImport:
    held = _hold(plan_import, seen_version)
    held.title = title[:200]
    return _save(held)


@transaction.atomic
def confirm(plan_import: PlanImport, *, seen_version: int, hand: Hand, show: bool = False) -> TerritorialEducationPlan:
    """Writes the plan, with its open points, suggestions and comments; ``show`` opens it to the public at once."""
    held = _hold(plan_import, seen_version)
    draft, names = renumber(held.draft)
    plan = write_plan(draft, title=held.title, commune=held.commune, hand=hand, decisions=_renamed(held, names))
    held.plan, held.state, held.ended_at = plan, ImportState.CONFIRMED, hand.now
    _save(held)
    details = {"import": held.pk, "items": plan.items.count()}
    record("import.confirmed", plan, by=hand.by_id, now=hand.now, details=details)
    if show:
        show_to_public(plan, hand=hand)
    return plan


@transaction.atomic
def abandon(plan_import: PlanImport, *, hand: Hand) -> None:
    held = _hold(plan_import, plan_import.version)
    held.state, held.ended_at = ImportState.ABANDONED, hand.now
    _save(held)
    record("import.abandoned", held, by=hand.by_id, now=hand.now)


@transaction.atomic
def undo(plan_import: PlanImport, *, hand: Hand) -> None:
    """Takes the whole imported plan out of sight; the plan shown before, if any, is on display again.

    Raises ImportMoved, PlanAdopted: what a council has voted is not undone.
    """
    held = PlanImport.objects.select_for_update(of=("self",), no_key=True).get(pk=plan_import.pk)
    if held.state != ImportState.CONFIRMED or held.plan_id is None:
        raise ImportMoved
    hold_plan(held.plan_id)
    TerritorialEducationPlan.objects.filter(pk=held.plan_id).update(discarded_at=hand.now)
    held.state, held.ended_at = ImportState.UNDONE, hand.now
    _save(held)
    record("import.undone", held, by=hand.by_id, now=hand.now, details={"plan": held.plan_id})


@transaction.atomic
def redo(plan_import: PlanImport, *, hand: Hand) -> None:
    """Brings back a plan whose import was undone, as it was."""
    held = PlanImport.objects.select_for_update(of=("self",), no_key=True).get(pk=plan_import.pk)
    if held.state != ImportState.UNDONE or held.plan_id is None:
        raise ImportMoved
    TerritorialEducationPlan.objects.filter(pk=held.plan_id).update(discarded_at=None)
    held.state, held.ended_at = ImportState.CONFIRMED, hand.now
    _save(held)
    record("import.redone", held, by=hand.by_id, now=hand.now, details={"plan": held.plan_id})


@transaction.atomic
def forget(*, before: datetime, now: datetime) -> int:
    """Erases imports never confirmed and plans whose import was undone, when they ended or came in before that."""
    undone = PlanImport.objects.filter(state=ImportState.UNDONE, ended_at__lt=before)
    TerritorialEducationPlan.objects.filter(pk__in=undone.values("plan"), discarded_at__isnull=False).delete()
    stale = PlanImport.objects.filter(state=ImportState.IN_REVIEW, started_at__lt=before)
    dropped = PlanImport.objects.filter(state__in=[ImportState.UNDONE, ImportState.ABANDONED], ended_at__lt=before)
    count = stale.count() + dropped.count()
    if count:
        stale.delete()
        dropped.delete()
        record("import.forgotten", "importing.PlanImport", by=None, now=now, details={"count": count})
    return count


def _as_it_stands(paragraph: Paragraph) -> str:
    """The words of the document; where a change is tracked, before and after."""
    before, after = paragraph.text(View.REJECTED), paragraph.text(View.ACCEPTED)
    return before if before == after else " → ".join(filter(str.strip, (before, after)))


def _hold(plan_import: PlanImport, seen_version: int) -> PlanImport:
    held = (
        PlanImport.objects.select_for_update(of=("self",), no_key=True).select_related("commune").get(pk=plan_import.pk)
    )
    if not held.is_in_review or held.version != seen_version:
        raise ImportMoved
    return held


def _save(held: PlanImport) -> PlanImport:
    held.version += 1
    held.save()
    return held


def _renamed(held: PlanImport, names: dict[str, str]) -> list[dict[str, Any]]:
    return [{**kept, "item": names.get(kept["item"], kept["item"])} for kept in held.decisions]
