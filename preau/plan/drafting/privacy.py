from preau.people.privacy import each, personal, plain

_WORK = plain("work on the town's plan")
_WHO = {"readers": "professionals of the plan", "term": "life of the plan", "scrub": "emptied"}
_SHORTLY = {"readers": "who edits the same item", "term": "two minutes", "scrub": "deleted"}
_NAME = personal("name that the document gives", **_WHO)

FIELDS = {
    "drafting.OpenPoint": {
        **each(
            "id plan item kind quote reason needs_town_decision owner due_on raised_at outcome decision settled_at",
            _WORK,
        ),
        "settled_by": personal("who decided", **_WHO),
    },
    "drafting.Suggestion": {
        **each(
            "id plan item target place kind facts old new start reason organisation batch certainty proposed_at "
            "state decided_at answer change",
            _WORK,
        ),
        "author": _NAME,
        "by": personal("who proposes", **_WHO),
        "decided_by": personal("who decided", **_WHO),
    },
    "drafting.SuggestionSupport": {
        **each("id suggestion organisation at", _WORK),
        "by": personal("who backs it", **{**_WHO, "scrub": "the support goes with the account"}),
    },
    "drafting.PlanComment": {
        **each("id plan item suggestion organisation written_at text quote removed_at", _WORK),
        "author": _NAME,
        "by": personal("who wrote it", **_WHO),
    },
    "drafting.EditingPresence": {
        **each("id item since", _WORK),
        "user": personal("who has the form open", **_SHORTLY),
        "seen_at": personal("when the browser last said so", **_SHORTLY),
    },
    "drafting.ReturnedDocument": {
        **each(
            "id plan file_name file_format file_size sha256 base_moment has_marks unchanged notes organisation "
            "received_at discarded_at",
            _WORK,
        ),
        "by": personal("who sent it", **_WHO),
    },
}
