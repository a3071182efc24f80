"""A term as it stands on a day: line by line, what counts, what will, what did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext

from preau.people.accounts.models import User
from preau.people.audit.models import AuditEvent
from preau.people.organisations.models import Commune

from .declaring import DatedTerm, Words


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a value. ``was``: what it was in the value before, where it changes."""

    label: Words
    words: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One decided row, in words. ``by`` is who wrote it last, "" where the journal names nobody.
    ``because``: the vote or the article that it rests on, "" where none is kept.
    ``parts``: of a term that is listed."""

    row: Any
    words: Words
    by: str = ""
    because: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def valid_from(self) -> date:
        return self.row.valid_from  # type: ignore[no-any-return]

    @property
    def changes(self) -> list[Part]:
        return [part for part in self.parts if part.was]


@dataclass(frozen=True, slots=True)
class Line:
    """One case. ``today`` is None where nobody decided: ``otherwise`` counts, by field in ``usual``.
    ``past`` has the last first. ``parts``: what counts, of a term that is listed."""

    key: str
    label: str
    case: Mapping[str, Any]
    today: Value | None
    otherwise: Words
    coming: tuple[Value, ...]
    past: tuple[Value, ...]
    usual: Mapping[str, Any]
    parts: tuple[Part, ...] = ()

    @property
    def now(self) -> Words:
        return self.today.words if self.today else self.otherwise


def lines_of(term: DatedTerm, commune: Commune, day: date) -> list[Line]:
    """In the order of the cases. Three queries, whatever their number."""
    rows: dict[tuple[Any, ...], list[Model]] = defaultdict(list)
    for row in _rows(term, commune):
        rows[tuple(_kept(getattr(row, each.field)) for each in term.cases)].append(row)
    by = _writers(term, [row for several in rows.values() for row in several])
    return [_line(term, case, rows[_case_key(case)], by, day, commune) for case in _cases(term, commune)]


def values_of(term: DatedTerm, row: Any) -> dict[str, Any]:
    """What a decision gave, by field."""
    return {each.field: getattr(row, each.field) for each in term.given}


def _line(
    term: DatedTerm,
    case: dict[str, tuple[Any, Words]],
    rows: list[Any],
    by: Mapping[int, str],
    day: date,
    commune: Commune,
) -> Line:
    held = {field: value for field, (value, _label) in case.items()}
    usual = term.usual(held) if term.usual else {}
    values: list[Value] = []
    before = usual
    for row in sorted(rows, key=lambda row: row.valid_from):
        given = values_of(term, row)
        because = given[term.because] if term.because else ""
        values.append(Value(row, term.told(row), by.get(row.pk, ""), because, _parts(term, given, before)))
        before = given
    begun = [value for value in values if value.valid_from <= day]
    return Line(
        key="-".join(str(_kept(value)) for value in held.values()) or "valeur",
        label=", ".join(str(label) for _value, label in case.values()),
        case=held,
        today=begun[-1] if begun else None,
        otherwise=term.otherwise(held) if term.otherwise else "",
        coming=tuple(value for value in values if value.valid_from > day),
        past=tuple(reversed(begun[:-1])),
        usual=usual,
        parts=begun[-1].parts if begun else _parts(term, usual, usual),
    )


def _parts(term: DatedTerm, values: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[Part, ...]:
    if not term.is_listed or not values:
        return ()
    parts = []
    for each in term.given:
        if each.field != term.because:
            words, was = _field_words(values[each.field]), _field_words(before.get(each.field))
            parts.append(Part(each.label, words, "" if was == words else was))
    return tuple(parts)


def _field_words(value: Any) -> str:
    return gettext("rien") if value in (None, "") else str(value)


def _rows(term: DatedTerm, commune: Commune) -> QuerySet[Model]:
    every: QuerySet[Model] = term.model._default_manager.all()
    if term.is_of_a_town:
        return every.filter(commune=commune)
    relations = [each.field for each in term.cases if term.model._meta.get_field(each.field).is_relation]
    return every.select_related(*relations) if relations else every


def _cases(term: DatedTerm, commune: Commune) -> Iterator[dict[str, tuple[Any, Words]]]:
    for options in product(*(each.options(commune) for each in term.cases)):
        yield {each.field: option for each, option in zip(term.cases, options, strict=True)}


def _case_key(case: Mapping[str, tuple[Any, Words]]) -> tuple[Any, ...]:
    return tuple(_kept(value) for value, _label in case.values())


def _kept(value: Any) -> Any:
    """A thing of another table is told by its number."""
    return value.pk if isinstance(value, Model) else value


def _writers(term: DatedTerm, rows: list[Any]) -> dict[int, str]:
    """Who wrote each row last, as the journal says it."""
    subjects = {f"{term.model._meta.label}:{row.pk}": row.pk for row in rows}
    events = AuditEvent.objects.filter(subject__in=subjects).order_by("number").values_list("subject", "actor_id")
    last = {subjects[subject]: actor for subject, actor in events if actor is not None}
    names = dict(User.objects.filter(pk__in=set(last.values())).values_list("pk", "full_name"))
    return {pk: names.get(actor, "") for pk, actor in last.items()}
