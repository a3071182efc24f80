from preau.people.privacy import each, plain

FIELDS = {
    "prices.PriceRule": each(
        "id commune organisation name kind unit terms valid_from valid_to decided_by version",
        plain("public prices, as they were voted"),
    ),
}
