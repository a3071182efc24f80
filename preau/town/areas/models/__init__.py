from .area import Area
from .barrier import Barrier
from .cell import GridCell
from .pace import WalkingPace

__all__ = ["Area", "Barrier", "GridCell", "WalkingPace"]
