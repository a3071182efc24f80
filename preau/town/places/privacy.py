from preau.people.privacy import each, personal, plain

FIELDS = {
    "places.Site": each(
        "id commune name slug kind address school care lon lat part_of is_public closed_on about phone website "
        "transport parking is_always_open opens_on_bank_holidays version",
        plain("public places of the town"),
    ),
    "places.OpeningHours": each(
        "id site weekday opens_at closes_at season valid_from valid_to", plain("when a public place is open")
    ),
    "places.OpeningChange": each(
        "id site first_day last_day opens_at closes_at reason", plain("days on which a public place keeps other hours")
    ),
    "places.AccessAnswer": {
        **each("id site field value told_on", plain("how one gets into a public place")),
        "told_by": personal(
            "who went and looked, to ask again",
            readers="agents who keep the places",
            term="as long as the answer",
            scrub="emptied: the answer stays, without its author",
        ),
    },
    "places.SitePhoto": {
        **each(
            "id site small large width height alternative licence shows_no_child added_at",
            plain("a picture of a public place on which nobody's child can be recognised"),
        ),
        "credit": personal(
            "the right of the author to be named",
            readers="everybody",
            term="as long as the picture",
            scrub="removed with the picture",
        ),
        "added_by": personal(
            "who stated that no child can be recognised",
            readers="agents who keep the places",
            term="as long as the picture",
            scrub="emptied: the picture stays, without its sender",
        ),
    },
    "places.PlaceRecord": each(
        "id commune official_id fingerprint gone_on register name kind address postcode insee_code city lon lat phone "
        "website facts access site",
        plain("what open registers say of public places; the names and mails of declarants are never imported"),
    ),
}
