from preau.people.privacy import each, plain

FIELDS = {
    "areas.Area": each(
        "id commune official_id fingerprint gone_on kind name insee_code outline west south east north facts",
        plain("outlines of the town, open data"),
    ),
    "areas.GridCell": each(
        "id commune official_id fingerprint gone_on lon lat outline communes share people households poor_households "
        "single_parent_households large_households living_standard_sum aged_0_3 aged_4_5 aged_6_10 aged_11_17 "
        "aged_18_24 is_imputed",
        plain("how many people live in a square of 200 m, published by INSEE under its own secrecy rules"),
    ),
    "areas.Barrier": each(
        "id commune official_id fingerprint gone_on kind name geometry",
        plain("railways, rivers and wide roads, and where one crosses them, open data"),
    ),
    "areas.WalkingPace": each(
        "id commune valid_from age_under km_per_hour detour source", plain("how fast the town says that people walk")
    ),
}
