"""One step of a request: checked, written with who, when and why, told to those whose affair it is."""

from __future__ import annotations

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .models import ClassWish, ClassWishStep
from .states import LIFE
from .telling import tell_step


def move(wish: ClassWish, step: str, *, hand: Hand, reason: str = "") -> ClassWish:
    """The caller holds the offer. Raises NotNow, ReasonMissing."""
    before = wish.state
    wish.state = LIFE.take(step, before, reason=reason).target
    wish.version += 1
    wish.save()
    write_down(wish, step, before, hand=hand, reason=reason)
    tell_step(wish, step, hand=hand)
    return wish


def write_down(wish: ClassWish, step: str, before: str, *, hand: Hand, reason: str = "") -> None:
    ClassWishStep.objects.create(
        wish=wish, step=step, from_state=before, to_state=wish.state, reason=reason[:400], by=hand.by, at=hand.now
    )
    details = {"step": step, "from": before, "to": str(wish.state)}
    record("class_wish.step", wish, by=hand.by_id, now=hand.now, details=details)
