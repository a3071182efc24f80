"""What each area keeps of a family: the rows it puts in the family's copy, and what binds the family still.

Each area of the portal brings a file and adds its names here.
"""

from __future__ import annotations

from .counter import receipts_copied
from .days import days_copied
from .outreach import outreach_copied
from .places import places_binding, places_copied
from .shapes import Binding, Copied
from .wishes import wishes_binding, wishes_copied

COPIES: tuple[Copied, ...] = (places_copied, wishes_copied, days_copied, receipts_copied, outreach_copied)
BINDS: tuple[Binding, ...] = (places_binding, wishes_binding)

__all__ = ["BINDS", "COPIES"]
