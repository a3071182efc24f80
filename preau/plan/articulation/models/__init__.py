from .crossing import CrossingDismissal, JointSheet
from .entry import WeekEntry
from .pair import SitePair
from .seen import SummarySeen
from .summary import ProjectSummary, SummaryPeriod

__all__ = [
    "CrossingDismissal",
    "JointSheet",
    "ProjectSummary",
    "SitePair",
    "SummaryPeriod",
    "SummarySeen",
    "WeekEntry",
]
