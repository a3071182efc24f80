"""What people decide to close: a site or the whole town, for some days. Sessions follow in the layer above."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.town.calendar.enums import ClosureKind, TimeBand
from preau.town.calendar.errors import ClosureChanged
from preau.town.calendar.models import Closure
from preau.town.places.models import Site


@dataclass(frozen=True, slots=True)
class ClosureFacts:
    """What a person says of a closure: both days are in, ``site`` None is the town, no ``bands`` is all of them."""

    kind: ClosureKind
    reason: str
    first_day: date
    last_day: date
    site: Site | None = None
    bands: frozenset[TimeBand] = field(default_factory=frozenset)
    decided_by: str = ""


@transaction.atomic
def add_closure(commune: Commune, facts: ClosureFacts, *, hand: Hand) -> Closure:
    closure = Closure(commune=commune)
    _write(closure, facts)
    record("calendar.closure_added", closure, by=hand.by_id, now=hand.now, details=_details(closure))
    return closure


@transaction.atomic
def change_closure(closure: Closure, facts: ClosureFacts, *, seen_version: int, hand: Hand) -> Closure:
    """Raises ClosureChanged when it is no longer at ``seen_version``."""
    held = Closure.objects.select_for_update(no_key=True).filter(pk=closure.pk).first()
    if held is None or held.version != seen_version:
        raise ClosureChanged(held)
    held.version += 1
    _write(held, facts)
    record("calendar.closure_changed", held, by=hand.by_id, now=hand.now, details=_details(held))
    return held


@transaction.atomic
def remove_closure(closure: Closure, *, hand: Hand) -> None:
    """What it said stays in the journal."""
    record("calendar.closure_removed", closure, by=hand.by_id, now=hand.now, details=_details(closure))
    closure.delete()


def _write(closure: Closure, facts: ClosureFacts) -> None:
    closure.kind, closure.reason, closure.decided_by = facts.kind, facts.reason, facts.decided_by
    closure.first_day, closure.last_day, closure.site = facts.first_day, facts.last_day, facts.site
    closure.bands = [band.value for band in TimeBand if band in facts.bands]
    closure.save()


def _details(closure: Closure) -> dict[str, str]:
    return {
        "kind": closure.kind,
        "site": closure.site.slug if closure.site else "",
        "from": closure.first_day.isoformat(),
        "to": closure.last_day.isoformat(),
        "bands": " ".join(closure.bands),
    }
