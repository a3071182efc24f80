from preau.people.privacy import each, personal, plain

_DEFINITION = plain("what the town looks at, published with its plan")
_FIGURE = plain("a total that names nobody")
_WHO = {"readers": "professionals of the plan", "term": "as long as the plan", "scrub": "emptied"}

FIELDS = {
    "indicators.Indicator": {
        **each(
            "id plan effect number code own_title own_counted own_among own_doubts own_unit own_direction own_minutes "
            "carrier chosen_on left_on left_because",
            _DEFINITION,
        ),
        "chosen_by": personal("who chose it", **_WHO),
    },
    "indicators.IndicatorReading": {
        **each("id indicator month", plain("a month in which an indicator was opened")),
        "by": personal(
            "who opened it that month, counted and never shown by name",
            readers="nobody: only how many",
            term="18 months",
            scrub="deleted with the account",
        ),
    },
    "indicators.Value": {
        **each(
            "id indicator school_year part counted among amount answers asked source known_on remark typed_at replaces",
            _FIGURE,
        ),
        "proof": plain("the document that shows a total"),
        "typed_by": personal("who typed it", **_WHO),
    },
    "indicators.ParticipationTerms": each(
        "id commune valid_from presences decided_by", plain("a decision of the town")
    ),
}
