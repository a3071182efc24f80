"""The whole form of a price: its facts, its bands, its reductions, its aids, read together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from preau.offer.prices.enums import PriceKind
from preau.offer.prices.rules import Band, Bands, Flat, Free, Linear, Outsiders, Terms
from preau.offer.prices.rules.terms import Base
from preau.offer.prices.writing import RuleFacts
from preau.people.organisations.models import Organisation

from .lines import AidForm, BandForm, CutForm, Lines, lines
from .rule import RuleForm

BLANK_LINES = 2
"""Empty lines after those that are known; six bands to begin a first grid."""
FIRST_BANDS = 6


class Problem(NamedTuple):
    """Something to mend, and the anchor of where."""

    anchor: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Start:
    """What the form starts from: the facts of a price, and its terms when there are some already."""

    facts: dict[str, Any]
    terms: Terms | None = None


class PriceSheet:
    """``plus`` is the prefix of the lines that the person asks more of; nothing is judged then."""

    def __init__(self, data: Any, start: Start, owners: Sequence[tuple[str, Organisation | None]]) -> None:
        self.plus = data.get("plus", "") if data is not None else ""
        terms = start.terms
        self.form = RuleForm(data, initial=start.facts | _plain(terms), owners=owners)
        self.bands = self._lines(BandForm, "tranches", _bands(terms), data, BLANK_LINES if terms else FIRST_BANDS)
        self.cuts = self._lines(CutForm, "fratrie", _cuts(terms), data, 1)
        self.aids = self._lines(AidForm, "aides", _aids(terms), data, 1)
        self.refusals: list[str] = []
        self.surprises: Sequence[str] = ()

    def _lines(self, kind: Any, prefix: str, known: list[dict[str, Any]], data: Any, blank: int) -> Lines:
        return lines(kind, prefix, known, data=data, blank=blank, plus=self.plus)

    @property
    def is_sent(self) -> bool:
        return self.form.is_bound and not self.plus

    @property
    def groups(self) -> tuple[tuple[str, Lines], ...]:
        """Only the lines that count: the bands of another kind of price stay on the screen, unread."""
        kind = self.form.data.get("kind") if self.form.is_bound else ""
        of_bands = ((_("Tranche"), self.bands),) if kind == PriceKind.BANDS else ()
        return (*of_bands, (_("Réduction"), self.cuts), (_("Aide"), self.aids))

    def is_valid(self) -> bool:
        """All are checked, so that everything to mend is told at once."""
        return all([self.form.is_valid(), *(group.is_valid() for _name, group in self.groups)])

    @property
    def problems(self) -> list[Problem]:
        return list(self._problems()) if self.is_sent else []

    def _problems(self) -> Iterator[Problem]:
        for sentence in self.refusals:
            yield Problem("calcul", sentence)
        for field in self.form:
            for error in field.errors:
                yield Problem(field.id_for_label, f"{field.label} : {error}")
        for name, group in self.groups:
            for refusal in group.non_form_errors():
                yield Problem("calcul", str(refusal))
            for number, line in enumerate(group.forms, 1):
                for field in line:
                    for error in field.errors:
                        yield Problem(field.id_for_label, f"{name} {number}, {field.label} : {error}")

    @property
    def facts(self) -> RuleFacts:
        kept = self.form.cleaned_data
        return RuleFacts(
            name=kept["name"],
            terms=self.terms,
            valid_from=kept["valid_from"],
            valid_to=kept["valid_to"],
            unit=kept["unit"],
            decided_by=kept["decided_by"],
            is_confirmed=kept["is_confirmed"],
        )

    @property
    def terms(self) -> Terms:
        form = self.form
        outside = Outsiders(
            form.decimal("outside_percent"),
            form.amount("outside_cents"),
            form.cleaned_data["own"],
            form.cleaned_data["at_highest"],
        )
        return Terms(
            base=self._base(),
            siblings=self.cuts.told,
            outsiders=None if outside == Outsiders() else outside,
            minimum=form.amount("minimum"),
            aids=self.aids.told,
        )

    def _base(self) -> Base:
        form = self.form
        match PriceKind(form.cleaned_data["kind"]):
            case PriceKind.FREE:
                return Free()
            case PriceKind.FLAT:
                return Flat(form.amount("cents"))
            case PriceKind.BANDS:
                return Bands(_in_order(self.bands.told), form.amount("unknown"))
            case PriceKind.LINEAR:
                amounts = (form.amount(name) for name in ("floor", "ceiling", "unknown"))
                return Linear(form.decimal("rate"), *amounts)


def _in_order(bands: Sequence[Band]) -> tuple[Band, ...]:
    """A band may be added at the end of the form and belong in the middle; the one without an end is the last."""
    return tuple(sorted(bands, key=lambda band: (band.up_to is None, band.up_to or 0)))


def _plain(terms: Terms | None) -> dict[str, Any]:
    if terms is None:
        return {}
    told: dict[str, Any] = {"kind": terms.kind.value, "minimum": terms.minimum or None}
    match terms.base:
        case Flat(cents):
            told["cents"] = cents
        case Bands(unknown=unknown):
            told["unknown"] = unknown
        case Linear(rate, floor, ceiling, unknown):
            told |= {"rate": rate, "floor": floor, "ceiling": ceiling, "unknown": unknown}
    if (rule := terms.outsiders) is not None:
        told |= {
            "at_highest": rule.at_highest,
            "own": rule.own,
            "outside_percent": rule.percent or None,
            "outside_cents": rule.cents or None,
        }
    return told


def _bands(terms: Terms | None) -> list[dict[str, Any]]:
    grid = terms.base if terms and isinstance(terms.base, Bands) else None
    return [{"up_to": band.up_to, "cents": band.cents} for band in grid.bands] if grid else []


def _cuts(terms: Terms | None) -> list[dict[str, Any]]:
    return [
        {"from_child": cut.from_child, "percent": cut.percent or None, "cents": cut.cents or None}
        for cut in (terms.siblings if terms else ())
    ]


def _aids(terms: Terms | None) -> list[dict[str, Any]]:
    names = ("name", "cents", "valid_from", "valid_to", "condition")
    return [{name: getattr(aid, name) for name in names} for aid in (terms.aids if terms else ())]


def first_facts(valid_from: date, valid_to: date | None) -> dict[str, Any]:
    return {"kind": PriceKind.BANDS.value, "valid_from": valid_from, "valid_to": valid_to}
