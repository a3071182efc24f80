from preau.people.privacy import each, personal, plain, removed

_RULE = plain("a rule of the town")
_LIST = plain("for which group, for which reason, how long: it names no child")
_NAMED = personal(
    "whose family will be offered an activity",
    readers="the referent who opened the list; each family reads that it was opened",
    term="as long as the list: 90 days at most",
    scrub="the row is removed",
)
_WHO = {"readers": "administration, coordination, data officer", "term": "the school year, then 2 years"}
_OBJECTION = personal(
    "who does not want to be called about activities",
    readers="the adult; nobody else",
    term="until taken back, or the file is erased",
    scrub="the row is removed",
)

FIELDS = {
    "outreach.OutreachReferent": {
        **each("id commune starts_on ends_on designated_at", _RULE),
        "basis": plain("what the designation rests on"),
        "user": personal("who may open lists", **_WHO, scrub="emptied"),
        "designated_by": personal("who designated them", **_WHO, scrub="emptied"),
    },
    "outreach.OutreachTerms": each("id commune valid_from days least most decided_by", _RULE),
    "outreach.OutreachList": each(
        "id key commune referent school_year quarter stage means offer reason children opened_at closes_on closed_at "
        "ending",
        _LIST,
    ),
    "outreach.OutreachLine": {
        **each("id list", _LIST),
        **each("child outcome barrier answered_at", _NAMED),
    },
    "outreach.OutreachResult": each("id list outcome barrier children", plain("counts that name nobody")),
    "outreach.OutreachObjection": {
        **each("id channel told_at withdrawn_at", plain("when a family objected")),
        "adult": _OBJECTION,
        "entered_by": personal("who entered it", **_WHO, scrub="emptied"),
    },
}

FAMILY = {
    "outreach.OutreachLine": removed("listes d aller vers"),
    "outreach.OutreachObjection": removed("opposition a l aller vers"),
}
