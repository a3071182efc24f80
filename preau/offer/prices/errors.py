"""Why a price can't be written. The caller keeps what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from preau.offer.prices.models import PriceRule


class TermsRefused(Exception):
    """Terms that can't be applied. Carries a sentence for each fault."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class Surprising(Exception):
    """Terms that are rarely meant; the person has to confirm them. Carries a sentence for each surprise."""

    def __init__(self, surprises: Sequence[str]) -> None:
        super().__init__("; ".join(surprises))
        self.surprises = surprises


class NameTaken(Exception):
    """The same owner has another price under this name."""


class DatesRefused(Exception):
    """The days are those of a price that families already pay, or end before they begin. ``earliest`` is possible."""

    def __init__(self, earliest: date) -> None:
        super().__init__(f"not before {earliest}")
        self.earliest = earliest


class AlreadyApplied(Exception):
    """The price has begun: it is followed by another one, not rewritten."""


class AlreadyFollowed(Exception):
    """Another price of the series follows this one. Carries it."""

    def __init__(self, next_rule: PriceRule) -> None:
        super().__init__(f"followed by {next_rule.pk}")
        self.next_rule = next_rule


class RuleChanged(Exception):
    """Somebody changed the price meanwhile. Carries it as it stands."""

    def __init__(self, current: PriceRule) -> None:
        super().__init__(f"price {current.pk} is at version {current.version}")
        self.current = current
