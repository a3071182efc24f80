"""What happened to places, written down: a row for each, and one sealed line of the journal for all that were done
together (decision 0027)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .models import BookingUnit, Enrolment, EnrolmentStep
from .states import LIFE


@dataclass(frozen=True, slots=True)
class Done:
    """One step of one place."""

    enrolment: Enrolment
    step: str
    before: str
    hand: Hand
    reason: str = ""


def move(enrolment: Enrolment, step: str, *, hand: Hand, reason: str = "") -> Done:
    """Sets the state and saves it; the caller holds the unit and writes what is done. Raises NotNow, ReasonMissing."""
    before = enrolment.state
    enrolment.state = LIFE.take(step, before, reason=reason).target
    enrolment.version += 1
    if step != "offer":
        enrolment.offered_until = None
    enrolment.reason = reason[:24]
    enrolment.save()
    return Done(enrolment, step, before, hand, reason)


def write_down(unit: BookingUnit, done: Sequence[Done], *, is_told: bool = False) -> None:
    """The last thing of a transaction: the journal is written by one hand at a time, until it commits.

    ``is_told``: families learn of it by another way, and no mail of the place leaves.
    """
    if not done:
        return
    EnrolmentStep.objects.bulk_create(
        EnrolmentStep(
            enrolment=each.enrolment,
            step=each.step,
            from_state=each.before,
            to_state=each.enrolment.state,
            reason=each.reason,
            by_id=each.hand.by_id,
            at=each.hand.now,
            told_at=each.hand.now if is_told else None,
        )
        for each in done
    )
    hands = {each.hand.by_id for each in done}
    steps = [[each.enrolment.pk, each.step, str(each.enrolment.state), each.hand.by_id] for each in done]
    record(
        "enrolment.steps",
        unit,
        by=hands.pop() if len(hands) == 1 else None,
        now=max(each.hand.now for each in done),
        details={"steps": steps},
    )
