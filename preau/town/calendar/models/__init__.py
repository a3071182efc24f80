from .holidays import BankHoliday, HolidayPeriod
from .hours import BandHours
from .pattern import WeekPattern
from .zone import ZoneTerm

__all__ = ["BandHours", "BankHoliday", "HolidayPeriod", "WeekPattern", "ZoneTerm"]
