"""The report of what an evaluation tells. In French, whatever the reader's language: it is a document of the town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from preau.foundation.text.days import french_day
from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.figures import FigureTold
from preau.observatory.evaluation.models import Contribution, Evaluation, Verdict
from preau.observatory.evaluation.reading import (
    Action,
    AxisTold,
    EffectTold,
    GeneralTold,
    IndicatorTold,
    ObjectiveTold,
    Told,
)
from preau.observatory.indicators.enums import Status, Unit
from preau.observatory.indicators.library import Entry

from ..wording import counted_words
from .asked import surveys_of
from .model import (
    ActionPart,
    AxisPart,
    ContributionPart,
    Count,
    DissentPart,
    EffectPart,
    FigurePart,
    GeneralPart,
    Lesson,
    ObjectivePart,
    Report,
    VerdictPart,
)
from .series import aim_words, series_chart, verdicts_chart


def report_of(told: Told, made_on: date, address: str = "") -> Report:
    """``address``: where the public reads it, once it is published."""
    evaluation = told.evaluation
    with override("fr"):
        return Report(
            town=evaluation.plan.commune.name,
            title=_("Évaluation du projet éducatif de territoire, %(year)s") % {"year": evaluation.year_name},
            year_name=evaluation.year_name,
            status=_status(evaluation),
            is_settled=evaluation.is_settled,
            made_on=french_day(made_on),
            why=evaluation.why,
            question=evaluation.question,
            criteria=evaluation.criteria,
            parents_place=evaluation.parents_place,
            conclusion=evaluation.conclusion,
            counts=_counts(told.verdicts),
            without_verdict=len(told.without_verdict),
            verdicts=verdicts_chart([(_axis_name(axis), axis.verdicts) for axis in told.axes]),
            axes=tuple(_axis(axis) for axis in told.axes),
            surveys=surveys_of(told.surveys),
            address=address if evaluation.is_published else "",
        )


def _status(evaluation: Evaluation) -> str:
    if evaluation.adopted_on is None:
        return _("Document de travail : le comité n’a pas encore adopté cette évaluation")
    told = {"day": french_day(evaluation.adopted_on), "body": evaluation.adopted_by_body}
    return _("Adoptée le %(day)s (%(body)s)") % told


def _axis_name(axis: AxisTold) -> str:
    return _("Axe %(number)s") % {"number": axis.axis.axis_number}


def _counts(verdicts: Counter[VerdictKind]) -> tuple[Count, ...]:
    return tuple(
        Count(kind.value, counted_words(kind, verdicts[kind]), kind.sign, verdicts[kind]) for kind in VerdictKind
    )


def _axis(told: AxisTold) -> AxisPart:
    verdicts = [each.verdict for each in told.effects if each.verdict]
    return AxisPart(
        told.axis.axis_number,
        told.axis.text,
        _counts(told.verdicts),
        tuple(_general(each) for each in told.generals),
        _lessons((each, each.learnt) for each in verdicts),
        _lessons((each, each.change) for each in verdicts),
    )


def _lessons(told: Iterable[tuple[Verdict, str]]) -> tuple[Lesson, ...]:
    return tuple(Lesson(verdict.effect.code, words) for verdict, words in told if words)


def _general(told: GeneralTold) -> GeneralPart:
    return GeneralPart(
        told.item.code,
        told.item.text,
        tuple(_objective(each) for each in told.objectives),
        tuple(_effect(each) for each in told.effects),
        _counts(Counter(VerdictKind(each.verdict.kind) for each in told.effects if each.verdict)),
    )


def _objective(told: ObjectiveTold) -> ObjectivePart:
    owner = told.objective.owner
    return ObjectivePart(
        told.objective.code,
        told.objective.text,
        owner.name if owner else "",
        tuple(_action(each) for each in told.actions),
        tuple(_contribution(each) for each in told.contributions),
    )


def _action(action: Action) -> ActionPart:
    return ActionPart(action.code, action.title, _state(action), ", ".join(action.sides), action.done)


def _state(action: Action) -> str:
    """Put away or not, what was done and told is over: whoever reads a report files nothing."""
    return _("terminée") if action.is_reviewed else str(getattr(action.state, "label", action.state))


def _contribution(each: Contribution) -> ContributionPart:
    asked = (
        (_("Ce qui a été fait"), each.done),
        (_("Ce qui a aidé"), each.helped),
        (_("Ce qui a freiné"), each.hindered),
        (_("Ce que nous proposons"), each.proposed),
    )
    return ContributionPart(each.organisation.name, tuple(line for line in asked if line[1].strip()), each.how)


def _effect(told: EffectTold) -> EffectPart:
    return EffectPart(
        told.effect.code,
        told.effect.text,
        _verdict(told.verdict) if told.verdict else None,
        tuple(
            DissentPart(each.organisation.name, each.words, french_day(timezone.localdate(each.signed_at)))
            for each in told.dissents
        ),
        tuple(_figure(each) for each in told.indicators),
    )


def _verdict(verdict: Verdict) -> VerdictPart:
    kind, strength = verdict.told, verdict.told_strength
    return VerdictPart(
        kind.value,
        str(kind.label),
        kind.sign,
        str(strength.label),
        strength.level,
        "" if verdict.narrative.startswith(verdict.strength_reason) else verdict.strength_reason,
        verdict.narrative,
        verdict.learnt,
        verdict.change,
        _note(verdict, verdict.evaluation),
    )


def _note(verdict: Verdict, evaluation: Evaluation) -> str:
    if verdict.adopted_on is None:
        return _("Proposition : le comité ne l’a pas encore adoptée.")
    if (verdict.adopted_on, verdict.adopted_by_body) == (evaluation.adopted_on, evaluation.adopted_by_body):
        return ""
    told = {"day": french_day(verdict.adopted_on), "body": verdict.adopted_by_body}
    return _("Adopté le %(day)s (%(body)s).") % told


def _figure(told: IndicatorTold) -> FigurePart:
    figure, entry = told.figure, told.entry
    words, among = figure.words(entry), figure.among(entry)
    return FigurePart(
        key=f"{entry.code}/{figure.school_year}",
        number=told.indicator.pk,
        title=str(entry.title),
        words=_("masqué") if figure.shown.is_hidden else words,
        among=among if entry.unit == Unit.SHARE and figure.shown.is_known and among != words else "",
        why_not=figure.why_not,
        measure=measure_words(entry),
        span=span_words(figure),
        source=source_words(figure, entry),
        snapshot=figure.snapshot,
        doubts=str(entry.doubts),
        target=aim_words(told, told.target),
        next_target=aim_words(told, told.next_target),
        chart=series_chart(told),
        is_known=figure.shown.is_known,
    )


def measure_words(entry: Entry) -> str:
    if not entry.among:
        return capfirst(str(entry.counted))
    return capfirst(_("%(counted)s, parmi : %(among)s") % {"counted": entry.counted, "among": entry.among})


def span_words(figure: FigureTold) -> str:
    told = {"year": figure.year_name, "day": french_day(figure.until)}
    if figure.is_over:
        return _("année scolaire %(year)s") % told
    return _("année scolaire %(year)s, jusqu’au %(day)s : elle n’est pas finie") % told


def source_words(figure: FigureTold, entry: Entry) -> str:
    if entry.status != Status.COUNTED:
        if not figure.source:
            return _("personne ne l’a encore saisi")
        return _("%(source)s, connu le %(day)s") % {"source": figure.source, "day": french_day(figure.until)}
    if figure.taken_at is None:
        return _("aucun relevé des faits")
    return _("compté sur le relevé des faits du %(day)s") % {"day": _local_day(figure.taken_at)}


def _local_day(at: datetime) -> str:
    return french_day(timezone.localdate(at))
