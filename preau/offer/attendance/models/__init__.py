from .absence import AbsenceNotice
from .adult import AdultPresence
from .attendance import Attendance
from .followup import FollowUp
from .mark import AttendanceMark, HandoverNote
from .terms import AttendanceTerms

__all__ = [
    "AbsenceNotice",
    "AdultPresence",
    "Attendance",
    "AttendanceMark",
    "AttendanceTerms",
    "FollowUp",
    "HandoverNote",
]
