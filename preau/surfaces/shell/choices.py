"""A filter of a list, as a plain link."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Choice:
    """``query`` is what follows the "?" of the address; ``count`` how many things it would show."""

    label: str | Promise
    query: str
    count: int
    is_current: bool
