from .absence import AbsenceNotice
from .adult import AdultPresence
from .attendance import Attendance
from .followup import FollowUp
from .mark import AttendanceMark, HandoverNote

__all__ = ["AbsenceNotice", "AdultPresence", "Attendance", "AttendanceMark", "FollowUp", "HandoverNote"]
