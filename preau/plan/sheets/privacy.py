from preau.people.privacy import each, personal, plain

_WORK = plain("an action of the town's plan")
_WHO = {"readers": "those who may read the sheet", "term": "life of the plan", "scrub": "emptied"}
_BY = personal("who did it", **_WHO)

FIELDS = {
    "sheets.ActionSheet": {
        **each(
            "id plan school_year number title summary description means owner co_owner state starts_on ends_on "
            "age_from age_to audiences bands version created_at proposed_at copied_from review",
            _WORK,
        ),
        "contact": personal("whom to call about the action", **_WHO),
        "created_by": _BY,
    },
    "sheets.SheetObjective": each("id sheet item", _WORK),
    "sheets.SheetTheme": each("id sheet theme", _WORK),
    "sheets.SheetPartner": {
        **each("id sheet organisation role task", _WORK),
        "name": personal("an organisation, or somebody who works alone", **_WHO),
    },
    "sheets.SheetMilestone": {**each("id sheet name due_on done_at", _WORK), "done_by": _BY},
    "sheets.BudgetLine": each("id sheet kind label funder funder_name planned granted", _WORK),
    "sheets.SheetDocument": {**each("id sheet file label added_at", _WORK), "added_by": _BY},
    "sheets.SheetApp": {
        **each("id sheet name publisher purpose data has_accounts opinion opinion_reason opinion_at", _WORK),
        "opinion_by": _BY,
    },
    "sheets.SheetValidation": {**each("id sheet organisation at how version withdrawn_at", _WORK), "by": _BY},
    "sheets.SheetEvent": {**each("id sheet kind at from_state to_state reason facts version", _WORK), "by": _BY},
    "sheets.ActionReview": {
        **each("id done children adults worked to_change effect cost written_at", _WORK),
        "written_by": _BY,
    },
    "sheets.SheetComment": {
        **each("id sheet organisation written_at", _WORK),
        "text": personal(
            "what somebody says of the sheet", **{**_WHO, "readers": "those who carry it, the coordination"}
        ),
        "by": _BY,
    },
    "sheets.SheetReminder": each("id sheet milestone kind due_on sent_at", _WORK),
}
