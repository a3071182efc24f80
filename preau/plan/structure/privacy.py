from preau.people.privacy import each, personal, plain

_TEXT = plain("the town's plan, a public document")

FIELDS = {
    "plan.TerritorialEducationPlan": each(
        "id commune title introduction easy_read starts_on ends_on created_at shown_at adopted_on discarded_at follows",
        _TEXT,
    ),
    "plan.PlanRow": each("id plan general_objective code position", _TEXT),
    "plan.PlanItem": each(
        "id plan uid kind code parent row position text "
        "sub_points summary note owner horizon_on is_bulleted source_line version removed_at predecessor",
        _TEXT,
    ),
    "plan.ItemChange": {
        **each("id item kind at before after reason facts version", _TEXT),
        "by": personal(
            "who changed the wording",
            readers="professionals of the plan",
            term="life of the plan",
            scrub="emptied: the change stays, without its author",
        ),
    },
}
