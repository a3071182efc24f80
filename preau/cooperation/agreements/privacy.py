from preau.people.privacy import each, personal, plain

_ACT = plain("an act of the town, kept in its archives")
_WHO = {"readers": "those who read the agreement", "term": "term of the agreement, then 10 years"}
_BY = {**_WHO, "scrub": "emptied: the act stays, without the account"}
_NAMED = {**_WHO, "scrub": "kept: a signed act names who signed it; removed from the archives only with their visa"}

FIELDS = {
    "agreements.Agreement": {
        **each(
            "id commune kind title purpose terms plan version state resolution_number resolution_on starts_on ends_on "
            "follows revision created_at",
            _ACT,
        ),
        "created_by": personal("who prepared it", **_BY),
    },
    "agreements.Party": {
        **each("id agreement organisation name capacity position asked_on", _ACT),
        "signatory": personal("who may sign for the institution", **_BY),
    },
    "agreements.Annex": each("id agreement title file is_plan position", _ACT),
    "agreements.AgreementText": {
        **each("id agreement number content fingerprint fixed_at", _ACT),
        "fixed_by": personal("who recorded the vote", **_BY),
    },
    "agreements.Signature": {
        **each("id party text sha256 way signed_on recorded_at cancelled_at", _ACT),
        **each("signatory_name signatory_office", personal("who signed for the institution", **_NAMED)),
        "scan": personal("proof of a signature on paper", **_NAMED),
        "cancel_reason": personal("why a signature was cancelled; may name somebody", **_NAMED),
        "signed_by": personal("the account that signed", **_BY),
        **each("recorded_by cancelled_by", personal("who recorded or cancelled it", **_BY)),
    },
    "agreements.AgreementStep": {
        **each("id agreement name source target at reason", _ACT),
        "by": personal("who changed its state", **_BY),
    },
    "agreements.YearlyReview": {
        **each("id agreement school_year held_on summary recorded_at", _ACT),
        "recorded_by": personal("who recorded the review", **_BY),
    },
    "agreements.Reminder": each("id party agreement plan stage reference_on told_at", plain("not to remind twice")),
    "agreements.DelayRule": {
        **each("id commune kind steps valid_from set_at", plain("a rule of the town")),
        "set_by": personal("who set the delay", **_BY),
    },
}
