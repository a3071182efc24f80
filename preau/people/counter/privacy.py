from preau.people.privacy import each, personal, plain, removed

_DESK = {"readers": "the family, the desk", "term": "while a child is enrolled, then 2 years"}
_WHO = personal("the receipt that the family was given", **_DESK, scrub="the row is removed")
_BY = personal("who entered or decided", **_DESK, scrub="emptied")

FIELDS = {
    "counter.Receipt": {
        **each(
            "id key number channel procedure received_at silence silence_on organisation contact", plain("the receipt")
        ),
        **each("principal child mandate lines", _WHO),
        "entered_by": _BY,
    },
    "counter.DeskContact": {
        **each("id organisation address phone email hours valid_from set_at", plain("where the desk is reached")),
        "set_by": _BY,
    },
    "counter.SilenceRule": {
        **each("id commune procedure silence months valid_from set_at", plain("the rules of the town")),
        "set_by": _BY,
    },
}

FAMILY = {"counter.Receipt": removed("recepisses")}
