"""Five families by whom a price is tried before it is voted, and shown once it is."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from preau.offer.prices.rules import Household, Quote, Terms, price


class Example(NamedTuple):
    family: str
    quote: Quote


def examples(terms: Terms) -> list[Example]:
    return [Example(words, price(terms, household)) for words, household in _families()]


def _families() -> list[tuple[str, Household]]:
    return [
        (_("Quotient 350, un enfant"), Household(350)),
        (_("Quotient 650, deuxième enfant"), Household(650, siblings=1)),
        (_("Quotient 1 200, troisième enfant"), Household(1200, siblings=2)),
        (_("Quotient non indiqué, un enfant"), Household(None)),
        (_("Quotient 900, famille d’une autre commune"), Household(900, is_resident=False)),
    ]
