"""The accessibility of a place: what registers say of it and what the town saw for itself, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .access import BY_NAME, QUESTIONS, Question, understood
from .actions import hold_site
from .models import AccessAnswer, PlaceRecord, Site


@dataclass(frozen=True, slots=True)
class Told:
    """One answer. ``record`` is the line of the register that says it, None when the town does, on ``on``."""

    question: Question
    value: Any
    on: date | None
    record: PlaceRecord | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The town and a register answer the same question differently."""

    question: Question
    ours: Told
    theirs: Told


@dataclass(frozen=True, slots=True)
class AccessOf:
    """``answers``: question → what is held true; the town, who went and looked, wins over the register."""

    answers: Mapping[str, Told]
    contradictions: tuple[Contradiction, ...]

    @property
    def values(self) -> dict[str, Any]:
        return {name: told.value for name, told in self.answers.items()}

    @property
    def last_told_on(self) -> date | None:
        return max((told.on for told in self.answers.values() if told.on), default=None)

    @property
    def registers(self) -> list[PlaceRecord]:
        """Those that an answer comes from, each once."""
        found = {told.record.pk: told.record for told in self.answers.values() if told.record}
        return list(found.values())


def access_of(site: Site) -> AccessOf:
    """Two queries, none when ``answers`` and ``records`` were fetched with the site."""
    official = {told.question.name: told for told in _of_records(site.records.all())}
    ours = {
        answer.field: Told(BY_NAME[answer.field], answer.value, answer.told_on)
        for answer in site.answers.all()
        if answer.field in BY_NAME
    }
    contradictions = tuple(
        Contradiction(question, ours[question.name], official[question.name])
        for question in QUESTIONS
        if question.name in ours
        and question.name in official
        and understood(question, ours[question.name].value) != understood(question, official[question.name].value)
    )
    return AccessOf({**official, **ours}, contradictions)


def _of_records(records: Iterable[PlaceRecord]) -> Iterable[Told]:
    for line in records:
        if line.is_gone:
            continue
        for name, value in line.access.items():
            question = BY_NAME.get(name)
            if question is not None and understood(question, value) is not None:
                yield Told(question, value, _updated_on(line), line)


def _updated_on(line: PlaceRecord) -> date | None:
    try:
        return date.fromisoformat(str(line.facts.get("updated_on", ""))[:10])
    except ValueError:
        return None


@transaction.atomic
def write_answers(site: Site, answers: Mapping[str, Any], *, told_on: date, seen_version: int, hand: Hand) -> Site:
    """What the town says; a question that ``answers`` leaves out is left to the registers. Raises SiteChanged."""
    held = hold_site(site, seen_version)
    held.save(update_fields=["version"])
    before = {answer.field: answer for answer in held.answers.all()}
    for name in before.keys() - answers.keys():
        before[name].delete()
    for name, value in answers.items():
        known = before.get(name)
        if known is None:
            AccessAnswer.objects.create(site=held, field=name, value=value, told_on=told_on, told_by=hand.by)
        elif known.value != value or known.told_on < told_on:
            known.value, known.told_on, known.told_by = value, told_on, hand.by
            known.save()
    record("site.access_told", held, by=hand.by_id, now=hand.now, details={"answers": len(answers)})
    return held
