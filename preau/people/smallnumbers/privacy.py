from preau.people.privacy import each, plain

FIELDS = {
    "smallnumbers.SmallNumberTerms": each(
        "id commune valid_from cell sensitive_cell percentage rounding firms firm_share decided_by",
        plain("a decision of the town"),
    ),
}
