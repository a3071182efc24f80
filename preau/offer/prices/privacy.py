from preau.people.privacy import each, plain

FIELDS = {
    "prices.PriceRule": each(
        "id commune organisation series name kind unit terms valid_from valid_to decided_by version",
        plain("public prices, as they were voted; what a family types to know its own is never stored"),
    ),
}
