from .area import Area
from .cell import GridCell
from .pace import WalkingPace

__all__ = ["Area", "GridCell", "WalkingPace"]
