"""Terms that a town votes together, from a day on: read on any day, decided, given to their screen. Built once here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from preau.foundation.kept import kept
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .declaring import Decision

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class VotedTerms[Terms: DataclassInstance, Row: models.Model]:
    """The rows of ``model`` hold the fields of ``house``, the terms that count as long as the town decided nothing,
    beside ``commune``, ``valid_from`` and ``decided_by``. ``event``: the name of a decision in the journal.
    """

    def __init__(self, model: type[Row], house: Terms, *, event: str) -> None:
        self._model, self._house, self._event = model, house, event
        self._decided = kept(self._read)

    def on(self, commune_id: int, day: date) -> Terms:
        """The town's own, or those of the house."""
        return next((terms for begins, terms in self._decided(commune_id) if begins <= day), self._house)

    @transaction.atomic
    def decide(self, commune: Commune, terms: Terms, *, decided_by: str, valid_from: date, hand: Hand) -> Row:
        """Decided again for the same day, the last word stands."""
        values = asdict(terms)
        row, _ = self._model._default_manager.update_or_create(
            commune=commune, valid_from=valid_from, defaults={**values, "decided_by": decided_by}
        )
        record(self._event, row, by=hand.by_id, now=hand.now, details={**values, "from": str(valid_from)})
        return row

    def decide_as_told(self, told: Decision) -> Row:
        """The verb of a ``DatedTerm`` whose ``given`` are these fields and ``decided_by``."""
        by = told.values["decided_by"]
        return self.decide(
            told.commune, self._terms(told.values), decided_by=by, valid_from=told.valid_from, hand=told.hand
        )

    def facts(self, of: Terms | Row | None = None) -> dict[str, Any]:
        """By name, for a sentence; those of the house where none is given."""
        return {name: getattr(of or self._house, name) for name in asdict(self._house)}

    def _read(self, commune_id: int) -> list[tuple[date, Terms]]:
        """The last first."""
        rows = self._model._default_manager.filter(commune=commune_id).order_by("-valid_from")
        return [(row.valid_from, self._terms(self.facts(row))) for row in rows]  # type: ignore[attr-defined]

    def _terms(self, values: Mapping[str, Any]) -> Terms:
        return type(self._house)(**{name: values[name] for name in asdict(self._house)})
