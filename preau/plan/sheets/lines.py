"""What stands in lines on a sheet: partners, milestones, money, documents. Each act is kept in its history."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.files.actions import discard_file, store_file
from preau.people.organisations.models import Organisation

from .ledger import Change, changing
from .models import ActionSheet, BudgetLine, SheetDocument, SheetMilestone, SheetPartner

_PARTNERS, _MILESTONES = frozenset({"partners"}), frozenset({"milestones"})
_BUDGET, _GRANTS, _DOCUMENTS = frozenset({"budget", "grants"}), frozenset({"grants"}), frozenset({"documents"})


class PartnerFacts(NamedTuple):
    """``name`` for an organisation that is not on the platform, "" otherwise."""

    organisation: Organisation | None
    name: str
    role: str
    task: str


class BudgetFacts(NamedTuple):
    """Euros. An expense has neither funder nor grant."""

    kind: str
    label: str
    funder: Organisation | None
    funder_name: str
    planned: Decimal
    granted: Decimal | None = None


@transaction.atomic
def save_partner(sheet: ActionSheet, told: PartnerFacts, *, hand: Hand, line: SheetPartner | None = None) -> Change:
    """Adds a partner, or rewrites the one given."""
    with changing(sheet, _PARTNERS, hand=hand) as change:
        SheetPartner(pk=line.pk if line else None, sheet=change.sheet, **told._asdict()).save()
    return change


@transaction.atomic
def remove_partner(line: SheetPartner, *, hand: Hand) -> Change:
    with changing(line.sheet, _PARTNERS, hand=hand) as change:
        change.sheet.partners.filter(pk=line.pk).delete()
    return change


@transaction.atomic
def save_milestone(
    sheet: ActionSheet, name: str, due_on: date, *, hand: Hand, line: SheetMilestone | None = None
) -> Change:
    with changing(sheet, _MILESTONES, hand=hand) as change:
        if line is None:
            SheetMilestone.objects.create(sheet=change.sheet, name=name, due_on=due_on)
        else:
            change.sheet.milestones.filter(pk=line.pk).update(name=name, due_on=due_on)
    return change


@transaction.atomic
def mark_milestone(line: SheetMilestone, *, is_done: bool, hand: Hand) -> Change:
    """Done, or not after all. Saying it twice changes nothing."""
    with changing(line.sheet, _MILESTONES, hand=hand) as change:
        done = {"done_at": hand.now, "done_by": hand.by} if is_done else {"done_at": None, "done_by": None}
        change.sheet.milestones.filter(pk=line.pk, done_at__isnull=is_done).update(**done)
    return change


@transaction.atomic
def remove_milestone(line: SheetMilestone, *, hand: Hand) -> Change:
    with changing(line.sheet, _MILESTONES, hand=hand) as change:
        change.sheet.milestones.filter(pk=line.pk).delete()
    return change


@transaction.atomic
def save_budget_line(sheet: ActionSheet, told: BudgetFacts, *, hand: Hand, line: BudgetLine | None = None) -> Change:
    """What a funder grants is kept up to date without asking anybody; what is planned is of the substance."""
    plans = line is None or BudgetFacts(line.kind, line.label, line.funder, line.funder_name, line.planned) != (
        told._replace(granted=None)
    )
    with changing(sheet, _BUDGET if plans else _GRANTS, hand=hand) as change:
        BudgetLine(pk=line.pk if line else None, sheet=change.sheet, **told._asdict()).save()
    return change


@transaction.atomic
def remove_budget_line(line: BudgetLine, *, hand: Hand) -> Change:
    with changing(line.sheet, _BUDGET, hand=hand) as change:
        change.sheet.budget.filter(pk=line.pk).delete()
    return change


@transaction.atomic
def add_document(sheet: ActionSheet, upload: bytes, name: str, label: str, *, hand: Hand) -> Change:
    """Raises FileRefused with the sentence to say."""
    with changing(sheet, _DOCUMENTS, hand=hand) as change:
        stored = store_file(upload, name, by=hand.by, now=hand.now)
        SheetDocument.objects.create(
            sheet=change.sheet, file=stored, label=label or stored.name, added_at=hand.now, added_by=hand.by
        )
    return change


@transaction.atomic
def remove_document(document: SheetDocument, *, hand: Hand) -> Change:
    with changing(document.sheet, _DOCUMENTS, hand=hand) as change:
        stored = document.file
        change.sheet.documents.filter(pk=document.pk).delete()
        discard_file(stored, by=hand.by, now=hand.now)
    return change
