from preau.people.privacy import personal, plain

FIELDS = {
    "audit.AuditEvent": {
        "number": plain("order of the journal"),
        "at": plain("when"),
        "actor_id": personal(
            "who acted", readers="administrator", term="3 years", scrub="the account behind the number is scrubbed"
        ),
        "verb": plain("what was done"),
        "subject": plain("to which object"),
        "details": plain("what changed; holds no name"),
        "previous_seal": plain("chain"),
        "seal": plain("chain"),
    },
}
