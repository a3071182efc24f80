from preau.people.privacy import each, plain

FIELDS = {
    "places.Site": each(
        "id commune name slug kind address school care lon lat part_of is_public closed_on version",
        plain("public places of the town"),
    ),
    "places.PlaceRecord": each(
        "id commune official_id fingerprint gone_on register name kind address postcode insee_code city lon lat phone "
        "website facts access site",
        plain("what open registers say of public places; the names and mails of declarants are never imported"),
    ),
}
