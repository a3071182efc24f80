from preau.people.privacy import personal, plain

_WORK = plain("work on the town's plan")
_WHO = {"readers": "professionals of the plan", "term": "life of the plan", "scrub": "emptied"}

FIELDS = {
    "drafting.OpenPoint": {
        **dict.fromkeys(
            "id plan item kind quote reason needs_town_decision owner due_on raised_at outcome decision settled_at".split(),
            _WORK,
        ),
        "settled_by": personal("who decided", **_WHO),
    },
    "drafting.Suggestion": {
        **dict.fromkeys("id plan item target place kind old new start proposed_at state decided_at answer".split(), _WORK),
        "author": personal("name that the document gives", **_WHO),
        "decided_by": personal("who decided", **_WHO),
    },
    "drafting.PlanComment": {
        **dict.fromkeys("id plan item written_at text quote".split(), _WORK),
        "author": personal("name that the document gives", **_WHO),
    },
}
