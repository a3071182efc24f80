"""Who comes, who came, with whom they left; who told an absence; whether there are adults enough.

Nouns: AttendanceMark, Attendance, HandoverNote, AdultPresence, AbsenceNotice, FollowUp.
"""
