from preau.people.privacy import each, personal, plain

FIELDS = {
    "facts.FactsSnapshot": {
        **each(
            "id state folder progress rows tables made kept error asked_at started_at ended_at",
            plain("which facts are in use: counts of whole tables"),
        ),
        "by": personal(
            "who asked for it", readers="those who read the observatory", term="life of the row", scrub="emptied"
        ),
    },
}
