"""What has to be done by a day, on the way to a label."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.labels.errors import FileClosed
from preau.plan.labels.filing import hold
from preau.plan.labels.models import LabelFile, LabelMilestone


@transaction.atomic
def add_milestone(file: LabelFile, name: str, due_on: date, *, hand: Hand) -> LabelMilestone:
    """Raises FileClosed."""
    held = _living(file)
    milestone = held.milestones.create(name=name, due_on=due_on)
    record("label.milestone_added", held, by=hand.by_id, now=hand.now, details={"due_on": str(due_on)})
    return milestone


@transaction.atomic
def finish(milestone: LabelMilestone, *, hand: Hand) -> None:
    """Done; saying so twice changes nothing. Raises FileClosed."""
    held = _living(milestone.file)
    pending = held.milestones.filter(pk=milestone.pk, done_at__isnull=True)
    if pending.update(done_at=hand.now, done_by=hand.by):
        record("label.milestone_done", held, by=hand.by_id, now=hand.now, details={"milestone": milestone.pk})


@transaction.atomic
def take_up_again(milestone: LabelMilestone, *, hand: Hand) -> None:
    """Not done after all. Raises FileClosed."""
    held = _living(milestone.file)
    if held.milestones.filter(pk=milestone.pk, done_at__isnull=False).update(done_at=None, done_by=None):
        record("label.milestone_reopened", held, by=hand.by_id, now=hand.now, details={"milestone": milestone.pk})


@transaction.atomic
def remove_milestone(milestone: LabelMilestone, *, hand: Hand) -> None:
    """Raises FileClosed."""
    held = _living(milestone.file)
    if held.milestones.filter(pk=milestone.pk).delete()[0]:
        record("label.milestone_removed", held, by=hand.by_id, now=hand.now, details={"name": milestone.name})


def _living(file: LabelFile) -> LabelFile:
    held = hold(file)
    if not held.is_live:
        raise FileClosed
    return held
