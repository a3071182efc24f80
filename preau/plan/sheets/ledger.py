"""How a sheet changes: held while it does, and never without a line that says who, when, what and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation

from .enums import EventKind, SheetState
from .errors import NotReady, SheetClosed, SheetConflict
from .models import ActionSheet, SheetEvent
from .rules import lacking_to_propose
from .state import SUBSTANCE, changeable, differences, facts_of, state_of
from .states import LIFE, ON_THE_WAY
from .telling import ask_agreement

_RELATED = ("plan", "owner", "co_owner", "contact", "review")


@dataclass(slots=True)
class Change:
    """What came of a change: the sheet as it stands, the facts that changed, the agreements that it undid."""

    sheet: ActionSheet
    facts: dict[str, list[Any]] = field(default_factory=dict)
    withdrawn: list[Organisation] = field(default_factory=list)


def hold(sheet: ActionSheet) -> ActionSheet:
    """The sheet as it stands, locked until the end of the transaction."""
    return ActionSheet.objects.select_for_update(of=("self",), no_key=True).select_related(*_RELATED).get(pk=sheet.pk)


@contextmanager
def changing(
    sheet: ActionSheet, touched: frozenset[str], *, hand: Hand, seen_version: int | None = None, reason: str = ""
) -> Iterator[Change]:
    """Gives the sheet as it stands; keeps what the block changed of it, and nothing if it changed nothing.

    ``touched`` names the facts that the block may change. Raises SheetConflict when one of them changed since
    ``seen_version``, SheetClosed when they no longer change in that state, NotReady when what is proposed would no
    longer hold. A change of substance takes the agreements back. Must run inside a transaction.
    """
    held = hold(sheet)
    if not touched <= changeable(held.state):
        raise SheetClosed
    if seen_version is not None and (moved := changed_since(held, seen_version) & touched):
        raise SheetConflict(held, moved)
    was = state_of(held)
    change = Change(held)
    yield change
    held.save()
    change.facts = differences(was, state_of(held))
    if not change.facts:
        return
    if held.state != SheetState.DRAFT and held.state in ON_THE_WAY and (lacks := lacking_to_propose(facts_of(held))):
        raise NotReady(lacks)
    held.version += 1
    held.save(update_fields=["version"])
    write_down(held, EventKind.EDITED, hand=hand, from_state=held.state, facts=change.facts, reason=reason)
    if held.state in ON_THE_WAY and SUBSTANCE & change.facts.keys():
        change.withdrawn = take_back(held, hand=hand)


def changed_since(sheet: ActionSheet, version: int) -> frozenset[str]:
    """The facts that changed after a version."""
    later = sheet.events.filter(version__gt=version).values_list("facts", flat=True)
    return frozenset(name for facts in later for name in facts)


def take_back(sheet: ActionSheet, *, hand: Hand) -> list[Organisation]:
    """Agreements were given to something that has changed: they are asked for again. Gives whose they were."""
    given = list(sheet.validations.filter(withdrawn_at__isnull=True).select_related("organisation"))
    if not given:
        return []
    sheet.validations.filter(pk__in=[each.pk for each in given]).update(withdrawn_at=hand.now)
    before = sheet.state
    sheet.state = LIFE.take("revise", sheet.state).target
    sheet.save(update_fields=["state"])
    gone = [each.organisation.slug for each in given]
    write_down(sheet, EventKind.REVISE, hand=hand, from_state=before, facts={"validations": [gone, []]})
    sides = [each.organisation for each in given]
    ask_agreement(sheet, hand=hand, sides=sides)
    return sides


def write_down(
    sheet: ActionSheet,
    kind: EventKind,
    *,
    hand: Hand,
    from_state: str,
    facts: dict[str, list[Any]] | None = None,
    reason: str = "",
) -> SheetEvent:
    """The line of the history and the entry of the journal, which comes first: it lets one writer through at a time."""
    details = {"code": sheet.code, "version": sheet.version, "state": str(sheet.state)}
    record(f"sheet.{kind}", sheet, by=hand.by_id, now=hand.now, details=details)
    return SheetEvent.objects.create(
        sheet=sheet,
        kind=kind,
        at=hand.now,
        by=hand.by,
        from_state=from_state,
        to_state=sheet.state,
        reason=reason[:500],
        facts=facts or {},
        version=sheet.version,
    )
