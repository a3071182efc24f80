from preau.people.privacy import each, personal, plain, removed, stays
from preau.people.privacy.register import FieldClass, Sensitivity

_TERM = "the school year and the six before"
_STEERS = plain("tells one mark from another")
_DAY = personal(
    "who came, when, and with whom the child left",
    readers="the family, whoever receives the child, the desk",
    term=_TERM,
    scrub="that somebody came is kept for the CAF, with no name; what was told of it is removed",
)
_BY = personal("who called the roll", readers="the organiser, the desk", term=_TERM, scrub="emptied")
_NOTE = FieldClass(
    Sensitivity.SENSITIVE,
    "what the next adult must know of the day, from a closed list",
    "whoever receives the child",
    "14 days",
    "the row is removed",
)
_STAFF = personal("are there adults enough", readers="the organiser", term=_TERM, scrub="the row is removed")

FIELDS = {
    "attendance.AttendanceTerms": each(
        "id commune valid_from absences tolerance open_days decided_by", plain("a rule of the town")
    ),
    "attendance.AttendanceMark": {
        **each("id key session device turn received_at", _STEERS),
        **each("child mark with_whom after told_at at", _DAY),
        "by": _BY,
    },
    "attendance.Attendance": {
        **each("id session is_disputed recorded_at", _STEERS),
        **each("child state arrived_at left_at left_with late_minutes", _DAY),
        "recorded_by": _BY,
    },
    "attendance.HandoverNote": {**each("id key session at", _STEERS), **each("child code", _NOTE), "by": _BY},
    "attendance.AdultPresence": {
        **each("id key session function arrived_at left_at", _STEERS),
        "name": _STAFF,
        "recorded_by": _BY,
    },
    "attendance.AbsenceNotice": {
        **each("id key channel told_at cancelled_at", _STEERS),
        **each("child from_on until_on told_by", _DAY),
        **each("entered_by cancelled_by", _BY),
    },
    "attendance.FollowUp": {
        **each("id key unit opened_at closed_at", _STEERS),
        **each("child since absences outcome", _DAY),
        "closed_by": _BY,
    },
}

_CAF = "that a place was used is shown to the CAF; the child is a row without a name"
FAMILY = {
    "attendance.Attendance": stays(_CAF, copied="presences", emptied="left_with"),
    "attendance.AttendanceMark": stays(
        _CAF, not_copied="gestures that presences are worked out from: « présences » tells them", emptied="with_whom"
    ),
    "attendance.AbsenceNotice": removed("absences annoncees"),
    "attendance.FollowUp": removed("rappels apres des absences"),
    "attendance.HandoverNote": removed("mots d un adulte au suivant"),
}
