"""What waits for each person, gathered from the domain: a file for each source, a name in ``WAITING``."""

from __future__ import annotations

from preau.people.notices.waiting import gathered

from .decisions import decisions, reviews
from .labels import labels
from .points import entrusted_points

WAITING = gathered(
    entrusted_points,
    decisions,
    reviews,
    # drafting
    # sheets
    # sites
    labels,
    # adoption
)
