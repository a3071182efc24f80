"""One change for many entries: looked at first, then made for all or for none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from preau.foundation.lifecycle import NotNow
from preau.offer.activities.errors import EntryClosed, EntryConflict, NotComplete, WrongFact
from preau.offer.activities.models import Activity
from preau.offer.activities.writing import change_activity
from preau.people.accounts.hand import Hand

from . import stepping


@dataclass(frozen=True, slots=True)
class Bulk:
    """The facts to give to each entry (of ``change_activity``); ``verifies`` says that each is still true."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    verifies: bool = False


@dataclass(slots=True)
class BulkLine:
    """``facts``: those that change, with before and after; ``problem``: why this entry can't."""

    activity: Activity
    facts: dict[str, list[Any]] = field(default_factory=dict)
    verified: bool = False
    problem: str = ""

    @property
    def changes(self) -> bool:
        return bool(self.facts) or self.verified


class BulkRefused(Exception):
    """Some entries can't take the change: none took it. Carries every line."""

    def __init__(self, lines: list[BulkLine]) -> None:
        super().__init__(f"{sum(bool(line.problem) for line in lines)} entries can't")
        self.lines = lines


class _LookedAt(Exception):
    """Gives up the transaction once it was seen."""


def preview(activities: Iterable[Activity], bulk: Bulk, *, hand: Hand) -> list[BulkLine]:
    """What would change, by the same verbs; nothing is kept."""
    lines: list[BulkLine] = []
    try:
        with transaction.atomic():
            lines = [_line(each, bulk, each.version, hand) for each in activities]
            raise _LookedAt
    except _LookedAt:
        return lines


@transaction.atomic
def apply(
    activities: Iterable[Activity], bulk: Bulk, *, seen_versions: Mapping[int, int], hand: Hand
) -> list[BulkLine]:
    """Raises BulkRefused."""
    ordered = sorted(activities, key=lambda each: each.pk)
    lines = [_line(each, bulk, seen_versions.get(each.pk, each.version), hand) for each in ordered]
    if any(line.problem for line in lines):
        raise BulkRefused(lines)
    return lines


def _line(activity: Activity, bulk: Bulk, seen_version: int, hand: Hand) -> BulkLine:
    line = BulkLine(activity)
    try:
        with transaction.atomic():
            if bulk.facts:
                line.facts = change_activity(activity, bulk.facts, seen_version=seen_version, hand=hand).facts
            if bulk.verifies:
                stepping.verify(activity, hand=hand, seen_version=seen_version)
                line.verified = True
    except EntryClosed:
        line.problem = _("Elle a été refusée ou retirée.")
    except EntryConflict:
        line.problem = _("Quelqu’un l’a changée pendant ce temps.")
    except NotNow:
        line.problem = _("Elle n’est pas publiée : il n’y a rien à confirmer.")
    except WrongFact as wrong:
        line.problem = wrong.sentence
    except NotComplete as lacking:
        line.problem = " ".join(lacking.sentences)
    return line
