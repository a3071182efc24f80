from preau.people.privacy import each, personal, plain

_RULES = plain("rules of a label, published by who gives it")
_FILE = plain("the file of an organisation, not of a person")
_WHO = {"readers": "professionals of the plan", "term": "as long as the file", "scrub": "emptied"}

FIELDS = {
    "labels.LabelScheme": each("id commune key name given_by applicant summary", _RULES),
    "labels.SchemeVersion": each(
        "id scheme valid_from levels term_months notice_months source caution",
        _RULES,
    ),
    "labels.Criterion": each("id version number text is_compulsory", _RULES),
    "labels.LabelFile": {
        **each(
            "id scheme version applicant state level_aimed level_obtained obtained_on expires_on opened_at warned_for",
            _FILE,
        ),
        "contact": personal("whom to call about the file", **_WHO),
    },
    "labels.LabelStep": {
        **each("id file step state at reason", _FILE),
        "by": personal("who took the step", **_WHO),
    },
    "labels.LabelMilestone": {
        **each("id file name due_on done_at", _FILE),
        "done_by": personal("who did it", **_WHO),
    },
    "labels.LabelProof": {
        **each("id file criterion sentence document sheet added_at", _FILE),
        "added_by": personal("who brought the proof", **_WHO),
    },
    "labels.CriterionCheck": {
        **each("id file criterion at", _FILE),
        "by": personal("who found the criterion met", **_WHO),
    },
}
