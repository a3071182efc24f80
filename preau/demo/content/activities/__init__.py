"""The catalogue of the fictional town, 2026-2027, by domain."""

from __future__ import annotations

from .games import GAMES
from .making import MAKING
from .minds import MINDS
from .outdoors import OUTDOORS
from .people import AGENT, ANSWERS, ORGANISATIONS, PEOPLE
from .shapes import Adapted, Entry, Step
from .stages import STAGES

ENTRIES: tuple[Entry, ...] = (*GAMES, *OUTDOORS, *STAGES, *MAKING, *MINDS)

__all__ = ["AGENT", "ANSWERS", "ENTRIES", "ORGANISATIONS", "PEOPLE", "Adapted", "Entry", "Step"]
