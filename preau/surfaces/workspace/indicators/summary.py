"""What the town looks at, in a few numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from preau.observatory.indicators.enums import Status
from preau.observatory.indicators.queries import AxisLines


@dataclass(frozen=True, slots=True)
class Summary:
    effects: int
    followed: int
    """Effects with at least one indicator."""
    chosen: int
    counting: int
    typed: int
    waiting: int
    empty: int
    """Typed ones that nobody has filled in yet."""
    minutes: int


def summary_of(axes: Sequence[AxisLines]) -> Summary:
    effects = [effect for axis in axes for effect in axis.effects]
    lines = [line for effect in effects for line in effect.lines]
    counting = [line for line in lines if line.entry.status == Status.COUNTED]
    waiting = [line for line in lines if line.entry.status == Status.WAITING]
    return Summary(
        effects=len(effects),
        followed=sum(bool(effect.lines) for effect in effects),
        chosen=len(lines),
        counting=len(counting),
        typed=len(lines) - len(counting) - len(waiting),
        waiting=len(waiting),
        empty=sum(line.is_empty for line in lines if line.entry.status not in (Status.COUNTED, Status.WAITING)),
        minutes=sum(line.entry.minutes for line in lines),
    )
