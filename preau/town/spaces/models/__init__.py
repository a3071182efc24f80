from .closing import SpaceClosing
from .report import ReportTerm, SpaceReport
from .space import OpenSpace
from .visit import VisitCell, VisitCount

__all__ = ["OpenSpace", "ReportTerm", "SpaceClosing", "SpaceReport", "VisitCell", "VisitCount"]
