from preau.people.privacy import each, personal, plain

FIELDS = {
    "laboratory.RuleStudy": {
        **each(
            "id commune title source campaign invention rule_sets draws seed state progress error input_hash"
            " result_hash document asked_at beat_at ended_at",
            plain("counts of groups large enough to be told, from wishes without a name"),
        ),
        "by": personal(
            "who asked for the study", readers="those who read studies", term="life of the study", scrub="emptied"
        ),
    },
}
