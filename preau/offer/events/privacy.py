from preau.people.privacy import each, plain

FIELDS = {
    "events.Event": each(
        "id commune official_id fingerprint gone_on origin calendar title description details conditions keywords "
        "times starts_at ends_at place_name address insee_code lon lat age_min age_max accessibility registration "
        "link status",
        plain("public events, open data; mail addresses are taken out of the texts at import"),
    ),
}
