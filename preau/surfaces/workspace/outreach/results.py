"""What came of the lists that are closed, told to those who do not call: sums over the year, and never a small one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Share:
    label: str | Promise
    children: int
    percent: int


@dataclass(frozen=True, slots=True)
class Results:
    """Empty where nothing may be told yet."""

    outcomes: Sequence[Share]
    barriers: Sequence[Share]


def told(numbers: Mapping[str, int], labels: Mapping[str, str | Promise], *, least: int) -> list[Share]:
    """All of them, or none where one is of fewer than ``least``: the sum would give it back."""
    known = {code: numbers.get(code, 0) for code in labels}
    if any(0 < number < least for number in known.values()):
        return []
    total = sum(known.values())
    return [Share(labels[code], number, round(100 * number / total)) for code, number in known.items() if number]
