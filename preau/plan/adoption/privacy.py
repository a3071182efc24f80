from preau.people.privacy import each, personal, plain

FIELDS = {
    "adoption.CouncilResolution": {
        **each("id plan version number decided_on scan recorded_at", plain("a public act of the council")),
        "recorded_by": personal(
            "who recorded the vote", readers="professionals of the plan", term="life of the plan", scrub="emptied"
        ),
    },
}
