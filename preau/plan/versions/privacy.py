from preau.people.privacy import each, personal, plain

FIELDS = {
    "versions.PlanVersion": {
        **each(
            "id plan number kind name note moment content fingerprint made_at",
            plain("the town's plan, a public document"),
        ),
        "made_by": personal(
            "who fixed the version", readers="professionals of the plan", term="life of the plan", scrub="emptied"
        ),
    },
}
