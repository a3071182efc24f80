from preau.people.privacy import each, plain

FIELDS = {
    "addresses.Address": each(
        "id commune official_id fingerprint gone_on number suffix street postcode insee_code city lon lat is_certified",
        plain("doors of the town, open data: nobody's home in particular"),
    ),
}
