"""A spreadsheet comes back: what it would create, change, leave and refuse, line by line; then the same, kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from preau.foundation.schoolyears import school_year_of
from preau.foundation.tables import Row, converters, open_table
from preau.foundation.tables.french import unguarded
from preau.foundation.text.search import folded
from preau.offer.activities.errors import EntryClosed, EntryConflict, NotComplete, WrongFact
from preau.offer.activities.models import Activity, Adaptation
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.activities.said import AdaptationFacts, adaptation_of
from preau.offer.activities.slots import lines_of
from preau.offer.activities.slotwords import keyed
from preau.offer.activities.state import ADAPTED, CONTACT
from preau.offer.activities.writing import change_activity, create_activity
from preau.offer.prices.models import PriceRule
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune, Organisation
from preau.people.permissions import Actor
from preau.town.places.models import Site

from .columns import BY_HEADING, CODE, OWNER, Column

MOST = 2_000
"""Lines of one table."""
_GIVEN = ("title", "domain", "starts_on", "ends_on")


class Fate(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(slots=True)
class Line:
    """``number`` as the spreadsheet shows it; ``facts`` that change; ``refusals`` say the column and what to do."""

    number: int
    title: str
    fate: Fate = Fate.UNCHANGED
    activity: Activity | None = None
    facts: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Outcome:
    lines: list[Line]
    notes: list[str] = field(default_factory=list)

    def count(self, fate: str) -> int:
        return sum(line.fate == fate for line in self.lines)

    @property
    def as_json(self) -> dict[str, Any]:
        lines = [
            {
                "number": each.number,
                "title": each.title,
                "fate": each.fate.value,
                "slug": each.activity.slug if each.activity and each.fate is not Fate.CREATED else "",
                "facts": each.facts,
                "refusals": each.refusals,
            }
            for each in self.lines
        ]
        return {"lines": lines, "notes": self.notes, "counts": self.counts}

    @property
    def counts(self) -> dict[str, int]:
        return {fate.value: self.count(fate) for fate in Fate}


class _LookedAt(Exception):
    """Carries what was seen out of the transaction that is given up."""


class Reader:
    """Reads a table for one person: only what they may write is written."""

    def __init__(self, commune: Commune, who: Actor, hand: Hand) -> None:
        self.commune, self.who, self.hand = commune, who, hand
        mine = ACTIVITIES.rows(who, "edit", Activity.objects.filter(commune=commune))
        known = mine.select_related("organisation", "site", "price_rule").prefetch_related("slots")
        self.known = {each.slug: each for each in known}
        self.owners = {folded(each.name): each for each in writable_organisations(commune, who)}
        self.sites = {folded(each.name): each for each in Site.objects.filter(commune=commune)}
        self.prices = list(PriceRule.objects.filter(commune=commune).order_by("valid_from"))

    def preview(self, path: Path) -> Outcome:
        """What would come of it; nothing is kept. Raises UnreadableTable."""
        try:
            with transaction.atomic():
                outcome = self._run(path)
                raise _LookedAt
        except _LookedAt:
            return outcome

    @transaction.atomic
    def apply(self, path: Path) -> Outcome:
        """Writes every line that is not refused. Raises UnreadableTable."""
        return self._run(path)

    def _run(self, path: Path) -> Outcome:
        with open_table(path) as table:
            lines = list(self._lines(table.rows))
            return Outcome(lines, list(table.notes))

    def _lines(self, rows: Iterable[Row]) -> Iterator[Line]:
        for count, row in enumerate(rows, 1):
            if count > MOST:
                sentence = _("Un tableau porte %(most)d lignes au plus : coupez-le en deux.") % {"most": MOST}
                yield Line(row.number, "", Fate.REFUSED, refusals=[sentence])
                return
            yield self._line(row)

    def _line(self, row: Row) -> Line:
        cells = {folded(name.strip()): _cell(value) for name, value in row.values.items()}
        line = Line(row.number, converters.text(cells.get("titre", "")))
        if row.fault:
            return _refused(line, row.fault)
        code = converters.text(cells.get(folded(CODE), ""))
        if code and code not in self.known:
            return _refused(line, _("Aucune de vos fiches n’a le code « %(code)s ».") % {"code": code})
        facts = self._facts(cells, line)
        if line.refusals:
            return _refused(line)
        try:
            with transaction.atomic():
                return self._change(line, code, facts) if code else self._create(line, cells, facts)
        except WrongFact as wrong:
            return _refused(line, wrong.sentence)
        except EntryClosed:
            return _refused(line, _("Cette fiche a été refusée ou retirée : reprenez-la d’abord en brouillon."))
        except EntryConflict:
            return _refused(line, _("Cette fiche est déjà sur une autre ligne, ou quelqu’un vient de la changer."))
        except NotComplete as lacking:
            return _refused(line, *lacking.sentences)

    def _change(self, line: Line, code: str, facts: dict[str, Any]) -> Line:
        line.activity = activity = self.known[code]
        if "slots" in facts:
            facts["slots"] = keyed(facts["slots"], lines_of(activity))
        if "adaptation" in facts:
            kept = adaptation_of(activity) or Adaptation()
            told = {name: getattr(kept, name) for name in (*ADAPTED, *CONTACT)} | facts["adaptation"]
            facts["adaptation"] = AdaptationFacts(**told)
        done = change_activity(activity, facts, seen_version=activity.version, hand=self.hand)
        line.facts = sorted(done.facts)
        line.fate = Fate.CHANGED if done.facts else Fate.UNCHANGED
        return line

    def _create(self, line: Line, cells: Mapping[str, Any], facts: dict[str, Any]) -> Line:
        owner = self._owner(converters.text(cells.get(folded(OWNER), "")))
        if owner is None:
            return _refused(line, _("Dites pour quelle organisation : une des vôtres, par son nom."))
        if lacking := [heading for name, heading in _NEEDED.items() if not facts.get(name)]:
            return _refused(line, _("Pour une nouvelle fiche, remplissez : %(names)s.") % {"names": ", ".join(lacking)})
        given: dict[str, Any] = {name: facts.pop(name) for name in _GIVEN}
        if "adaptation" in facts:
            facts["adaptation"] = AdaptationFacts(**facts["adaptation"])
        year = school_year_of(given["starts_on"])
        line.activity = create_activity(owner, school_year=year, hand=self.hand, **given, **facts)
        line.fate, line.facts = Fate.CREATED, sorted([*given, *facts])
        return line

    def _facts(self, cells: Mapping[str, Any], line: Line) -> dict[str, Any]:
        """What the columns say; a column that is not in the table changes nothing."""
        facts: dict[str, Any] = {}
        for name, cell in cells.items():
            column = BY_HEADING.get(name)
            is_kept = column is not None and column.fact in _KEPT_WHEN_EMPTY and not converters.text(cell)
            if column is None or column.read is None or is_kept:
                continue
            try:
                value = self._linked(column, column.read(cell), cells)
            except ValueError as wrong:
                line.refusals.append(f"{column.heading} : {wrong}")
                continue
            fact, _dot, inner = column.fact.partition(".")
            if inner:
                facts.setdefault(fact, {})[inner] = value
            else:
                facts[fact] = value
        if "title" in facts and not facts["title"]:
            line.refusals.append(_("%(column)s : cette case ne peut pas être vide.") % {"column": _NEEDED["title"]})
        return facts

    def _linked(self, column: Column, value: Any, cells: Mapping[str, Any]) -> Any:
        match column.fact:
            case "site" if value:
                if (site := self.sites.get(folded(value))) is None:
                    raise ValueError(_("« %(name)s » n’est pas un lieu de la ville.") % {"name": value})
                return site
            case "price_rule" if value:
                return self._price(value, cells)
            case "site" | "price_rule":
                return None
            case "contact_email" if value:
                return _checked(validate_email, value, _("« %(value)s » n’est pas une adresse électronique."))
            case "website" if value:
                return _checked(
                    URLValidator(["http", "https"]), value, _("« %(value)s » n’est pas une adresse de site.")
                )
            case _:
                return value

    def _price(self, name: str, cells: Mapping[str, Any]) -> PriceRule:
        """The rule of that name that holds on the first day; an entry that has it already keeps the one it has."""
        known = self.known.get(converters.text(cells.get(folded(CODE), "")))
        if known is not None and known.price_rule is not None and folded(known.price_rule.name) == folded(name):
            return known.price_rule
        found = [each for each in self.prices if folded(each.name) == folded(name)]
        day = _first_day(cells)
        holding = [each for each in found if day is None or each.valid_to is None or each.valid_to >= day]
        if not found:
            raise ValueError(_("« %(name)s » n’est pas un tarif connu.") % {"name": name})
        return (holding or found)[-1]

    def _owner(self, name: str) -> Organisation | None:
        if not name and len(self.owners) == 1:
            return next(iter(self.owners.values()))
        return self.owners.get(folded(name))


def writable_organisations(commune: Commune, who: Actor) -> list[Organisation]:
    """For whom somebody may write entries: everybody for an agent, their own for the others."""
    everybody = Organisation.objects.filter(commune=commune).order_by("name")
    roles = {role for role in ACTIVITIES.rules["create"] if role in who.parts}
    if roles & {Role.CATALOGUE_AGENT, Role.PLAN_COORDINATOR}:
        return list(everybody)
    return list(everybody.filter(pk__in=[pk for role in roles for pk in who.parts[role]]))


_KEPT_WHEN_EMPTY = frozenset({"domain", "booking", "starts_on", "ends_on"})
"""What an entry always has: an empty cell leaves it as it is."""
_NEEDED = {"title": "Titre", "domain": "Domaine", "starts_on": "Du", "ends_on": "Au"}


def _first_day(cells: Mapping[str, Any]) -> date | None:
    try:
        return converters.day(cells.get("du"))
    except ValueError:
        return None


def _cell(value: Any) -> Any:
    return unguarded(value.replace("\0", "")) if isinstance(value, str) else value


def _checked(validator: Any, value: str, sentence: str) -> str:
    try:
        validator(value)
    except ValidationError:
        raise ValueError(sentence % {"value": value}) from None
    return value


def _refused(line: Line, *sentences: str) -> Line:
    line.fate, line.activity = Fate.REFUSED, line.activity
    line.refusals.extend(sentences)
    return line
