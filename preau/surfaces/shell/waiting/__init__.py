"""What waits for each person, gathered from the domain: a file for each source, a name in ``WAITING``."""

from __future__ import annotations

from preau.people.notices.waiting import gathered

from .points import entrusted_points
from .returns import open_returns

WAITING = gathered(
    entrusted_points,
    open_returns,
    # drafting
    # sheets
    # sites
    # labels
    # adoption
)
