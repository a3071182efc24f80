from preau.people.privacy import each, personal, plain, removed, stays

_UNIT = plain("the public catalogue")
_PLACE = {"readers": "the family, the desk, the organiser", "term": "the school year, then 2 years"}
_WHO = personal("the place of a child", **_PLACE, scrub="the row is counted without the child")
_BY = personal("who entered or decided", **_PLACE, scrub="emptied")
_RULE = plain("a rule of the town")

FIELDS = {
    "enrolment.BookingUnit": each(
        "id key activity slot session label starts_on ends_on mode capacity taken queued opens_at closes_at documents"
        " release_days keeps_freed version",
        _UNIT,
    ),
    "enrolment.Enrolment": {
        **each("id key unit state channel asked_at queue_number offered_until reason version", plain("the queue")),
        **each("child household asked_by cents quote", _WHO),
        "entered_by": _BY,
    },
    "enrolment.EnrolmentStep": {
        **each("id enrolment step from_state to_state reason at told_at", plain("the life of a registration")),
        "by": _BY,
    },
    "enrolment.EnrolmentMessage": {
        **each("id step channel made_at taken_at done_at", plain("what was told of a registration, and when")),
        "adult": personal("who is told of a place", **_PLACE, scrub="the row is removed"),
        "done_by": _BY,
    },
    "enrolment.EnrolmentTerms": each("id commune valid_from offer_hours decided_by", _RULE),
    "enrolment.DomainCap": each("id commune domain valid_from most decided_by", _RULE),
}

FAMILY = {
    "enrolment.Enrolment": stays(
        "places are counted; the child and the home are rows without a name",
        copied="inscriptions",
        emptied="asked_by quote",
    ),
    "enrolment.EnrolmentStep": stays(
        "when a place was given and left, for the counts", copied="etapes des inscriptions"
    ),
    "enrolment.EnrolmentMessage": removed("messages d inscription"),
}
