"""The steps of a sheet's life. Who may take them is in ``permissions.py``; why one can't be taken now, here."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation

from .enums import EventKind
from .errors import AlreadySigned, NotASide, NotReady, SheetConflict
from .ledger import changed_since, hold, write_down
from .models import ActionReview, ActionSheet, SheetValidation
from .rules import Lack, lacking_to_propose, lacking_to_schedule
from .state import SUBSTANCE, facts_of
from .states import LIFE
from .telling import ask_agreement, ask_opinions, tell_agreement, tell_step


class Reviewed(NamedTuple):
    """What a review must say; ``cost`` in euros."""

    done: str
    children: int
    adults: int
    worked: str
    to_change: str
    effect: str
    cost: Decimal


@transaction.atomic
def propose(sheet: ActionSheet, *, hand: Hand) -> ActionSheet:
    """Shows the sheet to everybody and asks both institutions to agree. Raises NotNow, NotReady."""
    held = hold(sheet)
    _check("propose", held, lacking_to_propose(facts_of(held)))
    held.proposed_at = held.proposed_at or hand.now
    _move(held, "propose", hand=hand)
    ask_agreement(held, hand=hand)
    ask_opinions(held, hand=hand)
    return held


@transaction.atomic
def validate(
    sheet: ActionSheet, *, organisation: Organisation, hand: Hand, how: str = "", seen_version: int | None = None
) -> ActionSheet:
    """One side agrees; the second agreement makes the sheet co-validated.

    ``how`` says how the agreement was given, when somebody writes it down for an organisation that is not theirs.
    Raises NotNow, NotASide, AlreadySigned, and SheetConflict when the substance is no longer the one that was read.
    """
    held = hold(sheet)
    if seen_version is not None and (moved := changed_since(held, seen_version) & SUBSTANCE):
        raise SheetConflict(held, moved)
    LIFE.take("validate", held.state)
    if organisation.pk not in (held.owner_id, held.co_owner_id):
        raise NotASide
    given = list(held.validations.filter(withdrawn_at__isnull=True).select_related("organisation"))
    if any(each.organisation_id == organisation.pk for each in given):
        raise AlreadySigned
    if hand.by is not None and any(each.by_id == hand.by.pk for each in given):
        raise AlreadySigned
    SheetValidation.objects.create(
        sheet=held, organisation=organisation, by=hand.by, at=hand.now, how=how, version=held.version
    )
    before = sorted(each.organisation.slug for each in given)
    signed = {"validations": [before, sorted([*before, organisation.slug])]}
    write_down(held, EventKind.SIGNED, hand=hand, from_state=held.state, facts=signed, reason=how)
    if given:
        _move(held, "validate", hand=hand)
    tell_agreement(held, organisation, hand=hand)
    return held


@transaction.atomic
def schedule(sheet: ActionSheet, *, hand: Hand) -> ActionSheet:
    """The action has its place in the week and its places in town. Raises NotNow, NotReady."""
    held = hold(sheet)
    _check("schedule", held, lacking_to_schedule(facts_of(held)))
    return _move(held, "schedule", hand=hand)


@transaction.atomic
def start(sheet: ActionSheet, *, hand: Hand) -> ActionSheet:
    return _move(hold(sheet), "start", hand=hand)


@transaction.atomic
def review(sheet: ActionSheet, told: Reviewed, *, hand: Hand) -> ActionSheet:
    """Writes what came of the action; nothing else makes it reviewed. Raises NotNow."""
    held = hold(sheet)
    LIFE.take("review", held.state)
    held.review = ActionReview.objects.create(**told._asdict(), written_at=hand.now, written_by=hand.by)
    return _move(held, "review", hand=hand)


@transaction.atomic
def archive(sheet: ActionSheet, *, hand: Hand) -> ActionSheet:
    return _move(hold(sheet), "archive", hand=hand)


@transaction.atomic
def reject(sheet: ActionSheet, *, hand: Hand, reason: str) -> ActionSheet:
    return _leave(hold(sheet), "reject", hand=hand, reason=reason)


@transaction.atomic
def redraft(sheet: ActionSheet, *, hand: Hand, reason: str) -> ActionSheet:
    """Back on the workbench of its two organisations; agreements are to be given again."""
    return _leave(hold(sheet), "redraft", hand=hand, reason=reason)


@transaction.atomic
def cancel(sheet: ActionSheet, *, hand: Hand, reason: str) -> ActionSheet:
    return _leave(hold(sheet), "cancel", hand=hand, reason=reason)


def _check(step: str, sheet: ActionSheet, lacks: list[Lack]) -> None:
    """The state first: a sheet that is elsewhere lacks nothing for this step."""
    LIFE.take(step, sheet.state)
    if lacks:
        raise NotReady(lacks)


def _leave(sheet: ActionSheet, step: str, *, hand: Hand, reason: str) -> ActionSheet:
    """Steps that undo what was agreed on."""
    LIFE.take(step, sheet.state, reason=reason)
    gone: dict[str, list[Any]] = {}
    given = sheet.validations.filter(withdrawn_at__isnull=True)
    if slugs := sorted(given.values_list("organisation__slug", flat=True)):
        gone = {"validations": [slugs, []]}
        given.update(withdrawn_at=hand.now)
    return _move(sheet, step, hand=hand, reason=reason, facts=gone)


def _move(
    sheet: ActionSheet, step: str, *, hand: Hand, reason: str = "", facts: dict[str, list[Any]] | None = None
) -> ActionSheet:
    """Raises NotNow, ReasonMissing."""
    before = sheet.state
    sheet.state = LIFE.take(step, before, reason=reason).target
    sheet.version += 1
    sheet.save()
    write_down(sheet, EventKind(step), hand=hand, from_state=before, facts=facts, reason=reason)
    tell_step(sheet, step, hand=hand)
    return sheet
