"""What waits for each person, gathered from the domain: a file for each source, a name in ``WAITING``."""

from __future__ import annotations

from preau.people.notices.waiting import gathered

from .agreements import awaited_signatures, ending_terms
from .classes import class_requests
from .decisions import decisions, reviews
from .labels import labels
from .points import entrusted_points
from .returns import open_returns
from .sheets import asked_opinions, carried_sheets
from .sites import awaited_summaries
from .suggestions import open_suggestions

WAITING = gathered(
    entrusted_points,
    decisions,
    reviews,
    carried_sheets,
    asked_opinions,
    open_suggestions,
    open_returns,
    awaited_summaries,
    labels,
    awaited_signatures,
    ending_terms,
    # town: places
    # offer: activities
    # offer: providers
    class_requests,
)
