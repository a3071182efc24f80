from preau.people.privacy import each, personal, plain

_WORK = plain("import of the town's plan")

FIELDS = {
    "importing.PlanImport": {
        **each(
            "id commune plan title file_name file_format file_size sha256 state started_at ended_at version decisions",
            _WORK,
        ),
        **each(
            "draft_data first_draft_data source",
            personal(
                "what was understood, with the names of the authors of tracked changes",
                readers="plan coordinator, administrator",
                term="30 days when never confirmed, else life of the plan",
                scrub="authors replaced",
            ),
        ),
        "by": personal(
            "who sent it", readers="plan coordinator, administrator", term="life of the plan", scrub="emptied"
        ),
    },
}
