"""From what was asked to what is found, for whoever shows it: pages, feeds, open data."""

from __future__ import annotations

from datetime import datetime

from preau.people.organisations.models import Commune

from .answer import Answer, answer
from .catalogue import index_of
from .index import Index
from .selection import Selection
from .understanding import understood
from .walking import walk_on


def look_up(commune: Commune, asked: Selection, *, now: datetime) -> Answer:
    """``now`` on the town's clocks. The words of the query are read first."""
    return answer_in(index_of(commune, now=now), understood(asked).selection, now=now)


def answer_in(index: Index, read: Selection, *, now: datetime) -> Answer:
    """The same for a selection whose words are read already."""
    return answer(index, read, now=now, walk=walk_on(now.date(), index.paces))
