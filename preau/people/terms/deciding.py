"""What may be written of a dated term: what begins tomorrow or later, never what has counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune

from .declaring import DatedTerm, Decision
from .reading import Line, Value

LAST = date(2100, 12, 31)


class TermRefused(Exception):
    """This can't be decided; ``sentence`` says why, to whoever decides."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@transaction.atomic
def decide_term(
    term: DatedTerm, line: Line, values: Mapping[str, Any], *, commune: Commune, valid_from: date, hand: Hand
) -> models.Model:
    """Another value from a day on. Raises TermRefused for a day that has passed, or that something already begins."""
    today = timezone.localdate(hand.now)
    if valid_from < today:
        raise TermRefused(_("Ce jour est passé : ce qui a compté ne se récrit pas. Donnez un jour à venir."))
    if valid_from > LAST:
        raise TermRefused(_("Ce jour est trop loin."))
    if line.today and line.today.valid_from == valid_from:
        raise TermRefused(_("Une valeur compte déjà depuis ce jour : la suivante commence demain au plus tôt."))
    if any(each.valid_from == valid_from for each in line.coming):
        raise TermRefused(_("Une valeur est déjà prévue pour ce jour : corrigez-la plutôt."))
    return _written(term, line, values, commune, valid_from, hand)


@transaction.atomic
def correct_term(
    term: DatedTerm, line: Line, value: Value, values: Mapping[str, Any], *, commune: Commune, hand: Hand
) -> models.Model:
    """Another value for the same day to come. Raises TermRefused once it counts."""
    if value.valid_from <= timezone.localdate(hand.now):
        raise TermRefused(_("Cette valeur compte déjà : décidez plutôt de la suivante."))
    return _written(term, line, values, commune, value.valid_from, hand)


def _written(
    term: DatedTerm, line: Line, values: Mapping[str, Any], commune: Commune, valid_from: date, hand: Hand
) -> models.Model:
    assert term.decide is not None  # noqa: S101  a term that has its own page is decided there
    return term.decide(Decision(commune, line.case, values, valid_from, hand))
