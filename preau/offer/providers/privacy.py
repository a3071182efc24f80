from preau.people.privacy import each, plain

FIELDS = {
    "providers.AssociationRecord": each(
        "id commune official_id fingerprint gone_on rna siren siret name purpose regime address postcode insee_code "
        "city is_active created_on dissolved_on approvals organisation",
        plain("the open register of associations; their officers are never imported"),
    ),
}
