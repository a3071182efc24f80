from preau.people.privacy import each, personal, plain, removed, stays

_PUBLIC = plain("the public page of a campaign")
_TERM = {"readers": "the family, the desk", "term": "the campaign, then 2 years after the last appeal"}
_WHO = personal("the wishes of a child", **_TERM, scrub="the row is kept without the child")
_BY = personal("who entered, decided or signed", **_TERM, scrub="emptied")

FIELDS = {
    "campaigns.AllocationCampaign": each(
        "id commune organisation slug title summary school_year legal_profile state opens_at closes_at answer_until"
        " first_activity_first second_round travel_minutes low_quotient resolution_number resolution_on officer_opinion"
        " rules rules_hash secret commitment public_source public_number contact created_at version",
        _PUBLIC,
    ),
    "campaigns.CampaignStep": {**each("id campaign step from_state to_state reason at", _PUBLIC), "by": _BY},
    "campaigns.CampaignTerms": each(
        "id commune valid_from announced_before window answer wishes rules decided_by", plain("a rule of the town")
    ),
    "campaigns.PriorityRule": each("id campaign rank label criteria legal_basis proof", _PUBLIC),
    "campaigns.CampaignOffer": each("id campaign unit seats beside", _PUBLIC),
    "campaigns.Reserve": each("id offer criterion seats staff_minutes kind order rank", _PUBLIC),
    "campaigns.Bundle": each("id campaign label", _PUBLIC),
    "campaigns.Application": {
        **each(
            "id key code campaign state channel started_at saved_at sent_at reminded_at stays_at version",
            plain("steers"),
        ),
        **each("child household most together asked_by facts", _WHO),
        **each("entered_by reminded_by stays_by", _BY),
    },
    "campaigns.RankedWish": each("id application rank offer bundle part_is_fine", _WHO),
    "campaigns.AllocationRun": {
        **each("id campaign kind input_hash result_hash document summary at", plain("a file without a name")),
        "by": _BY,
    },
    "campaigns.CaseExplanation": each("id run application rank result reason content words", _WHO),
    "campaigns.Override": {
        **each("id key campaign application offer state reason seat rank words asked_at signed_at told", _WHO),
        **each("closing closed_at enrolment", _WHO),
        **each("author second_reader closed_by", _BY),
    },
    "campaigns.Appeal": {
        **each("id key application kind ground words channel asked_by received_on due_on is_late result", _WHO),
        **each("outcome answered_on withdrawn_on override", _WHO),
        **each("entered_by answered_by", _BY),
    },
    "campaigns.Letter": {**each("id application adult subject about posted_at", _WHO), "posted_by": _BY},
}

FAMILY = {
    "campaigns.Application": stays(
        "once drawn, the anonymous file of the campaign says as much of its code; the child is a row without a name",
        copied="voeux envoyes",
        emptied="household asked_by entered_by accompanied",
    ),
    "campaigns.RankedWish": removed("voeux"),
    "campaigns.CaseExplanation": removed("reponses aux voeux"),
    "campaigns.Override": stays(
        "exceptions are counted in public, by reason", copied="derogations", emptied="words told closing"
    ),
    "campaigns.Appeal": removed("recours"),
    "campaigns.Letter": removed("lettres postees"),
}
"""A draft, or an application of a campaign that was never drawn, is removed whole."""
