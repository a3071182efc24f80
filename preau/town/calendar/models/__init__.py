from .closure import Closure
from .holidays import BankHoliday, HolidayPeriod
from .hours import BandHours
from .local import LocalPeriod
from .pattern import WeekPattern
from .zone import ZoneTerm

__all__ = ["BandHours", "BankHoliday", "Closure", "HolidayPeriod", "LocalPeriod", "WeekPattern", "ZoneTerm"]
