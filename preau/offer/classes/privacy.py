from preau.people.privacy import each, personal, plain

_CLASS = plain("classes of a school, without pupils")
_WHO = {"readers": "the school and the organisation that receives the class", "term": "three school years"}
_BY = personal("who asked or decided", **_WHO, scrub="emptied")
_NEEDS = personal("what the welcome must plan; the form asks never to name a child", **_WHO, scrub="emptied")

FIELDS = {
    "classes.ClassGroup": each("id organisation school_year name levels size follows version", _CLASS),
    "classes.ClassOffer": each(
        "id activity seats largest_group adults hours opens_on closes_on practical version",
        plain("the public catalogue"),
    ),
    "classes.ClassWish": {
        **each("id offer group state rank times adults words asked_at planned_on out_of_turn version", _CLASS),
        "needs": _NEEDS,
        "asked_by": _BY,
    },
    "classes.ClassWishStep": {**each("id wish step from_state to_state reason at", _CLASS), "by": _BY},
    "classes.GroupRecord": each("id group wish title domain pillars hours happened_on provenance", _CLASS),
}
