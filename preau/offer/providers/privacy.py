from preau.people.privacy import each, personal, plain

_ASKING = {"readers": "the town's agents", "term": "a week if not confirmed, a year if refused", "scrub": "removed"}
_CHECK = {"readers": "the organisation and the town's agents", "term": "as long as the paper", "scrub": "emptied"}

FIELDS = {
    "providers.AssociationRecord": each(
        "id commune official_id fingerprint gone_on rna siren siret name purpose regime address postcode insee_code "
        "city is_active created_on dissolved_on approvals organisation",
        plain("the open register of associations; their officers are never imported"),
    ),
    "providers.JoinRequest": {
        **each(
            "id commune name rna siren purpose state token_hash asked_at confirm_before confirmed_at answered_at cause "
            "organisation",
            plain("an association that asks to publish"),
        ),
        **each("person job_title email phone", personal("answers the request and opens the account", **_ASKING)),
        "answer": personal("what the town answered", **_ASKING),
        "answered_by": personal("who answered", **_ASKING),
    },
    "providers.ProviderPaper": {
        **each(
            "id organisation kind reference declared_on valid_until state given_at checked_at remark",
            plain("the result and the dates of a paper of an organisation, never its copy, nobody's name"),
        ),
        "given_by": personal("who gave it", **_CHECK),
        "checked_by": personal("who looked at it for the town", **_CHECK),
    },
    "providers.PaperReminder": each("id paper days sent_at", plain("not to remind twice")),
    "providers.CatalogueDelay": {
        **each("id commune kind steps valid_from set_at", plain("a parameter of the town")),
        "set_by": personal("who decided it", **_CHECK),
    },
}
