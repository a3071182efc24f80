from preau.people.privacy import personal, plain, removed

_KNOWN = {"readers": "professionals of the plan", "term": "while the account is open, then 1 year", "scrub": "replaced"}

FIELDS = {
    "accounts.User": {
        "id": plain("key"),
        "password": personal("login", readers="nobody: a hash", term="while the account is open", scrub="emptied"),
        "last_login": personal("finds unused accounts", readers="administrator", term="1 year", scrub="emptied"),
        "email": personal("login and mails", **_KNOWN),
        "full_name": personal("tells partners who wrote what", **_KNOWN),
        "is_active": plain("open or closed account"),
        "is_demo": plain("marks the fictional cast"),
        "created_at": plain("age of the account"),
    },
    "accounts.Membership": {
        "id": plain("key"),
        "user": personal("who holds the role", **_KNOWN),
        "organisation": personal("for whom", **_KNOWN),
        "role": personal("what the person may do", **_KNOWN),
        "job_title": personal("shown beside the name", **_KNOWN),
        "starts_on": personal("since when", **_KNOWN),
        "ends_on": personal("until when", **_KNOWN),
    },
}

FAMILY = {
    "account.EmailAddress": removed(not_copied="the address that one enters with: « moi » tells it"),
    "mfa.Authenticator": removed(not_copied="keys and codes of a login: a copy would open the account"),
}
"""With what the libraries keep of an account."""
