from preau.people.privacy import each, personal, plain

_EVALUATION = plain("what the town asks of a year of its plan, and what it answered")
_WORDS = plain("what an institution says of its part of the plan; it names no child and no family")
_TOTAL = plain("a total that names nobody")
_WHO = {"readers": "professionals of the plan", "term": "as long as the plan", "scrub": "emptied"}

FIELDS = {
    "evaluation.Evaluation": {
        **each(
            "id plan school_year state why question criteria parents_place opens_on closes_on conclusion adopted_on "
            "adopted_by_body published_at created_at",
            _EVALUATION,
        ),
        "created_by": personal("who prepared it", **_WHO),
    },
    "evaluation.EvaluationStep": {
        **each("id evaluation name source target at reason", _EVALUATION),
        "by": personal("who took the step", **_WHO),
    },
    "evaluation.Contribution": {
        **each(
            "id evaluation objective organisation state done helped hindered proposed how version asked_at saved_at "
            "handed_in_at",
            _WORDS,
        ),
        "saved_by": personal("who saved it last", **_WHO),
        "handed_in_by": personal("who handed it in", **_WHO),
    },
    "evaluation.ContributionFile": {
        **each("id contribution title added_at", _WORDS),
        "stored": plain("a document that shows what was done"),
        "added_by": personal("who joined it", **_WHO),
    },
    "evaluation.ContributionRecall": each(
        "id evaluation organisation kind sent_at", plain("an institution was reminded")
    ),
    "evaluation.Verdict": {
        **each(
            "id evaluation effect kind strength strength_reason narrative learnt change version proposed_at adopted_on "
            "adopted_by_body",
            _EVALUATION,
        ),
        "proposed_by": personal("who proposed it", **_WHO),
    },
    "evaluation.Dissent": {
        **each("id verdict organisation words version signed_at withdrawn_at", _WORDS),
        "signed_by": personal("who signed it for the institution", **_WHO),
    },
    "evaluation.AdoptedFigure": each(
        "id verdict indicator school_year counted among value as_percent since is_hidden missing "
        "is_over until snapshot "
        "taken_at source",
        _TOTAL,
    ),
    "evaluation.Target": {
        **each(
            "id indicator school_year amount baseline_year baseline_amount set_on set_by_body recorded_at replaces",
            plain("a decision of the committee"),
        ),
        "recorded_by": personal("who recorded it", **_WHO),
    },
    "evaluation.Survey": {
        **each("id plan school_year title audience held_on asked is_sensitive recorded_at", _TOTAL),
        "proof": plain("the file that the counts were read from"),
        "recorded_by": personal("who recorded it", **_WHO),
    },
    "evaluation.SurveyQuestion": each("id survey number words respondents value", _TOTAL),
    "evaluation.SurveyAnswer": each("id question position words count is_counted", _TOTAL),
}
