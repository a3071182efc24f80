"""Writes a confirmed draft as a plan: a fixed number of queries per kind of object, whatever the size."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.plan.drafting.models import OpenPoint, PlanComment, Suggestion
from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, Mark, PlanDraft
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.models import ItemChange, PlanItem, PlanRow, TerritorialEducationPlan
from preau.plan.structure.state import differences

_BATCH = 500


def write_plan(
    draft: PlanDraft, *, title: str, commune: Commune, hand: Hand, decisions: list[dict[str, Any]]
) -> TerritorialEducationPlan:
    """Creates everything the draft holds. Must run inside a transaction."""
    plan = TerritorialEducationPlan.objects.create(commune=commune, title=title, created_at=hand.now)
    writer = _Writer(plan, hand, {(kept["item"], kept["type"], kept["quote"]): kept for kept in decisions})
    writer.write(draft)
    return plan


class _Writer:
    def __init__(
        self, plan: TerritorialEducationPlan, hand: Hand, decisions: dict[tuple[str, str, str], dict[str, Any]]
    ) -> None:
        self.plan, self.hand, self.decisions = plan, hand, decisions
        self.items: dict[str, PlanItem] = {}
        self.rows: dict[str, PlanRow] = {}
        self.first_of_row: dict[str, PlanItem] = {}
        self.points: list[OpenPoint] = []

    def write(self, draft: PlanDraft) -> None:
        generals = [(axis, general) for axis in draft.axes for general in axis.general_objectives]
        rows = [(general, row) for _, general in generals for row in general.rows]
        self._create([self._axis(axis, position) for position, axis in enumerate(draft.axes, 1)])
        self._create([self._general(axis, general, n) for n, (axis, general) in enumerate(generals, 1)])
        created = PlanRow.objects.bulk_create(
            [self._row(general, row, n) for n, (general, row) in enumerate(rows, 1)], batch_size=_BATCH
        )
        self.rows = {row.code: row for row in created}
        self._create([item for general, row in rows for item in self._in_row(general, row)])
        self.first_of_row = {row.id: self.items[(row.objectives or row.effects)[0].id] for _, row in rows}
        self._raise_points(draft)
        Suggestion.objects.bulk_create(self._suggestions(draft), batch_size=_BATCH)
        PlanComment.objects.bulk_create(self._comments(draft), batch_size=_BATCH)

    def _create(self, items: list[PlanItem]) -> None:
        for item in PlanItem.objects.bulk_create(items, batch_size=_BATCH):
            self.items[item.code] = item
        ItemChange.objects.bulk_create(
            [
                ItemChange(
                    item=item,
                    kind=ChangeKind.IMPORTED,
                    at=self.hand.now,
                    by=self.hand.by,
                    after=item.text,
                    facts=differences(None, item.state),
                )
                for item in items
            ],
            batch_size=_BATCH,
        )

    def _axis(self, axis: DraftAxis, position: int) -> PlanItem:
        return PlanItem(
            plan=self.plan,
            kind=ItemKind.AXIS,
            code=axis.id,
            position=position,
            text=axis.title,
            source_line=axis.line,
            is_bulleted=False,
        )

    def _general(self, axis: DraftAxis, general: DraftGeneralObjective, position: int) -> PlanItem:
        return PlanItem(
            plan=self.plan,
            kind=ItemKind.GENERAL_OBJECTIVE,
            code=general.id,
            parent=self.items[axis.id],
            position=position,
            text=general.text,
            source_line=general.line,
            is_bulleted=False,
        )

    def _row(self, general: DraftGeneralObjective, row: DraftRow, position: int) -> PlanRow:
        return PlanRow(plan=self.plan, general_objective=self.items[general.id], code=row.id, position=position)

    def _in_row(self, general: DraftGeneralObjective, row: DraftRow) -> list[PlanItem]:
        columns = ((ItemKind.OPERATIONAL_OBJECTIVE, row.objectives), (ItemKind.EXPECTED_EFFECT, row.effects))
        return [
            self._item(general, row, kind, item, position)
            for kind, items in columns
            for position, item in enumerate(items, 1)
        ]

    def _item(
        self, general: DraftGeneralObjective, row: DraftRow, kind: ItemKind, item: DraftItem, position: int
    ) -> PlanItem:
        return PlanItem(
            plan=self.plan,
            kind=kind,
            code=item.id,
            parent=self.items[general.id],
            row=self.rows[row.id],
            position=position,
            text=item.text,
            sub_points=item.children,
            is_bulleted=item.bulleted,
            source_line=item.line,
        )

    def _raise_points(self, draft: PlanDraft) -> None:
        for axis in draft.axes:
            self._points(axis.id, axis.marks)
            for general in axis.general_objectives:
                self._points(general.id, general.marks)
                for row in general.rows:
                    for item in (*row.objectives, *row.effects):
                        self._points(item.id, item.marks)
        self._points("", draft.document_marks)
        OpenPoint.objects.bulk_create(self.points, batch_size=_BATCH)

    def _points(self, code: str, marks: list[Mark]) -> None:
        for mark in marks:
            kept = self.decisions.get((code, mark.type, mark.quote), {})
            outcome = kept.get("outcome", "")
            self.points.append(
                OpenPoint(
                    plan=self.plan,
                    item=self.items.get(code),
                    kind=mark.type,
                    quote=mark.quote,
                    reason=mark.reason,
                    needs_town_decision=mark.needs_town_decision,
                    owner_id=kept.get("owner"),
                    due_on=date.fromisoformat(kept["due_on"]) if kept.get("due_on") else None,
                    raised_at=self.hand.now,
                    outcome=outcome,
                    decision=kept.get("decision", ""),
                    settled_at=self.hand.now if outcome else None,
                    settled_by=self.hand.by if outcome else None,
                )
            )

    def _suggestions(self, draft: PlanDraft) -> list[Suggestion]:
        return [
            Suggestion(
                plan=self.plan,
                item=self.items.get(suggestion.item) or self.first_of_row.get(suggestion.item),
                target=self.items.get(suggestion.target),
                place=suggestion.item,
                kind=suggestion.kind.value,
                old=suggestion.old,
                new=suggestion.new,
                start=max(suggestion.start, 0),
                author=suggestion.author,
                proposed_at=_aware(suggestion.date),
            )
            for suggestion in draft.suggestions
        ]

    def _comments(self, draft: PlanDraft) -> list[PlanComment]:
        return [
            PlanComment(
                plan=self.plan,
                item=self.items.get(comment.item),
                author=comment.author,
                written_at=_aware(comment.date),
                text=comment.text,
                quote=comment.quote,
            )
            for comment in draft.comments
        ]


def _aware(at: datetime | None) -> datetime | None:
    """Word writes local time without a zone; the town's zone is the best reading of it."""
    return timezone.make_aware(at) if at is not None and timezone.is_naive(at) else at
