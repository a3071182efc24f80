from .hours import BandHours
from .pattern import WeekPattern

__all__ = ["BandHours", "WeekPattern"]
