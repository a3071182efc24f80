"""What waits for each person, gathered from the domain: a file for each source, a name in ``WAITING``."""

from __future__ import annotations

from preau.people.notices.waiting import gathered

from .labels import labels
from .points import entrusted_points
from .sheets import asked_opinions, carried_sheets
from .sites import awaited_summaries

WAITING = gathered(
    entrusted_points,
    # drafting
    carried_sheets,
    asked_opinions,
    awaited_summaries,
    labels,
    # adoption
)
