"""Pure decisions about the plan's codes and order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from preau.plan.structure.enums import ItemKind


def next_code(parent_code: str, kind: ItemKind, taken: Iterable[str]) -> str:
    """The first number never used under this parent: a code given once is never given to another item.

    ``taken`` holds every code of the plan, those of removed items included.
    """
    prefix = f"{parent_code}.{kind.letter}" if parent_code else kind.letter
    pattern = re.compile(re.escape(prefix) + r"(\d+)\Z")
    numbers = [int(match[1]) for code in taken if (match := pattern.match(code))]
    return f"{prefix}{max(numbers, default=0) + 1}"
