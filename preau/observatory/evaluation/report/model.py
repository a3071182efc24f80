"""What a report says, whatever it is written on. Pure: no number here that is not already in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from preau.foundation.charts import Chart

_TONES = {"confirmed": "good", "partly": "warn", "refuted": "stop"}
"""Of the design system, by kind of verdict; the last kind has none."""


@dataclass(frozen=True, slots=True)
class FigurePart:
    """One indicator in the year evaluated, and where each word of it comes from.

    ``key`` names the figure in the whole report: effect, indicator and year. ``measure``: what is counted, among what;
    ``span``: of which days; ``source``: counted from which facts, or said by whom; ``snapshot``: the version of them.
    """

    key: str
    number: int
    title: str
    words: str
    among: str
    why_not: str
    measure: str
    span: str
    source: str
    snapshot: str
    doubts: str
    target: str
    next_target: str
    chart: Chart | None
    is_known: bool

    @property
    def origin(self) -> str:
        """For the table of sources: with the number of the snapshot, so that the figure can be counted again."""
        return f"{self.source} (n°\u00a0{self.snapshot})" if self.snapshot else self.source


@dataclass(frozen=True, slots=True)
class VerdictPart:
    kind: str
    label: str
    sign: str
    strength: str
    level: int
    reason: str
    """"" where it would only say the narrative again."""
    narrative: str
    learnt: str
    change: str
    note: str
    """Proposed only, or adopted apart from the rest; "" when the status of the whole report says it."""

    @property
    def tone(self) -> str:
        return _TONES.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class DissentPart:
    side: str
    words: str
    signed: str


@dataclass(frozen=True, slots=True)
class EffectPart:
    code: str
    text: str
    verdict: VerdictPart | None
    dissents: tuple[DissentPart, ...] = ()
    figures: tuple[FigurePart, ...] = ()

    @property
    def has_something(self) -> bool:
        return self.verdict is not None or bool(self.figures)

    @property
    def is_unmeasured(self) -> bool:
        """All there is to say of it is why nothing could be known: a line says it."""
        verdict = self.verdict
        if verdict is None or verdict.kind != "not_measured":
            return False
        return not (self.dissents or verdict.learnt or verdict.change or any(each.is_known for each in self.figures))


@dataclass(frozen=True, slots=True)
class UnmeasuredPart:
    """Effects of which nothing could be known, all for the same reason."""

    why: str
    effects: tuple[EffectPart, ...]


@dataclass(frozen=True, slots=True)
class ActionPart:
    code: str
    title: str
    state: str
    sides: str
    done: str


@dataclass(frozen=True, slots=True)
class ContributionPart:
    """``words``: (what it answers, the answer), those that were given."""

    side: str
    words: tuple[tuple[str, str], ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class ObjectivePart:
    code: str
    text: str
    carrier: str
    actions: tuple[ActionPart, ...] = ()
    contributions: tuple[ContributionPart, ...] = ()

    @property
    def has_something(self) -> bool:
        return bool(self.actions or self.contributions)


@dataclass(frozen=True, slots=True)
class GeneralPart:
    code: str
    text: str
    objectives: tuple[ObjectivePart, ...]
    effects: tuple[EffectPart, ...]
    counts: tuple[Count, ...] = ()

    @property
    def told(self) -> list[EffectPart]:
        return [each for each in self.effects if each.has_something and not each.is_unmeasured]

    @property
    def unmeasured(self) -> list[UnmeasuredPart]:
        """A reason is told once, however many effects it holds for."""
        found: dict[str, list[EffectPart]] = {}
        for each in self.effects:
            if each.is_unmeasured and each.verdict:
                found.setdefault(each.verdict.narrative, []).append(each)
        return [UnmeasuredPart(why, tuple(effects)) for why, effects in found.items()]

    @property
    def silent(self) -> list[EffectPart]:
        """Neither verdict nor figure."""
        return [each for each in self.effects if not each.has_something]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What we learn, or what we change, and of which effect."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Count:
    """Effects of one verdict."""

    kind: str
    label: str
    sign: str
    count: int

    @property
    def tone(self) -> str:
        return _TONES.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class AxisPart:
    number: int
    text: str
    counts: tuple[Count, ...]
    generals: tuple[GeneralPart, ...]
    learnt: tuple[Lesson, ...]
    changes: tuple[Lesson, ...]

    @property
    def effects(self) -> Iterator[EffectPart]:
        return (each for general in self.generals for each in general.effects)

    @property
    def objectives(self) -> Iterator[ObjectivePart]:
        return (each for general in self.generals for each in general.objectives)


@dataclass(frozen=True, slots=True)
class AnswerPart:
    words: str
    count: str


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """Without answers when too few were given."""

    words: str
    respondents: str
    answers: tuple[AnswerPart, ...]


@dataclass(frozen=True, slots=True)
class SurveyPart:
    title: str
    about: str
    questions: tuple[QuestionPart, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """``status``: adopted or not, by whom and when; ``address``: where all read it, "" before it is published."""

    town: str
    title: str
    year_name: str
    status: str
    is_settled: bool
    made_on: str
    why: str
    question: str
    criteria: str
    parents_place: str
    conclusion: str
    counts: tuple[Count, ...]
    without_verdict: int
    verdicts: Chart | None
    axes: tuple[AxisPart, ...]
    surveys: tuple[SurveyPart, ...] = ()
    address: str = ""

    @property
    def effects(self) -> Iterator[EffectPart]:
        return (each for axis in self.axes for each in axis.effects)

    @property
    def figures(self) -> Iterator[FigurePart]:
        """Every figure of the report, in its order: what the table of sources lists."""
        return (each for effect in self.effects for each in effect.figures)

    @property
    def concluded(self) -> int:
        return sum(each.count for each in self.counts)
