from preau.people.privacy import each, personal, plain, removed

_MINE = {
    "readers": "the person",
    "term": "12 months after it was read (a setting)",
    "scrub": "deleted with the account",
}
_SENT = {"readers": "administrator", "term": "12 months (a setting)", "scrub": "deleted with the account"}

FIELDS = {
    "notices.Notice": {
        **each("id subject title path due_on", plain("names a thing of the plan, and where it stands")),
        **each("kind at times read_at", personal("tells what concerns the person, and what they have seen", **_MINE)),
        "recipient": personal("whom it concerns", **_MINE),
        "sent_in": personal("sends each notice once", **_MINE),
    },
    "notices.Digest": {
        "id": plain("key"),
        **each("user on kind taken_at sent_at refused_at", personal("one mail per person and day at most", **_SENT)),
    },
    "notices.DigestChoice": {
        "id": plain("key"),
        **each(
            "user frequency language chosen_at stop_token",
            personal(
                "mails at the rhythm and in the language the person wants",
                readers="the person",
                term="while the account is open",
                scrub="deleted with the account",
            ),
        ),
    },
}

FAMILY = {
    "notices.Notice": removed("nouvelles recues"),
    "notices.Digest": removed(not_copied="the days of the mails that carried those news, and nothing else"),
    "notices.DigestChoice": removed("rythme des courriels"),
}
