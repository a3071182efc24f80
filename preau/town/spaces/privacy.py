from preau.people.privacy import each, personal, plain

_KEPT = {"readers": "agents who keep the places", "scrub": "emptied: the act stays, without its author"}

FIELDS = {
    "spaces.OpenSpace": {
        **each(
            "id site token sports rules ground has_light light_until shade has_water has_toilets wheelchair "
            "wheelchair_words equipment works_from works_to works_words version",
            plain("open-air sports grounds of the town"),
        ),
        "referent": personal(
            "whom to look for on the ground; may hold a first name",
            readers="everybody",
            term="as long as the town shows it",
            scrub="emptied by an agent",
        ),
    },
    "spaces.SpaceReport": {
        **each(
            "id space kind at shown_words words_state taken_back_at handled_at",
            plain("how a ground is now; no network address, account or device is kept with it"),
        ),
        "words": personal(
            "what is damaged, said freely: may name somebody, so an agent reads it first",
            readers="agents who keep the places",
            term="30 days, then emptied each night",
            scrub="emptied on request: nothing tells whose words they are",
        ),
        "handled_by": personal("which agent answered", term="13 months, with the report", **_KEPT),
    },
    "spaces.ReportTerm": each(
        "id commune valid_from open_minutes busy_minutes broken_minutes", plain("parameters of the town")
    ),
    "spaces.SpaceClosing": {
        **each("id space reason words starts_at ends_at lifted_at", plain("a public ground is closed")),
        "by": personal("which agent closed it", term="as long as the closing", **_KEPT),
    },
    "spaces.VisitCount": {
        **each("id space key day hour at", plain("people seen on a public ground, by observation, never one by one")),
        "by": personal("which agent looked", term="13 months, then emptied each night", **_KEPT),
    },
    "spaces.VisitCell": each(
        "id visit age_band seen people", plain("how many people an agent saw, as an eye can tell: nobody in particular")
    ),
}
"""The network address of whoever reports is never stored: see ``senders.py``."""
