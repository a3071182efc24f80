from preau.people.privacy import plain

FIELDS = {
    "organisations.Commune": {
        "id": plain("key"),
        "name": plain("shown on every page"),
        "insee_code": plain("official code of the town"),
        "departement": plain("shown with the name"),
        "population": plain("denominator of indicators"),
        "is_fictional": plain("tells a demonstration from a real town"),
    },
    "organisations.Organisation": {
        "id": plain("key"),
        "commune": plain("town of the organisation"),
        "name": plain("shown beside what it owns"),
        "slug": plain("stable key"),
        "kind": plain("groups organisations in lists"),
        "description": plain("what it does, for partners"),
        "uai": plain("national code of a school"),
        "email": plain("generic address of the organisation, never a person's"),
    },
}
