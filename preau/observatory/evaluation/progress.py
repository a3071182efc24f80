"""How far the campaign is: who is awaited, who has begun, who handed in, which effects nobody spoke of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from preau.people.organisations.models import Organisation
from preau.plan.structure.rules import code_key

from .adopting import silent_effects
from .enums import ContributionState
from .models import Contribution, ContributionRecall, Evaluation


@dataclass(frozen=True, slots=True)
class SideProgress:
    """One side with all that it was asked for, and when it was reminded."""

    organisation: Organisation
    contributions: list[Contribution]
    recalls: list[ContributionRecall]

    @property
    def states(self) -> Counter[str]:
        return Counter(each.state for each in self.contributions)

    @property
    def handed_in(self) -> int:
        return self.states[ContributionState.HANDED_IN]

    @property
    def begun(self) -> int:
        return self.states[ContributionState.DRAFT]

    @property
    def awaited(self) -> int:
        return self.states[ContributionState.ASKED]

    @property
    def is_done(self) -> bool:
        return self.handed_in == len(self.contributions)


@dataclass(frozen=True, slots=True)
class Progress:
    evaluation: Evaluation
    sides: list[SideProgress]
    verdicts: int
    silent: list[str]
    """Codes of the effects without a verdict."""

    @property
    def asked(self) -> int:
        return sum(len(each.contributions) for each in self.sides)

    @property
    def handed_in(self) -> int:
        return sum(each.handed_in for each in self.sides)

    @property
    def begun(self) -> int:
        return sum(each.begun for each in self.sides)

    @property
    def awaited(self) -> int:
        return self.asked - self.handed_in - self.begun

    @property
    def effects(self) -> int:
        return self.verdicts + len(self.silent)

    def is_late(self, today: date) -> bool:
        return (
            self.handed_in < self.asked and self.evaluation.closes_on is not None and self.evaluation.closes_on < today
        )


def progress_of(evaluation: Evaluation) -> Progress:
    """Those who have most left to hand in come first. A fixed number of queries."""
    rows = evaluation.contributions.select_related("organisation", "objective", "saved_by")
    recalls: dict[int, list[ContributionRecall]] = {}
    for each in evaluation.recalls.order_by("sent_at"):
        recalls.setdefault(each.organisation_id, []).append(each)
    by_side: dict[Organisation, list[Contribution]] = {}
    for row in sorted(rows, key=lambda each: code_key(each.objective.code)):
        by_side.setdefault(row.organisation, []).append(row)
    sides = [SideProgress(side, told, recalls.get(side.pk, [])) for side, told in by_side.items()]
    sides.sort(key=lambda each: (each.handed_in - len(each.contributions), each.organisation.name))
    return Progress(evaluation, sides, evaluation.verdicts.count(), silent_effects(evaluation))
