from preau.people.privacy import each, plain

_HOURS = plain("opening hours of a public place")
_OPEN = plain("the official calendar, open data")

FIELDS = {
    "calendar.WeekPattern": each("id site name season valid_from valid_to decided_by version", _HOURS),
    "calendar.BandHours": each("id pattern weekday band starts_at ends_at", _HOURS),
    "calendar.HolidayPeriod": each("id commune official_id fingerprint gone_on zone name first_day last_day", _OPEN),
    "calendar.BankHoliday": each("id commune official_id fingerprint gone_on day name", _OPEN),
    "calendar.Closure": each("id commune site kind reason first_day last_day bands decided_by version", _HOURS),
    "calendar.LocalPeriod": each("id commune name first_day last_day has_class decided_by", _HOURS),
    "calendar.ZoneTerm": each("id commune zone valid_from valid_to", _OPEN),
}
