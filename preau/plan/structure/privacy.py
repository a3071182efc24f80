from preau.people.privacy import personal, plain

_TEXT = plain("the town's plan, a public document")

FIELDS = {
    "plan.TerritorialEducationPlan": dict.fromkeys(
        (
            "id commune title introduction easy_read starts_on ends_on created_at shown_at adopted_on discarded_at"
        ).split(),
        _TEXT,
    ),
    "plan.PlanRow": dict.fromkeys("id plan general_objective code position".split(), _TEXT),
    "plan.PlanItem": dict.fromkeys(
        (
            "id plan uid kind code parent row position text sub_points summary note owner horizon_on is_bulleted "
            "source_line version removed_at"
        ).split(),
        _TEXT,
    ),
    "plan.ItemChange": {
        **dict.fromkeys("id item kind at before after reason".split(), _TEXT),
        "by": personal(
            "who changed the wording",
            readers="professionals of the plan",
            term="life of the plan",
            scrub="emptied: the change stays, without its author",
        ),
    },
}
