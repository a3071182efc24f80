"""The library: what a town may look at for each expected effect, with its definition and its doubts."""

from __future__ import annotations

from .axis1_adults import ADULTS
from .axis1_paths import PATHS
from .axis2 import AXIS_2
from .axis3 import AXIS_3
from .axis4 import AXIS_4
from .entry import Entry

LIBRARY: tuple[Entry, ...] = (*PATHS, *ADULTS, *AXIS_2, *AXIS_3, *AXIS_4)
BY_CODE: dict[str, Entry] = {each.code: each for each in LIBRARY}
DISTINCT: tuple[Entry, ...] = tuple(each for each in LIBRARY if not each.same_as)
"""Each once: the one that stands beside two effects is counted where it was first written."""

__all__ = ["BY_CODE", "DISTINCT", "LIBRARY", "Entry", "beside"]


def beside(effect: str) -> list[Entry]:
    """What the library proposes for the effect of that code, the alias as what it stands for."""
    return [BY_CODE[each.same_as] if each.same_as else each for each in LIBRARY if each.effect == effect]
