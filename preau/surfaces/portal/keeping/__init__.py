"""What each area keeps of a family: the rows it puts in the family's copy, and what binds the family still.

Each area of the portal brings a file and adds its names here.
"""

from __future__ import annotations

from .places import places_binding, places_copied
from .shapes import Binding, Copied

COPIES: tuple[Copied, ...] = (places_copied,)
BINDS: tuple[Binding, ...] = (places_binding,)

__all__ = ["BINDS", "COPIES"]
