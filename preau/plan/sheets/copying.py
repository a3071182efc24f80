"""A sheet taken up for the next school year: what was decided stays, what was obtained is to be obtained again."""

from __future__ import annotations

from django.db import transaction

from preau.people.accounts.hand import Hand

from .enums import EventKind, SheetState
from .errors import AlreadyCopied
from .ledger import hold, write_down
from .models import ActionSheet, BudgetLine, SheetApp, SheetMilestone, SheetPartner
from .rules import a_year_later
from .state import state_of
from .writing import open_sheet, set_objectives, set_themes

_KEPT = ("summary", "description", "means", "co_owner", "contact", "age_from", "age_to", "audiences", "bands")


@transaction.atomic
def copy_to_next_year(sheet: ActionSheet, *, hand: Hand) -> ActionSheet:
    """A draft in the next school year, dates a year later, grants and opinions empty. Raises AlreadyCopied.

    Objectives that were taken out of the plan meanwhile are left out.
    """
    held = hold(sheet)
    year = held.school_year + 1
    if already := held.copies.filter(school_year=year).exclude(state=SheetState.CANCELLED).first():
        raise AlreadyCopied(already)
    copy = open_sheet(
        held.plan,
        title=held.title,
        owner=held.owner,
        school_year=year,
        hand=hand,
        copied_from=held,
        starts_on=held.starts_on and a_year_later(held.starts_on),
        ends_on=held.ends_on and a_year_later(held.ends_on),
        **{name: getattr(held, name) for name in _KEPT},
    )
    copy.sites.set(held.sites.all())
    set_objectives(copy, [item for item in held.objectives.all() if item.removed_at is None])
    set_themes(copy, held.theme_set)
    _copy_lines(held, copy)
    said = {name: [None, value] for name, value in state_of(copy).items() if value not in ("", None, [])}
    write_down(copy, EventKind.COPIED, hand=hand, from_state="", facts=said, reason=held.code)
    return copy


def _copy_lines(held: ActionSheet, copy: ActionSheet) -> None:
    SheetPartner.objects.bulk_create(
        SheetPartner(sheet=copy, organisation_id=each.organisation_id, name=each.name, role=each.role, task=each.task)
        for each in held.partners.all()
    )
    SheetMilestone.objects.bulk_create(
        SheetMilestone(sheet=copy, name=each.name, due_on=a_year_later(each.due_on)) for each in held.milestones.all()
    )
    BudgetLine.objects.bulk_create(
        BudgetLine(
            sheet=copy,
            kind=each.kind,
            label=each.label,
            funder_id=each.funder_id,
            funder_name=each.funder_name,
            planned=each.planned,
        )
        for each in held.budget.all()
    )
    SheetApp.objects.bulk_create(
        SheetApp(
            sheet=copy,
            name=each.name,
            publisher=each.publisher,
            purpose=each.purpose,
            data=each.data,
            has_accounts=each.has_accounts,
        )
        for each in held.apps.all()
    )
