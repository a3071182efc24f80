"""What awaits an answer from a family, what comes next for each child, and what can be done for them.

Each area of the portal brings a file and adds its names here: the home page only lists what they say.
"""

from __future__ import annotations

from .actions import CHILD_ACTIONS, ChildAction
from .papers import papers_to_give
from .places import places_coming, places_offered
from .shapes import Awaiting, AwaitingSource, Coming, ComingSource, all_awaiting, all_coming
from .wishes import wishes_coming, wishes_to_send

AWAITING: tuple[AwaitingSource, ...] = (
    places_offered,
    wishes_to_send,
    papers_to_give,
)
COMING: tuple[ComingSource, ...] = (places_coming, wishes_coming)

__all__ = ["AWAITING", "CHILD_ACTIONS", "COMING", "Awaiting", "ChildAction", "Coming", "all_awaiting", "all_coming"]
