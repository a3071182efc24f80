"""Lives told as data: the states of a thing, the steps between them, and why a step can't be taken now.

A pattern declares its ``Lifecycle`` once, in its ``states.py``; its permission table says who may take which step;
each step taken is a row with who, when and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

type Words = str | Promise


@dataclass(frozen=True, slots=True)
class Step:
    """A named change of state. ``needs_reason``: it is not taken without a sentence that says why."""

    name: str
    sources: frozenset[str]
    target: str
    label: Words
    needs_reason: bool = False


class NotNow(Exception):
    """The thing is not in a state from which that step starts. Carries the state it is in."""

    def __init__(self, step: str, state: str) -> None:
        super().__init__(f"{step} does not start from {state}")
        self.step, self.state = step, state


class ReasonMissing(Exception):
    """The step must say why."""


@dataclass(frozen=True)
class Lifecycle:
    """``states`` in the order of an ordinary life; ``ends``: those that nothing leaves."""

    states: tuple[str, ...]
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, states: Iterable[str], steps: Mapping[str, Step] | Iterable[Step]) -> Lifecycle:
        """Raises ValueError for a step that names an unknown state, or a name given twice."""
        told = tuple(steps.values() if isinstance(steps, Mapping) else steps)
        life = cls(tuple(str(state) for state in states), told)
        unknown = {state for step in told for state in (*step.sources, step.target)} - set(life.states)
        if unknown or len({step.name for step in told}) != len(told):
            raise ValueError(f"steps that lead nowhere: {sorted(unknown)}, or a name given twice")
        return life

    @cached_property
    def by_name(self) -> dict[str, Step]:
        return {step.name: step for step in self.steps}

    @cached_property
    def ends(self) -> frozenset[str]:
        return frozenset(self.states) - {source for step in self.steps for source in step.sources}

    def open_from(self, state: str) -> list[Step]:
        """The steps that start from a state, in the order in which they were declared."""
        return [step for step in self.steps if state in step.sources]

    def take(self, name: str, state: str, *, reason: str = "") -> Step:
        """The step, once checked. Raises NotNow, ReasonMissing, KeyError for a name that nobody declared."""
        step = self.by_name[name]
        if state not in step.sources:
            raise NotNow(name, state)
        if step.needs_reason and not reason.strip():
            raise ReasonMissing(name)
        return step
