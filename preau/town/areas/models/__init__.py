from .area import Area
from .cell import GridCell

__all__ = ["Area", "GridCell"]
