from preau.people.privacy import each, personal, plain

_WORK = plain("work on the town's plan")
_WHO = {"readers": "professionals of the plan", "term": "life of the plan", "scrub": "emptied"}

FIELDS = {
    "drafting.OpenPoint": {
        **each(
            "id plan item kind quote reason needs_town_decision owner due_on raised_at outcome decision settled_at",
            _WORK,
        ),
        "settled_by": personal("who decided", **_WHO),
    },
    "drafting.Suggestion": {
        **each("id plan item target place kind old new start proposed_at state decided_at answer", _WORK),
        "author": personal("name that the document gives", **_WHO),
        "decided_by": personal("who decided", **_WHO),
    },
    "drafting.PlanComment": {
        **each("id plan item written_at text quote", _WORK),
        "author": personal("name that the document gives", **_WHO),
    },
}
