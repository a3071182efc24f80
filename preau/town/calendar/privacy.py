from preau.people.privacy import each, plain

_HOURS = plain("opening hours of a public place")

FIELDS = {
    "calendar.WeekPattern": each("id site name valid_from valid_to decided_by version", _HOURS),
    "calendar.BandHours": each("id pattern weekday band starts_at ends_at", _HOURS),
}
